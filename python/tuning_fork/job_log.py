"""Events on the log of a Hub job, the one channel out of it: lines that nobody without the run's nonce can write.

A whole event is `tuning-fork:<nonce> {json}`. One that is longer than what the log takes in a piece comes as
`tuning-fork:<nonce> +<seq> <i>/<n> <piece>`, i from 1 to n; joined in order the pieces are the JSON.
"""

import contextlib
import os

NONCE_VARIABLE = "TUNING_FORK_EVENTS_NONCE"
MOST_BYTES = 4096
_STANDARD_OUTPUT = 1
# Digits of i and n together: more pieces than memory holds.
_COUNT_DIGITS = 16


def print_event(seq: int, text: str) -> None:
    """Print an event's ASCII JSON on the standard output of a job; elsewhere, without a nonce, print nothing.

    Each line is one `write` that a pipe takes whole and that begins with a line break, because a progress bar may
    stand unfinished before it. An output that is gone does not end the training.
    """
    nonce = os.environ.get(NONCE_VARIABLE)
    if not nonce:
        return
    with contextlib.suppress(OSError):
        for line in log_lines(nonce, seq, text):
            os.write(_STANDARD_OUTPUT, line)


def log_lines(nonce: str, seq: int, text: str) -> list[bytes]:
    """Return the writes that carry an event, each of at most MOST_BYTES bytes."""
    prefix = f"\ntuning-fork:{nonce} "
    whole = f"{prefix}{text}\n".encode("ascii")
    if len(whole) <= MOST_BYTES:
        return [whole]
    prefix = f"{prefix}+{seq} "
    room = MOST_BYTES - len(prefix) - len("/ \n") - _COUNT_DIGITS
    pieces = [text[first : first + room] for first in range(0, len(text), room)]
    return [f"{prefix}{number}/{len(pieces)} {piece}\n".encode("ascii") for number, piece in enumerate(pieces, 1)]

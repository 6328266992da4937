"""Why a run failed: one of a few causes and one sentence, read from an exception or from what was printed."""

import re
import signal
from dataclasses import dataclass

from tuning_fork.failure_rules import DEFAULT_CAUSE_BY_PHASE, DEFAULT_SENTENCES, RULES

_LONGEST_MESSAGE = 300
_TOKEN = re.compile(r"hf_[A-Za-z0-9]{8,}")
_EXCEPTION_LINE = re.compile(r"^(?P<type>[A-Za-z_][\w.]*): (?P<message>\S.*)$|^(?P<bare>[A-Za-z_][\w.]*)$")
# "KeyError", "StopIteration", and whatever has a module in front of it: "pyarrow.lib.ArrowInvalid".
_EXCEPTION_NAME = re.compile(r"(Error|Exception|Interrupt|Iteration|Exit)$|\.[A-Z]\w+$")
# accelerate, torchrun and datasets say last that something failed; what failed stands before it.
_CONSEQUENCES = {"CalledProcessError", "ChildFailedError", "DatasetGenerationError"}


@dataclass(frozen=True)
class Failure:
    """A cause of the event `ended`, a sentence without traceback, and the data row (1-based) if one is to blame."""

    cause: str
    message: str
    row: int | None = None


def classify(text: str, phase: str = "") -> Failure:
    """Find the cause in `text`, a traceback or the end of output.log.

    `phase` is the phase of the run in which it happened: it decides where the text itself does not.
    """
    kind, message = _main_exception(text)
    first = _one_sentence(message or kind)
    for rule in RULES:
        if match := rule.pattern.search(f"{kind}: {message}"):
            return Failure(rule.cause, rule.sentence.format(error=first, **match.groupdict()))
    if not kind:
        return Failure("error", "The training process ended without saying why: see output.log.")
    cause = DEFAULT_CAUSE_BY_PHASE.get(phase, "error")
    return Failure(cause, DEFAULT_SENTENCES[cause].format(error=first, kind=kind))


def failure_by_signal(number: int) -> Failure:
    """Return the failure of a process that a signal ended; SIGKILL is what the kernel sends out of memory."""
    name = signal.Signals(number).name
    if number == signal.SIGKILL:
        return Failure("killed", f"The training process was killed ({name}), as the system does out of memory.")
    cause = "killed" if number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP) else "error"
    return Failure(cause, f"The training process was ended by signal {number} ({name}).")


def redact(text: str) -> str:
    """Replace Hub tokens."""
    return _TOKEN.sub("hf_…", text)


def _main_exception(text: str) -> tuple[str, str]:
    """Return (type, message) of the last exception that is no mere consequence of another process's end."""
    found = ("", "")
    lines = text.splitlines()
    for index, line in enumerate(lines):
        match = _EXCEPTION_LINE.match(line)
        if not match:
            continue
        name = match["type"] or match["bare"]
        kind = name.rsplit(".", 1)[-1]
        if not _EXCEPTION_NAME.search(name) or kind in _CONSEQUENCES:
            continue
        message = match["message"] or ""
        # A message may go on in the next lines, until a blank line or the next part of the traceback.
        if message.endswith(":") and index + 1 < len(lines):
            message = f"{message} {lines[index + 1].strip()}"
        found = (kind, message)
    return found


def _one_sentence(message: str) -> str:
    line = redact(" ".join(message.split()))
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z`'\"])", line, maxsplit=1)[0]
    if len(sentence) > _LONGEST_MESSAGE:
        sentence = sentence[: _LONGEST_MESSAGE - 1].rstrip() + "…"
    # The Hub's own sentence and the client's punctuation make two.
    sentence = re.sub(r"\.\.+$", ".", sentence)
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."

"""Writer of events.jsonl: one JSON object a line, numbered from 1 without gaps (src/core/run/run-event.ts)."""

import json
import math
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuning_fork.job_log import print_event

FORMAT_VERSION = 1
_TAIL_BLOCK_BYTES = 65536


class EventLog:
    """The one writer of a run's events at a time; opening it continues the numbers that are there.

    Each event is a single `write` on a descriptor opened with O_APPEND, so a process that is killed
    leaves at most one cut line, and the next event begins a new one. An event that the disk has no
    room for raises OSError and takes no number. In a job of the Hub each event is printed, too (job_log.py).
    """

    def __init__(self, path: Path) -> None:
        """Open `path`, created if it is not there, and read the last number written."""
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        self._last_seq, self._starts_mid_line = _read_end(path)

    def write(self, kind: str, **fields: object) -> None:
        """Append an event; numbers that JSON lacks become the strings NaN, Infinity and -Infinity."""
        event = {
            "v": FORMAT_VERSION,
            "seq": self._last_seq + 1,
            "time": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "type": kind,
            **fields,
        }
        text = _encode(event)
        line = f"\n{text}\n" if self._starts_mid_line else f"{text}\n"
        self._append(line.encode())
        self._last_seq += 1
        print_event(self._last_seq, text)

    def close(self) -> None:
        """Give the file to the next writer."""
        os.close(self._descriptor)

    def _append(self, data: bytes) -> None:
        """Write all of it, or raise: a disk that fills up takes a part first and refuses the rest."""
        while data:
            data = data[os.write(self._descriptor, data) :]
            self._starts_mid_line = bool(data)


def _encode(event: dict[str, Any]) -> str:
    try:
        return json.dumps(event, allow_nan=False, separators=(",", ":"))
    except ValueError:
        return json.dumps(_without_nan(event), allow_nan=False, separators=(",", ":"))


def _without_nan(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_nan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _read_end(path: Path) -> tuple[int, bool]:
    """Return the number of the last whole event and whether the file ends within a line."""
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        tail = b""
        while end > 0:
            start = max(0, end - _TAIL_BLOCK_BYTES)
            file.seek(start)
            tail = file.read(end - start) + tail
            end = start
            first_whole = 0 if start == 0 else tail.find(b"\n") + 1
            # Without a line break in it the block is the inside of one long line: read further back.
            if start > 0 and first_whole == 0:
                continue
            for line in reversed(tail[first_whole:].split(b"\n")):
                seq = _seq_of(line)
                if seq is not None:
                    return seq, not tail.endswith(b"\n")
    return 0, bool(tail) and not tail.endswith(b"\n")


def _seq_of(line: bytes) -> int | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    seq = event.get("seq") if isinstance(event, dict) else None
    return seq if isinstance(seq, int) else None

"""The lines between the comparing process and whoever started it (src/core/compare/compare-event.ts)."""

import json
import math
import os
import sys
from collections.abc import Iterator
from typing import Any

_STANDARD_OUTPUT = 1
_STANDARD_ERROR = 2


class Protocol:
    """Events go to what was standard output; whatever libraries print there goes to standard error from now on."""

    def __init__(self) -> None:
        """Take standard output over."""
        sys.stdout.flush()
        self._descriptor = os.dup(_STANDARD_OUTPUT)
        os.dup2(_STANDARD_ERROR, _STANDARD_OUTPUT)

    def emit(self, kind: str, **fields: object) -> None:
        """Write one event; where the reader is gone, BrokenPipeError."""
        data = (json.dumps({"type": kind, **fields}, allow_nan=False, separators=(",", ":")) + "\n").encode()
        while data:
            data = data[os.write(self._descriptor, data) :]

    def asked(self) -> Iterator[list[dict[str, Any]]]:
        """Yield the messages of each `ask` line of standard input until `finish` or its end."""
        for line in sys.stdin:
            try:
                wish = json.loads(line)
                kind, messages = wish["type"], wish.get("messages")
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
            if kind == "finish":
                return
            if kind == "ask" and messages:
                yield messages


def metric(value: float) -> float | str:
    """Return a number fit for JSON: NaN, Infinity and -Infinity, which JSON lacks, in quotes."""
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"

"""comparison.json: what is known so far, replaced by write-and-rename (src/core/compare/comparison.ts)."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuning_fork.compare.failures import CompareError
from tuning_fork.compare.prompts import Prompt
from tuning_fork.compare.protocol import Protocol

NAME = "comparison.json"
VERSION = 1


class ComparisonFile:
    """The comparison in memory and on disk; what is added is told as an event at once."""

    def __init__(self, folder: Path, protocol: Protocol) -> None:
        """Begin with nothing known; `start` or `continue_from` comes next."""
        self._path = folder / NAME
        self._protocol = protocol
        self._begun = time.monotonic()
        self._seconds_before = 0.0
        self._fields: dict[str, Any] = {}

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to save."""
        return bool(self._fields)

    @property
    def next_index(self) -> int:
        """Number of the next prompt."""
        return len(self._fields.get("prompts", []))

    def start(self, fields: dict[str, Any]) -> None:
        """Take what is known before the first prompt."""
        created = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self._fields = {
            "version": VERSION,
            "createdAt": created,
            "complete": False,
            "loss": None,
            "prompts": [],
        } | fields

    def continue_from(self, path: Path) -> None:
        """Take another comparison's file; CompareError where it cannot be read."""
        try:
            fields = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CompareError("error", f"The comparison {path} cannot be read: {error}.") from error
        if fields.get("version") != VERSION:
            raise CompareError("error", f"The comparison {path} has another version than {VERSION}.")
        self._fields = fields | {"complete": False}
        self._seconds_before = fields["seconds"]

    def set(self, **fields: object) -> None:
        """Change fields without telling."""
        self._fields |= fields

    def drop_rows(self, rows: list[int]) -> None:
        """Note the rows that TRL drops."""
        self._fields["data"]["dropped"] = rows

    def set_shift(self, shift: object) -> None:
        """Note how far the adapter moves probabilities."""
        self._fields["adapter"]["probabilityShift"] = shift

    def expect(self, prompt: Prompt, *, tell: bool) -> None:
        """Add a prompt that is not answered yet."""
        asked = prompt.asked()
        self._fields["complete"] = False
        self._fields["prompts"].append(asked | {"before": None, "after": None, "loss": None})
        if tell:
            self._protocol.emit("prompt", prompt=asked)

    def add_loss(self, index: int, loss: dict[str, Any]) -> None:
        """Add the loss of a prompt's reference answer."""
        self._fields["prompts"][index]["loss"] = loss
        self._protocol.emit("loss", index=index, loss=loss)

    def add_answer(self, index: int, side: str, answer: dict[str, Any]) -> None:
        """Add an answer and save."""
        self._fields["prompts"][index][side] = answer
        self._protocol.emit("answer", index=index, side=side, answer=answer)
        self.save()

    def tell(self) -> None:
        """Tell the whole comparison."""
        self._fields["seconds"] = round(self._seconds_before + time.monotonic() - self._begun, 3)
        self._protocol.emit("comparison", comparison=self._fields)

    def save(self) -> None:
        """Replace the file by one of now."""
        self._fields["seconds"] = round(self._seconds_before + time.monotonic() - self._begun, 3)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(self._fields, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        fresh.replace(self._path)
        self._protocol.emit("saved", path=str(self._path))

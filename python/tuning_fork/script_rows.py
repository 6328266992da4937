"""Row numbers in a script of somebody else: its data stay as it loads them, and are numbered in its trainer.

A script may do anything with a column too many, so none is added before the trainer is built. Then a dataset is
known that still lies in the memory it was loaded into: as it was, shuffled, split or selected from.
"""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tuning_fork.file_rows import row_numbers
from tuning_fork.row_origins import ROW_COLUMN, RowOrigins, files_by_split
from tuning_fork.script_run import ScriptRun

_PREPARED = "Which rows a step trains on is not known: the script prepared the data itself."
_Memory = tuple[int, tuple[int, ...]]


class ScriptRows(RowOrigins):
    """Origins of what a script loads from files; the files are noted in the run's record as they come."""

    def __init__(self, run: ScriptRun) -> None:
        """Know the data of the run's record, which are none but for another launcher's."""
        super().__init__(run.directory.data_paths(), lambda message: run.recorder.warn_once("rows-unknown", message))
        self._run = run
        self._first_by_memory: dict[_Memory, int] = {}

    def number_training_data(self, options: dict[str, Any]) -> None:
        """Give the trainer's `train_dataset` a column of numbers if its rows can be told."""
        from datasets import Dataset

        dataset = options.get("train_dataset")
        if not isinstance(dataset, Dataset):
            return
        first = self._first_by_memory.get(_memory(dataset))
        if first is None:
            self._warn(_PREPARED)
            return
        chosen = dataset._indices  # noqa: SLF001 - how datasets 5.2 keeps an order beside its table
        order = range(len(dataset)) if chosen is None else chosen.column(0).to_pylist()
        options["train_dataset"] = dataset.add_column(ROW_COLUMN, [first + index for index in order])

    def _take(self, loaded: Any, path: str, options: Mapping[str, Any]) -> Any:
        for files in files_by_split(path, options).values():
            for file in files:
                self._note_file(os.path.realpath(file))
        self._first_by_memory[_memory(loaded)] = self.register(loaded, path, options)
        return loaded

    def _note_file(self, path: str) -> None:
        if self.knows(path):
            return
        rows = row_numbers(Path(path))
        with Path(path).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self.add_path(path)
        self._run.add_data({"path": path, "sha256": digest, "rows": len(rows or ())})


def _memory(dataset: Any) -> _Memory:
    """Return where the first column of a dataset's table lies, and how many rows it has there."""
    column = dataset.data.table.column(0)
    buffers = [buffer for chunk in column.chunks for buffer in chunk.buffers() if buffer is not None]
    return column.length(), tuple(buffer.address for buffer in buffers)

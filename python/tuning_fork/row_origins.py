"""Which file row a training row came from: a column of numbers that goes through TRL's preparation.

TRL's maps keep unknown columns, its collator ignores them (trl 1.16 sft_trainer.py:161), and ours takes
the column out of each batch again, so that the model sees what it sees without us.
"""

import os
from array import array
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from tuning_fork.file_rows import row_numbers

ROW_COLUMN = "tuning_fork_row"
_UNKNOWN = -1


class RowOrigins:
    """Maps the numbers in ROW_COLUMN to (index into run.json's data, 1-based row of that file)."""

    def __init__(self, data_paths: list[str], warn: Callable[[str], None]) -> None:
        """Take run.json's real data paths; `warn` gets a sentence when rows cannot be told apart."""
        self._index_by_path = {path: index for index, path in enumerate(data_paths)}
        self._paths = data_paths
        self._warn = warn
        self._datasets = array("q")
        self._rows = array("q")

    def place(self, number: int) -> tuple[int, int] | None:
        """Return (dataset, row) of a number, None if its file is unknown."""
        dataset = self._datasets[number]
        return None if dataset == _UNKNOWN else (dataset, self._rows[number])

    def describe(self, number: int) -> tuple[str, int] | None:
        """Return (file name, row) of a number for a sentence."""
        place = self.place(number)
        return None if place is None else (Path(self._paths[place[0]]).name, place[1])

    def watch_loading(self) -> None:
        """Number the rows of whatever `datasets.load_dataset` returns from now on."""
        import datasets

        load_dataset = datasets.load_dataset

        def load_numbered(path: str, *args: Any, **options: Any) -> Any:
            return self._each(load_dataset(path, *args, **options), path, options)

        datasets.load_dataset = load_numbered

    def knows(self, path: str) -> bool:
        """Whether a real path is one of run.json's data."""
        return path in self._index_by_path

    def add_path(self, path: str) -> None:
        """Take a real path that has been added to run.json's data."""
        self._index_by_path[path] = len(self._paths)
        self._paths.append(path)

    def register(self, loaded: Any, path: str, options: Mapping[str, Any]) -> int:
        """Remember the places of a loaded dataset's rows and return the number of its first row."""
        places = list(self._places(loaded, path, options))
        if len(places) != len(loaded):
            self._warn("Which rows a step trains on is not known: the data files could not be matched.")
            places = [(_UNKNOWN, 0)] * len(loaded)
        elif any(dataset == _UNKNOWN for dataset, _ in places):
            self._warn("Which rows a step trains on is not known for data that run.json does not list.")
        first = len(self._rows)
        self._datasets.extend(dataset for dataset, _ in places)
        self._rows.extend(row for _, row in places)
        return first

    def _each(self, loaded: Any, path: str, options: Mapping[str, Any]) -> Any:
        from datasets import Dataset, DatasetDict

        if isinstance(loaded, DatasetDict):
            return DatasetDict({name: self._each(part, path, options) for name, part in loaded.items()})
        if not isinstance(loaded, Dataset):
            self._warn("Which rows a step trains on is not known: the data are streamed.")
            return loaded
        return self._take(loaded, path, options)

    def _take(self, loaded: Any, path: str, options: Mapping[str, Any]) -> Any:
        first = self.register(loaded, path, options)
        return loaded.add_column(ROW_COLUMN, list(range(first, first + len(loaded))))

    def _places(self, loaded: Any, path: str, options: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
        """Yield (dataset, row) of each loaded row; nothing where the files cannot be matched with certainty."""
        from datasets.arrow_reader import ReadInstruction

        sizes = {str(name): split.num_examples for name, split in (loaded.info.splits or {}).items()}
        files = files_by_split(path, options)
        for part in ReadInstruction.from_spec(str(loaded.split)).to_absolute(sizes):
            whole = [
                (self._index_by_path.get(os.path.realpath(file), _UNKNOWN), row)
                for file in files.get(part.splitname, [])
                for row in row_numbers(Path(file)) or ()
            ]
            if len(whole) != sizes[part.splitname]:
                return
            yield from whole[part.from_ : part.to]


def files_by_split(path: str, options: Mapping[str, Any]) -> dict[str, list[str]]:
    """Resolve data files as datasets 5.2 does (data_files.py); {} for data that are not local files."""
    from datasets.data_files import DataFilesDict, get_data_patterns, sanitize_patterns

    folder = options.get("data_dir") or (path if Path(path).is_dir() else None)
    if options.get("data_files") is not None:
        patterns = sanitize_patterns(options["data_files"])
    elif folder is not None:
        patterns = get_data_patterns(folder)
    else:
        return {}
    found = DataFilesDict.from_patterns(patterns, base_path=folder)
    return {str(split): [str(file) for file in files] for split, files in found.items()}


def failing_row_number(trace: TracebackType | None) -> int | None:
    """Return the number of the row that a map function held when it failed; TRL's errors name no row.

    Functions of `datasets` around it hold whole tables under the same name: the innermost frame counts.
    """
    found = None
    while trace is not None:
        example = trace.tb_frame.f_locals.get("example")
        if isinstance(example, Mapping) and isinstance(number := example.get(ROW_COLUMN), int):
            found = number
        trace = trace.tb_next
    return found

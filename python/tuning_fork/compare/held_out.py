"""The held-out rows, loaded as training loads them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuning_fork.compare.failures import CompareError
from tuning_fork.compare.file_values import rows_also_trained
from tuning_fork.compare.request import CompareRequest
from tuning_fork.file_rows import first_broken_line, row_numbers
from tuning_fork.row_origins import ROW_COLUMN

_BUILDERS = {".csv": "csv", ".parquet": "parquet"}


@dataclass(frozen=True)
class HeldOut:
    """A held-out file: all its row numbers, and the rows that are measured, which carry theirs in ROW_COLUMN."""

    path: Path
    sha256: str
    rows: Sequence[int]
    also_trained: list[int]
    dataset: Any

    def described(self) -> dict[str, Any]:
        """Return comparison.ts's `data`."""
        return {
            "path": str(self.path),
            "sha256": self.sha256,
            "rows": len(self.rows),
            "alsoTrained": self.also_trained,
            "dropped": [],
        }


def load_held_out(request: CompareRequest, columns: list[str] | None) -> HeldOut | None:
    """Load the rows of the request's file, in its order; None where none is named. `columns` are the recipe's.

    Raises CompareError for a file that is not there, or that holds bytes or lines that no training could read.
    """
    path = request.data
    if path is None:
        return None
    digest = _sha256(path)
    _require_whole_lines(path)
    rows = row_numbers(path)
    if not rows:
        return HeldOut(path, digest, [], [], None)
    return HeldOut(
        path,
        digest,
        rows,
        rows_also_trained(path, request.training_data),
        _load(path, rows, max(request.most_asked, request.most_measured), columns),
    )


def _load(path: Path, rows: Sequence[int], most: int, columns: list[str] | None) -> Any:
    import datasets

    # A cached map would keep the date that a template printed the other day.
    datasets.disable_caching()
    builder = _BUILDERS.get(path.suffix.lower(), "json")
    dataset = datasets.load_dataset(builder, data_files=str(path), split="train")
    if len(dataset) != len(rows):
        raise CompareError("bad-data", f"{path.name} has {len(rows)} rows, and `datasets` reads {len(dataset)}.")
    if columns and set(columns) <= set(dataset.column_names):
        dataset = dataset.select_columns(columns)
    first = range(min(most, len(rows)))
    return dataset.select(first).add_column(ROW_COLUMN, list(rows[: len(first)]))


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CompareError("bad-data", f"The held-out file {path} cannot be read: {error.strerror}.") from error


def _require_whole_lines(path: Path) -> None:
    if path.suffix.lower() not in {".jsonl", ".ndjson"}:
        return
    line = first_broken_line(path)
    if line is not None:
        raise CompareError("bad-data", f"Line {line} of {path.name} {_fault_of_line(path, line)}.")


def _fault_of_line(path: Path, wanted: int) -> str:
    with path.open("rb") as file:
        line = next(line for number, line in enumerate(file, start=1) if number == wanted)
    try:
        line.decode()
    except UnicodeDecodeError:
        return "holds bytes that are no UTF-8"
    return "is no JSON"

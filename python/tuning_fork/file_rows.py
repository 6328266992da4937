"""Row numbers of a data file as the linter counts them: physical line, array element, CSV or Parquet record."""

import csv
import json
from array import array
from collections.abc import Sequence
from pathlib import Path

_BLANK = b" \t\r\n"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def row_numbers(path: Path) -> Sequence[int] | None:
    """Return the 1-based row number of each record of a file, in order; None for kinds that are not read."""
    match path.suffix.lower():
        case ".jsonl" | ".ndjson" | ".json":
            return _json_rows(path)
        case ".csv":
            return _csv_rows(path)
        case ".parquet":
            from pyarrow import parquet

            return range(1, parquet.ParquetFile(path).metadata.num_rows + 1)
        case _:
            return None


def first_broken_line(path: Path) -> int | None:
    """Return the first line (1-based) of a JSONL file that is no JSON or no UTF-8."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip(_BLANK) and not _is_json(line):
                    return number
    except OSError:
        return None
    return None


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line.removeprefix(_BYTE_ORDER_MARK).decode())
    except (ValueError, RecursionError):
        return False
    return True


def _json_rows(path: Path) -> Sequence[int]:
    with path.open("rb") as file:
        rows = array("q", (number for number, line in enumerate(file, start=1) if line.strip(_BLANK)))
        file.seek(0)
        head = file.read(4096).removeprefix(_BYTE_ORDER_MARK).lstrip(_BLANK)
    if not head.startswith(b"["):
        return rows
    with path.open("rb") as file:
        return range(1, len(json.loads(file.read().decode("utf-8-sig"))) + 1)


def _csv_rows(path: Path) -> Sequence[int]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        records = sum(1 for record in csv.reader(file) if record)
    return range(1, records)

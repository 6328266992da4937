"""JSON values of the rows of data files, to tell which held-out rows were trained on as well."""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_BLANK = b" \t\r\n"


def rows_also_trained(held_out: Path, training: Iterable[Path]) -> list[int]:
    """Return the 1-based rows of `held_out` whose JSON value equals a row's of a training file.

    Equal as for the lint rule exact-duplicate (docs/rules.md): the order of keys aside, 1 and 1.0 the same.
    """
    rows_by_digest: dict[bytes, list[int]] = {}
    for number, value in _values(held_out):
        rows_by_digest.setdefault(_digest(value), []).append(number)
    found: set[int] = set()
    for path in training:
        for _, value in _values(path):
            found.update(rows_by_digest.pop(_digest(value), ()))
    return sorted(found)


def first_value(paths: Iterable[Path]) -> Any:
    """Return the value of the first row of the first file that has one, else None."""
    return next((value for path in paths for _, value in _values(path)), None)


def _values(path: Path) -> Iterator[tuple[int, Any]]:
    """Yield (row, value) of the rows that can be read; nothing of a file that cannot."""
    try:
        match path.suffix.lower():
            case ".csv":
                with path.open(encoding="utf-8-sig", newline="") as file:
                    yield from enumerate(csv.DictReader(file), start=1)
            case ".parquet":
                from pyarrow import parquet

                batches = parquet.ParquetFile(path).iter_batches()
                yield from enumerate((row for batch in batches for row in batch.to_pylist()), start=1)
            case _:
                yield from _json_values(path)
    except (OSError, ValueError):
        return


def _json_values(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open("rb") as file:
        head = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip(_BLANK)
    if head.startswith(b"["):
        yield from enumerate(json.loads(path.read_text(encoding="utf-8-sig")), start=1)
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield number, json.loads(line.decode("utf-8-sig"))
            except (ValueError, RecursionError):
                continue


def _digest(value: Any) -> bytes:
    text = json.dumps(_normal(value), sort_keys=True, default=str)
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _normal(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _normal(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value

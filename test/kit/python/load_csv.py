"""load_csv.py FOLDER ROWS_AT_ONCE: what load_dataset makes of each CSV file of a folder.

Prints one JSON object: {name: {"types": {column: type}, "rows": [...]} or {"error": [kind, text]}}.
"""

import json
import math
import sys
import tempfile
from pathlib import Path

import datasets

datasets.disable_progress_bars()
datasets.logging.set_verbosity(datasets.logging.CRITICAL)


def printed(value):
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def rows_of(loaded):
    return [{name: printed(value) for name, value in loaded[n].items()} for n in range(len(loaded))]


def load(path, at_once):
    with tempfile.TemporaryDirectory() as cache:
        try:
            loaded = datasets.load_dataset(
                "csv", data_files=str(path), split="train", cache_dir=cache, chunksize=at_once
            )
            types = {name: str(feature.dtype) for name, feature in loaded.features.items()}
            return {"types": types, "rows": rows_of(loaded)}
        except Exception as error:  # noqa: BLE001 (whatever stops a load is an answer)
            while error.__cause__ is not None:
                error = error.__cause__
            return {"error": [type(error).__name__, str(error)]}


def main(folder, at_once):
    answers = {path.name: load(path, at_once) for path in sorted(Path(folder).iterdir())}
    json.dump(answers, sys.stdout, default=repr)


main(sys.argv[1], int(sys.argv[2]))

"""load_with_datasets.py FOLDER rows|types: what load_dataset makes of each JSON file of a folder.

Prints one JSON object: {name: {"type": ..., "rows": [...]} or {"error": [kind, text]}}. Types are {"kind": ...} as
src/core/dataset/loading/loaded-type.ts has them; values that are no JSON are printed by repr().
"""

import json
import sys
import tempfile
from pathlib import Path

import datasets

datasets.disable_progress_bars()
datasets.logging.set_verbosity(datasets.logging.CRITICAL)

KINDS = {
    "null": "null",
    "string": "string",
    "int64": "integer",
    "double": "float",
    "float64": "float",
    "bool": "boolean",
}


def loaded_type(feature):
    if isinstance(feature, dict):
        return {"kind": "struct", "fields": {key: loaded_type(each) for key, each in sorted(feature.items())}}
    if isinstance(feature, datasets.List):
        return {"kind": "list", "item": loaded_type(feature.feature)}
    if isinstance(feature, datasets.Json):
        return {"kind": "json"}
    return {"kind": "date" if feature.dtype == "timestamp[s]" else KINDS[feature.dtype]}


def load(path, what):
    with tempfile.TemporaryDirectory() as cache:
        try:
            loaded = datasets.load_dataset("json", data_files=str(path), split="train", cache_dir=cache)
            return {
                "type": loaded_type(loaded.features),
                "rows": [loaded[n] for n in range(len(loaded))] if what == "rows" else [],
            }
        except Exception as error:  # noqa: BLE001 (whatever stops a load is an answer)
            while error.__cause__ is not None:
                error = error.__cause__
            return {"error": [type(error).__name__, str(error)]}


def main(folder, what):
    answers = {path.name: load(path, what) for path in sorted(Path(folder).iterdir())}
    json.dump(answers, sys.stdout, default=repr)


main(*sys.argv[1:])

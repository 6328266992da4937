"""What `datasets` makes of folders: python load_folders.py ROOT prints one JSON object, folder name to answer."""

import json
import logging
import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HOME"] = tempfile.mkdtemp()

import datasets  # noqa: E402

datasets.disable_progress_bars()
logging.disable(logging.CRITICAL)


def rows_of(name: str, **options: object) -> dict:
    try:
        data = datasets.load_dataset(name, cache_dir=tempfile.mkdtemp(), **options)
    except Exception as error:  # noqa: BLE001
        return {"error": f"{type(error).__name__}: {error}"}
    rows = {str(split): json.loads(json.dumps(list(each), default=str)) for split, each in data.items()}
    return {"rows": rows}


def loaded(folder: str) -> dict:
    listed = os.path.join(folder, "data_files.list")
    if os.path.exists(listed):
        with open(listed, encoding="utf-8") as names:
            order = [os.path.join(folder, name.strip()) for name in names]
        return rows_of("json", data_files=order)
    try:
        builder = datasets.load_dataset_builder(folder, cache_dir=tempfile.mkdtemp())
    except Exception as error:  # noqa: BLE001
        return {"error": f"{type(error).__name__}: {error}"}
    files = {
        str(split): [os.path.relpath(str(file), folder).replace(os.sep, "/") for file in each]
        for split, each in builder.config.data_files.items()
    }
    return {"files": files, **rows_of(folder)}


root = sys.argv[1]
print(json.dumps({name: loaded(os.path.join(root, name)) for name in sorted(os.listdir(root))}))

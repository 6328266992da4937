"""What `datasets` reads files as by their names: prints one JSON object with its tables, and what it makes of the lists of names on stdin."""

import json
import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HOME"] = tempfile.mkdtemp()

from datasets import packaged_modules as tables  # noqa: E402
from datasets.data_files import DataFilesList  # noqa: E402
from datasets.load import infer_module_for_data_files_list  # noqa: E402


def read(names: list[str]) -> list:
    module, options = infer_module_for_data_files_list(DataFilesList(names, []))
    if module is None:
        return [None, {}, []]
    extensions = tables._MODULE_TO_EXTENSIONS[module] + tables._MODULE_TO_METADATA_EXTENSIONS[module]
    kept = DataFilesList(names, []).filter(
        extensions=extensions, file_names=tables._MODULE_TO_METADATA_FILE_NAMES[module]
    )
    return [module, options, list(kept)]


def is_data(name: str) -> bool:
    return any("." + part in tables._ALL_ALLOWED_EXTENSIONS for part in name.split(".")[1:])


asked = json.load(sys.stdin)
answer = {
    "extensions": {extension: list(module) for extension, module in tables._EXTENSION_TO_MODULE.items()},
    "metadata": tables._ALL_METADATA_FILENAMES,
    "lists": [read(names) for names in asked["lists"]],
    "data": [is_data(name) for name in asked["names"]],
}
print(json.dumps(answer))

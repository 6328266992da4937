"""The run directory of an own script: the same files as a launcher makes, but for the copied runner."""

import json
import os
import secrets
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from tuning_fork.failure import redact
from tuning_fork.process_identity import boot_id, start_ticks
from tuning_fork.run_directory import RunDirectory
from tuning_fork.run_id import run_id

_PACKAGES = ["trl", "transformers", "datasets", "accelerate", "peft", "torch", "huggingface_hub"]
_OUTPUT_NOTE = "The output of this run went to where its script was started.\n"


def open_script_directory(script: str) -> RunDirectory:
    """Return the run directory for a script: the one that TUNING_FORK_RUN_DIR names, else a new one.

    A run.json that is there already is another launcher's and stays as it is.
    """
    named = os.environ.get("TUNING_FORK_RUN_DIR")
    if named and (Path(named) / "run.json").exists():
        return RunDirectory(Path(named).absolute())
    if named:
        target = Path(named).absolute()
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        _fill(target, target.name, script)
        return RunDirectory(target)
    runs = _runs_folder(Path.cwd())
    identifier = run_id(datetime.now().astimezone(), Path(script).stem, secrets.randbits(16))
    # Built under another name, so that no reader ever takes a part of a directory for a run.
    building = runs / f".new-{identifier}"
    building.mkdir(mode=0o700)
    _fill(building, identifier, script)
    building.rename(runs / identifier)
    return RunDirectory(runs / identifier)


def change_record(run: RunDirectory, **changes: object) -> None:
    """Replace fields of run.json by write-and-rename."""
    path = run.path / "run.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    fresh = path.with_name(f"run.json.{os.getpid()}.tmp")
    fresh.write_text(json.dumps(record | changes, indent=2) + "\n", encoding="utf-8")
    fresh.replace(path)


def _runs_folder(folder: Path) -> Path:
    own = folder / ".tuning-fork"
    own.mkdir(exist_ok=True)
    with suppress(FileExistsError), (own / ".gitignore").open("x", encoding="utf-8") as ignore:
        ignore.write("*\n")
    runs = own / "runs"
    runs.mkdir(mode=0o700, exist_ok=True)
    return runs


def _fill(directory: Path, identifier: str, script: str) -> None:
    record = {
        "version": 1,
        "id": identifier,
        "name": Path(script).stem,
        "launcher": "local",
        # The group of the process is the user's shell's: only the process itself is the run.
        "observed": True,
        "recipe": script,
        "command": [sys.executable, *map(redact, sys.orig_argv[1:])],
        "python": sys.executable,
        "versions": {name: version for name in _PACKAGES if (version := _version(name))},
        "pid": os.getpid(),
        "startTicks": start_ticks(),
        "bootId": boot_id(),
        "hostname": socket.gethostname(),
        "uid": os.getuid() if hasattr(os, "getuid") else None,
        "createdAt": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "outputDir": str(Path.cwd()),
        "data": [],
        "templateSha256": None,
        "tokenizerSha256": None,
    }
    (directory / "run.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    (directory / "recipe.yaml").write_text(f"# {script} has not built its trainer yet.\n", encoding="utf-8")
    (directory / "output.log").write_text(_OUTPUT_NOTE, encoding="utf-8")


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None

"""The run directory as the runner sees it (src/node/run/run-directory.ts)."""

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RunDirectory:
    """Places inside `.tuning-fork/runs/<id>/`."""

    path: Path

    @property
    def events(self) -> Path:
        """The append-only event log."""
        return self.path / "events.jsonl"

    @property
    def report(self) -> Path:
        """What the training process tells the leader; removed when the run has ended."""
        return self.path / ".report.json"

    @property
    def output(self) -> Path:
        """Standard output and error of all processes, as the launcher directed them."""
        return self.path / "output.log"

    def data(self) -> list[dict[str, object]]:
        """Entries of run.json's `data`; [] without a run.json."""
        try:
            entries = json.loads((self.path / "run.json").read_text(encoding="utf-8"))["data"]
        except (OSError, ValueError, KeyError, TypeError):
            return []
        return entries if isinstance(entries, list) else []

    def data_paths(self) -> list[str]:
        """Paths of run.json's `data`, made absolute by the working directory; [] without a run.json."""
        try:
            return [os.path.realpath(str(entry["path"])) for entry in self.data()]
        except (KeyError, TypeError):
            return []


def find_run_directory(arguments: list[str]) -> RunDirectory | None:
    """Return the directory that TUNING_FORK_RUN_DIR names, else the one that holds the --config file."""
    named = os.environ.get("TUNING_FORK_RUN_DIR")
    if named:
        return RunDirectory(Path(named).absolute())
    # Only as a token of its own: TRL does not recognise `--config=FILE` (trl 1.16 scripts/utils.py:321).
    if "--config" in arguments[:-1]:
        return RunDirectory(Path(arguments[arguments.index("--config") + 1]).absolute().parent)
    return None

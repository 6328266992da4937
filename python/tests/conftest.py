"""Places and helpers that several tests share."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PACKAGE_PARENT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """A run directory of a test, named like a real one."""

    path: Path

    @property
    def id(self) -> str:
        return self.path.name

    def events(self) -> list[dict[str, Any]]:
        """All whole events; a cut line is left out."""
        try:
            lines = (self.path / "events.jsonl").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        return [event for event in map(parse_or_none, lines) if event is not None]

    def of_type(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in self.events() if event["type"] == kind]

    def ended(self) -> dict[str, Any]:
        """The one last event, without what all events have."""
        (event,) = self.of_type("ended")
        assert event == self.events()[-1]
        return {key: value for key, value in event.items() if key not in {"v", "seq", "time", "type"}}

    def has_gapless_numbers(self) -> bool:
        numbers = [event["seq"] for event in self.events()]
        return numbers == list(range(1, len(numbers) + 1))

    def processes(self) -> list[str]:
        """Command lines of living processes that carry the run id."""
        listing = subprocess.run(
            ["/bin/ps", "-axww", "-o", "stat=,command="], capture_output=True, text=True, check=True
        )
        rows = (line.split(None, 1) for line in listing.stdout.splitlines())
        return [row[1] for row in rows if len(row) > 1 and self.id in row[1] and not row[0].startswith("Z")]


def parse_or_none(line: str) -> dict[str, Any] | None:
    try:
        return json.loads(line)
    except ValueError:
        return None


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path, "fake")


def make_run(folder: Path, name: str) -> Run:
    path = folder / ".tuning-fork" / "runs" / f"20260101-000000-{name}-{os.getpid() % 0xFFFF:04x}"
    path.mkdir(parents=True)
    return Run(path)


def start(run: Run, arguments: list[str], folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a runner as the extension does: own session, no input, output to a file."""
    with (run.path / "output.log").open("wb") as output:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": str(PACKAGE_PARENT),
                "PYTHONSAFEPATH": "1",
                "PYTHONUTF8": "1",
                **environment,
            },
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )

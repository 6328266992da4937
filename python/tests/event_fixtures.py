"""Event logs of real runs that Python writes and the TypeScript tests read: test/fixtures/events/*.jsonl.

TUNING_FORK_UPDATE_FIXTURES=1 rewrites them from the runs of test_training.py.
"""

import os
from pathlib import Path
from typing import Any

from conftest import PACKAGE_PARENT, Run, parse_or_none

FIXTURES = PACKAGE_PARENT.parent / "test" / "fixtures" / "events"
_MOST_EVENTS = 40


def check_fixture(name: str, run: Run, folder: Path) -> None:
    """Check that the run wrote events of the same kinds and fields as the fixture has.

    Progress of tokenizing is left out: how much of it there is depends on the machine's speed.
    """
    text = (run.path / "events.jsonl").read_text(encoding="utf-8").replace(str(folder), "/work")
    path = FIXTURES / f"{name}.jsonl"
    if os.environ.get("TUNING_FORK_UPDATE_FIXTURES"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_shortened(name, text), encoding="utf-8")
    assert _kinds(path.read_text(encoding="utf-8")) == _kinds(text)


def _shortened(name: str, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if name == "cut-last-line":
        return "".join(lines[:_MOST_EVENTS])[:-25]
    assert len(lines) <= _MOST_EVENTS, "too long for a fixture: run it again on a quieter machine"
    return text


def _kinds(text: str) -> set[tuple[Any, ...]]:
    events = [event for event in map(parse_or_none, text.splitlines()) if event is not None]
    return {
        (event["type"], *sorted(event), *sorted(event.get("metrics", ())), event.get("name"), event.get("code"))
        for event in events
        if not (event.get("name") == "tokenizing" and "done" in event)
    }

"""Events on the log of a job: what is printed, and that nothing else can look like it."""

import json
import os
import subprocess
import sys

import pytest
from conftest import PACKAGE_PARENT
from job_log_fixtures import FIXTURES, NONCE, check_fixtures

from tuning_fork.job_log import MOST_BYTES, log_lines

SCRIPT = """
import sys
from pathlib import Path
from tuning_fork.event_log import EventLog
sys.stdout.write("50%|#####")
sys.stdout.flush()
log = EventLog(Path(sys.argv[1]))
log.write("started", pid=7)
log.write("warning", code="long", message="x" * 20000)
log.write("ended", outcome="completed")
"""


def output_of(folder, nonce: dict[str, str]) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "TUNING_FORK_EVENTS_NONCE"}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder / "events.jsonl")],
        env={**environment, "PYTHONPATH": str(PACKAGE_PARENT), **nonce},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def read_events(log: str, nonce: str) -> list[str]:
    """The JSON texts that a log carries, whole ones only: what a reader of jobs has to do."""
    found: list[str] = []
    pieces: dict[int, str] = {}
    prefix = f"tuning-fork:{nonce} "
    for line in log.split("\n"):
        if not line.startswith(prefix):
            continue
        rest = line.removeprefix(prefix)
        if not rest.startswith("+"):
            found.append(rest)
            continue
        seq, place, piece = rest.split(" ", 2)
        number, count = map(int, place.split("/"))
        joined = pieces.pop(int(seq), "") + piece
        if number == count:
            found.append(joined)
        else:
            pieces[int(seq)] = joined
    return found


def test_without_a_nonce_nothing_is_printed(tmp_path):
    assert output_of(tmp_path, {}) == "50%|#####"


def test_the_log_carries_exactly_the_events_of_the_file(tmp_path):
    log = output_of(tmp_path, {"TUNING_FORK_EVENTS_NONCE": NONCE})
    written = (tmp_path / "events.jsonl").read_text().splitlines()
    assert len(written) == 3
    assert read_events(log, NONCE) == written


def test_an_event_begins_a_line_after_an_unfinished_progress_bar(tmp_path):
    first, second, *_ = output_of(tmp_path, {"TUNING_FORK_EVENTS_NONCE": NONCE}).split("\n")
    assert first == "50%|#####"
    assert second.startswith(f"tuning-fork:{NONCE} {{")


def test_an_output_that_nobody_reads_any_more_does_not_end_the_run(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as output:
        code = subprocess.run(
            [sys.executable, "-c", SCRIPT.replace("sys.stdout", "#"), str(tmp_path / "events.jsonl")],
            env={**os.environ, "PYTHONPATH": str(PACKAGE_PARENT), "TUNING_FORK_EVENTS_NONCE": NONCE},
            stdout=output,
            check=False,
        ).returncode
    assert code == 0
    assert len((tmp_path / "events.jsonl").read_text().splitlines()) == 3


# Around what one and two writes hold, and where the number of pieces gets another digit.
SIZES = [0, 3900, 4049, 4050, 4051, 4100, 8050, 8200, 40_000, 41_000, 500_000]


@pytest.mark.parametrize("length", SIZES)
@pytest.mark.parametrize("seq", [1, 99_999_999])
def test_no_write_is_longer_than_a_log_line_and_joined_they_are_the_event(length, seq):
    text = json.dumps({"seq": seq, "message": "x" * length})
    lines = log_lines(NONCE, seq, text)
    assert max(map(len, lines)) <= MOST_BYTES
    assert all(line.startswith(b"\n") and line.endswith(b"\n") and line.count(b"\n") == 2 for line in lines)
    assert read_events(b"".join(lines).decode(), NONCE) == [text]
    assert (len(lines) == 1) == (len(text) + len(f"\ntuning-fork:{NONCE} \n") <= MOST_BYTES)


def test_fixtures_hold_what_is_printed_and_what_must_be_read():
    check_fixtures()
    logs = sorted(FIXTURES.glob("*.log"))
    assert len(logs) == 4
    for log in logs:
        expected = log.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
        assert read_events(log.read_text(encoding="utf-8"), NONCE) == expected, log.name

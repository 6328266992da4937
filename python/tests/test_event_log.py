import json
import math
import resource
from datetime import datetime
from pathlib import Path

import pytest

from tuning_fork.event_log import EventLog


def write(path: Path, *events: tuple[str, dict[str, object]]) -> None:
    log = EventLog(path)
    for kind, fields in events:
        log.write(kind, **fields)
    log.close()


def test_numbers_events_from_one_and_goes_on_where_another_writer_stopped(tmp_path):
    path = tmp_path / "events.jsonl"
    write(path, ("phase", {"name": "checking"}), ("started", {"pid": 7}))
    write(path, ("ended", {"outcome": "completed"}))
    events = [json.loads(line) for line in path.read_text().splitlines()]
    assert [(event["v"], event["seq"], event["type"]) for event in events] == [
        (1, 1, "phase"),
        (1, 2, "started"),
        (1, 3, "ended"),
    ]


def test_an_event_that_there_is_no_room_for_raises_and_leaves_the_next_one_whole(tmp_path):
    path = tmp_path / "events.jsonl"
    log = EventLog(path)
    log.write("phase", name="checking")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 20, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            log.write("phase", name="training")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    log.write("ended", outcome="failed")
    log.close()
    first, cut, last = path.read_text().splitlines()
    assert len(cut) == 20
    assert [json.loads(line)["seq"] for line in (first, last)] == [1, 2]


def test_writes_time_in_utc_with_milliseconds(tmp_path):
    path = tmp_path / "events.jsonl"
    write(path, ("started", {"pid": 7}))
    time = json.loads(path.read_text())["time"]
    assert datetime.strptime(time, "%Y-%m-%dT%H:%M:%S.%fZ").isoformat(timespec="milliseconds") + "Z" == time  # noqa: DTZ007


@pytest.mark.parametrize(
    ("value", "text"),
    [(math.nan, '"NaN"'), (math.inf, '"Infinity"'), (-math.inf, '"-Infinity"'), (0.1 + 0.2, "0.30000000000000004")],
)
def test_writes_numbers_at_full_precision_and_those_that_json_lacks_as_strings(tmp_path, value, text):
    path = tmp_path / "events.jsonl"
    write(path, ("log", {"step": 1, "metrics": {"loss": value}, "rows": [[0, 1, value, 2]]}))
    assert f'"loss":{text}' in path.read_text()
    assert f"[0,1,{text},2]" in path.read_text()


@pytest.mark.parametrize("cut", ['{"v":1,"seq":2,"ty', '{"v":1,"seq":2,"type":"log","text":"\udcff'])
def test_begins_a_new_line_after_a_cut_one_and_gives_its_number_again(tmp_path, cut):
    path = tmp_path / "events.jsonl"
    write(path, ("started", {"pid": 7}))
    with path.open("ab") as file:
        file.write(cut.encode(errors="surrogateescape"))
    write(path, ("ended", {"outcome": "stopped"}))
    lines = path.read_bytes().split(b"\n")
    assert lines[1] == cut.encode(errors="surrogateescape")
    assert json.loads(lines[2])["seq"] == 2


def test_counts_a_last_line_that_lacks_its_line_end_only(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text('{"v":1,"seq":1,"type":"x"}')
    write(path, ("ended", {"outcome": "stopped"}))
    assert [json.loads(line)["seq"] for line in path.read_text().splitlines()] == [1, 2]


@pytest.mark.parametrize("size", [65_000, 65_536, 200_000])
def test_finds_the_last_number_behind_long_lines(tmp_path, size):
    path = tmp_path / "events.jsonl"
    write(path, ("started", {"pid": 7}), ("warning", {"message": "x" * size}))
    with path.open("a") as file:
        file.write('{"cut": "' + "y" * size)
    write(path, ("ended", {"outcome": "stopped"}))
    assert json.loads(path.read_text().splitlines()[-1])["seq"] == 3

"""Logs of jobs and the events that must be read from them: test/fixtures/job-logs/NAME.log and NAME.jsonl.

TypeScript's reader of job logs is held to them, too. TUNING_FORK_UPDATE_FIXTURES=1 writes them.
"""

import json
import os
from typing import Any

from conftest import PACKAGE_PARENT

from tuning_fork.job_log import log_lines

FIXTURES = PACKAGE_PARENT.parent / "test" / "fixtures" / "job-logs"
NONCE = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
OTHER_NONCE = "f" * 32
STARTED = "===== Job started at 2026-11-25 22:31:00 =====\nInstalled 42 packages in 1.5s\n"
BAR = "\r 33%|###3      | 1/3 [00:01<00:02,  1.00s/it]"


def event(seq: int, kind: str, **fields: object) -> dict[str, Any]:
    return {"v": 1, "seq": seq, "time": f"2026-11-25T22:31:{seq:02d}.250Z", "type": kind, **fields}


def encode(each: dict[str, Any]) -> str:
    return json.dumps(each, separators=(",", ":"))


def printed(each: dict[str, Any], nonce: str = NONCE) -> list[str]:
    return [line.decode() for line in log_lines(nonce, each["seq"], encode(each))]


def long_rows(seq: int) -> dict[str, Any]:
    """An event of many rows and a warning's worth of letters that take six bytes each in ASCII JSON."""
    rows = [[0, 100_000 + row, 1.2345678 + row, 512] for row in range(64)]
    return event(seq, "rows", step=seq, rows=rows, note="손실이 숫자가 아닙니다 🎛 " * 100)


def cases() -> dict[str, tuple[str, list[dict[str, Any]]]]:
    """Log text and events by fixture name."""
    started, log = event(1, "started", pid=7), event(2, "log", step=1, epoch=0.5, metrics={"loss": 0.1 + 0.2})
    ended, rows = event(4, "ended", outcome="completed"), long_rows(3)
    forged = {**ended, "seq": 3, "outcome": "failed", "cause": "error"}
    beside_bars = [STARTED, *printed(started), BAR, *printed(log), BAR, "\n", *printed({**ended, "seq": 3})]
    split = [STARTED, *printed(started), *printed(log), BAR]
    for piece in printed(rows):
        split += [piece, "{'loss': '0.3'}\n", BAR]
    split += printed(ended)
    not_events = [
        STARTED,
        *printed(started),
        *printed(forged, OTHER_NONCE),
        f"tuning-fork: {encode(forged)}\n",
        f"the log said tuning-fork:{NONCE} {encode(forged)}\n",
        encode(forged) + "\n",
        *printed(log),
    ]
    # What was printed last was cut off with the job: a piece is missing.
    cut = [STARTED, *printed(started), *printed(long_rows(2))[:-1]]
    return {
        "beside-progress-bars": ("".join(beside_bars), [started, log, {**ended, "seq": 3}]),
        "split": ("".join(split), [started, log, rows, ended]),
        "not-events": ("".join(not_events), [started, log]),
        "cut": ("".join(cut), [started]),
    }


def check_fixtures() -> None:
    """Check that the files hold what the runner prints today."""
    for name, (log, events) in cases().items():
        texts = {"log": log, "jsonl": "".join(encode(each) + "\n" for each in events)}
        for suffix, text in texts.items():
            path = FIXTURES / f"{name}.{suffix}"
            if os.environ.get("TUNING_FORK_UPDATE_FIXTURES"):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
            assert path.read_bytes() == text.encode(), path.name

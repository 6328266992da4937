"""The leader over fake training processes: no TRL, real signals."""

import os
import signal
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import Run, start

from tuning_fork.leader import _failure_without_report
from tuning_fork.run_directory import RunDirectory

FAKE = Path(__file__).with_name("lead_fake.py")
PRELUDE = """
import os, signal, subprocess, sys, time
from pathlib import Path
from tuning_fork.failure import Failure
from tuning_fork.run_report import update_report
report = Path(sys.argv[1]) / ".report.json"
ready = Path(sys.argv[1]) / "ready"
"""
LIMIT_SECONDS = 30


def lead(run: Run, script: str):
    return start(run, [str(FAKE), str(run.path), PRELUDE + script], run.path, {})


def wait_until_ready(run: Run) -> None:
    deadline = time.monotonic() + LIMIT_SECONDS
    while not (run.path / "ready").exists():
        assert time.monotonic() < deadline, "the fake process did not start"
        time.sleep(0.02)


def test_completed_when_the_model_is_saved(run):
    leader = lead(run, "update_report(report, saved=True, finished=True)")
    assert leader.wait(LIMIT_SECONDS) == 0
    assert run.ended() == {"outcome": "completed"}
    assert run.has_gapless_numbers()
    assert not (run.path / ".report.json").exists()


def test_exit_code_zero_without_a_saved_model_is_a_failure(run):
    assert lead(run, "sys.exit(0)").wait(LIMIT_SECONDS) == 1
    assert run.ended()["outcome"] == "failed"
    assert "before the model was saved" in run.ended()["message"]


def test_failure_is_what_the_process_reported_first(run):
    script = """
update_report(report, failure=Failure("bad-data", "Row 3 is bad.", 3))
update_report(report, failure=Failure("error", "A consequence.", None))
sys.exit(1)"""
    assert lead(run, script).wait(LIMIT_SECONDS) == 1
    assert run.ended() == {"outcome": "failed", "cause": "bad-data", "message": "Row 3 is bad.", "row": 3}


def test_failure_without_report_is_read_from_the_output(run):
    lead(run, "raise OSError(28, 'No space left on device')").wait(LIMIT_SECONDS)
    assert run.ended()["cause"] == "disk-full"
    assert "Traceback" not in run.ended()["message"]


def test_failure_without_a_word_on_a_full_disk_is_the_disk(run, monkeypatch):
    lead(run, "sys.exit(1)").wait(LIMIT_SECONDS)
    assert run.ended()["cause"] == "error"
    full = SimpleNamespace(f_bavail=1, f_frsize=4096)
    monkeypatch.setattr(os, "statvfs", lambda _folder: full)
    assert _failure_without_report(RunDirectory(run.path), 1).cause == "disk-full"


def test_killed_process_is_a_failure_with_cause_killed(run):
    lead(run, "os.kill(os.getpid(), signal.SIGKILL)").wait(LIMIT_SECONDS)
    assert (run.ended()["outcome"], run.ended()["cause"]) == ("failed", "killed")


def test_failure_after_saving_leaves_the_run_completed_with_a_warning(run):
    script = """
update_report(report, saved=True)
update_report(report, failure=Failure("error", "403 Forbidden.", None))
sys.exit(1)"""
    assert lead(run, script).wait(LIMIT_SECONDS) == 0
    assert run.ended() == {"outcome": "completed"}
    (warning,) = run.of_type("warning")
    assert warning["code"] == "failed-after-saving"
    assert "403" in warning["message"]


def test_in_a_job_a_failed_upload_after_saving_is_a_failure(run):
    script = """
update_report(report, saved=True, failure=Failure("error", "HTTPError: 503.", None))
sys.exit(1)"""
    leader = start(run, [str(FAKE), str(run.path), PRELUDE + script], run.path, {"TUNING_FORK_EVENTS_NONCE": "0f"})
    assert leader.wait(LIMIT_SECONDS) == 1
    assert run.ended()["cause"] == "not-uploaded"
    assert run.ended()["message"] == "The model was trained, but its upload failed: HTTPError: 503."


@pytest.mark.parametrize("to", ["leader", "group"])
@pytest.mark.parametrize("deaf", [False, True], ids=["obeys", "ignores SIGTERM"])
def test_stop_ends_every_process_and_is_written(run, to, deaf):
    ignore = "signal.signal(signal.SIGTERM, signal.SIG_IGN)" if deaf else "pass"
    script = f"""
{ignore}
inner = "import signal, time, pathlib, sys; {ignore}; pathlib.Path(sys.argv[2]).touch(); time.sleep(600)"
subprocess.run([sys.executable, "-c", inner, sys.argv[1], str(ready)])"""
    leader = lead(run, script)
    wait_until_ready(run)
    assert len(run.processes()) == 3
    (os.kill if to == "leader" else os.killpg)(leader.pid, signal.SIGTERM)
    assert leader.wait(LIMIT_SECONDS) == 143
    assert run.ended() == {"outcome": "stopped"}
    assert run.has_gapless_numbers()
    assert run.processes() == []


def test_stop_reaches_a_grandchild_in_a_session_of_its_own(run):
    script = """
inner = "import time, pathlib, sys; pathlib.Path(sys.argv[2]).touch(); time.sleep(600)"
subprocess.run([sys.executable, "-c", inner, sys.argv[1], str(ready)], start_new_session=True)"""
    leader = lead(run, script)
    wait_until_ready(run)
    assert len(run.processes()) == 3
    os.killpg(leader.pid, signal.SIGTERM)
    assert leader.wait(LIMIT_SECONDS) == 143
    assert run.processes() == []


def test_hanging_after_the_work_is_done_is_ended_and_completed_with_a_warning(run):
    leader = lead(run, "update_report(report, saved=True, finished=True); time.sleep(600)")
    assert leader.wait(LIMIT_SECONDS) == 0
    assert run.ended() == {"outcome": "completed"}
    assert [event["code"] for event in run.of_type("warning")] == ["hung-teardown"]
    assert run.processes() == []


def test_what_training_left_running_is_ended_and_named(run):
    script = """
inner = "import time; time.sleep(600)"
subprocess.Popen([sys.executable, "-c", inner, sys.argv[1]])
update_report(report, saved=True, finished=True)"""
    assert lead(run, script).wait(LIMIT_SECONDS) == 0
    assert [event["code"] for event in run.of_type("warning")] == ["leftover-processes"]
    assert run.processes() == []


def test_the_last_event_begins_a_new_line_after_one_cut_by_a_kill(run):
    script = """
with open(os.path.join(sys.argv[1], "events.jsonl"), "ab") as file:
    file.write(b'{"v":1,"seq":2,"type":"log","st')
os.kill(os.getpid(), signal.SIGKILL)"""
    lead(run, script).wait(LIMIT_SECONDS)
    assert run.ended()["cause"] == "killed"
    assert run.has_gapless_numbers()


def test_a_hang_up_does_not_end_the_run(run):
    leader = start(run, ["-m", "tuning_fork", "sft", "--config", str(run.path / "recipe.yaml")], run.path, {})
    deadline = time.monotonic() + LIMIT_SECONDS
    while not run.events():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.kill(leader.pid, signal.SIGHUP)
    assert leader.wait(LIMIT_SECONDS) == 1
    assert run.ended()["cause"] in {"bad-recipe", "missing-package"}

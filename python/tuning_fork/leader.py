"""The leader of a run's process group: starts the work, waits, and writes the one `ended` event.

It uses the standard library only and holds no model, so that it stays when memory runs out below it.
"""

import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from tuning_fork import process_group
from tuning_fork.event_log import EventLog
from tuning_fork.failure import Failure, classify, failure_by_signal
from tuning_fork.job_log import NONCE_VARIABLE
from tuning_fork.run_directory import RunDirectory, find_run_directory
from tuning_fork.run_report import RunReport, read_report

STOP_GRACE_SECONDS = 8.0
TEARDOWN_GRACE_SECONDS = 60.0
LEFTOVER_GRACE_SECONDS = 2.0
_POLL_SECONDS = 1.0
# A signal to the whole group may end the child before this process sees its own copy.
_LATE_STOP_SECONDS = 0.5
_OUTPUT_TAIL_BYTES = 65536
_FULL_DISK_BYTES = 65536
EXIT_CODES = {"completed": 0, "failed": 1, "stopped": 143}


@dataclass(frozen=True)
class Timing:
    """Seconds that a leader waits; tests shorten them."""

    stop_grace: float = STOP_GRACE_SECONDS
    teardown_grace: float = TEARDOWN_GRACE_SECONDS


@dataclass(frozen=True)
class Ending:
    """What `ended` will say, and warnings to be written before it as (code, message)."""

    outcome: str
    failure: Failure | None = None
    warnings: tuple[tuple[str, str], ...] = ()


def lead_run(arguments: list[str], stop_requests: list[int]) -> int:
    """Run `sft ARGUMENTS` to its end and return the exit code: 0 completed, 1 failed, 143 stopped."""
    run = find_run_directory(arguments)
    if run is None:
        print("tuning_fork sft: --config RECIPE is missing.", file=sys.stderr)
        return 2
    launcher = str(Path(__file__).with_name("launch_training.py"))
    command = [sys.executable, launcher, str(run.path), *arguments]
    return supervise(run, command, stop_requests, Timing())


def supervise(run: RunDirectory, command: list[str], stop_requests: list[int], timing: Timing) -> int:
    """Start `command`, see it and all its processes to their end, write `ended`, return the exit code."""
    if os.getpgrp() != os.getpid():
        # Started by hand within another group: ending "the group" must not end strangers.
        os.setpgid(0, 0)
    process_group.adopt_orphans()
    run.report.unlink(missing_ok=True)
    _write(run, [("phase", {"name": "checking"})])
    wake = _wake_on_signals()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    ending = _wait(run, process, stop_requests, wake, timing)
    _write(run, _last_events(ending))
    run.report.unlink(missing_ok=True)
    return EXIT_CODES[ending.outcome]


def _wake_on_signals() -> int:
    """Return a descriptor that becomes readable with every signal, the end of a child included."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    return reader


def _wait(
    run: RunDirectory, process: subprocess.Popen[bytes], stop_requests: list[int], wake: int, timing: Timing
) -> Ending:
    finished_at: float | None = None
    while process.poll() is None and not stop_requests:
        if finished_at is None and _is_over(read_report(run.report)):
            finished_at = time.monotonic()
        if finished_at is not None and time.monotonic() - finished_at > timing.teardown_grace:
            return _end_hanging(run, process, timing)
        _sleep(wake, _POLL_SECONDS)
    if not stop_requests and process.returncode != 0 and not _is_over(read_report(run.report)):
        _wait_for_late_stop(wake, stop_requests)
    if stop_requests:
        process_group.end_other_members(timing.stop_grace)
        process.wait()
        # A stop that comes when all is done stops nothing.
        return _judge(run, 0) if read_report(run.report).finished else Ending("stopped")
    leftover = _end_leftover(timing)
    ending = _judge(run, process.returncode)
    return replace(ending, warnings=(*ending.warnings, *leftover))


def _sleep(wake: int, seconds: float) -> None:
    if select.select([wake], [], [], seconds)[0]:
        os.read(wake, 4096)


def _wait_for_late_stop(wake: int, stop_requests: list[int]) -> None:
    deadline = time.monotonic() + _LATE_STOP_SECONDS
    while not stop_requests and (left := deadline - time.monotonic()) > 0:
        _sleep(wake, left)


def _is_over(report: RunReport) -> bool:
    return report.finished or report.failure is not None


def _end_hanging(run: RunDirectory, process: subprocess.Popen[bytes], timing: Timing) -> Ending:
    process_group.end_other_members(timing.stop_grace)
    process.wait()
    warning = ("hung-teardown", "The training process did not end by itself after its work was done.")
    ending = _judge(run, 1)
    return replace(ending, warnings=(*ending.warnings, warning))


def _end_leftover(timing: Timing) -> tuple[tuple[str, str], ...]:
    """End what the training process left running behind it, and name it."""
    if process_group.wait_for_end(LEFTOVER_GRACE_SECONDS):
        return ()
    names = ", ".join(sorted({entry.command for entry in process_group.other_members()}))
    process_group.end_other_members(timing.stop_grace)
    return (("leftover-processes", f"Processes were still running after training and were ended: {names}."),)


def _judge(run: RunDirectory, exit_code: int) -> Ending:
    """Decide by the report; the exit code alone never makes a run completed (a worker may exit 0 early)."""
    report = read_report(run.report)
    if report.saved and report.failure is not None and os.environ.get(NONCE_VARIABLE):
        # A job's disk is thrown away: what was not uploaded is gone.
        message = f"The model was trained, but its upload failed: {report.failure.message}"
        return Ending("failed", Failure("not-uploaded", message))
    if report.saved:
        return Ending("completed", warnings=_after_saving(report))
    if report.failure is not None:
        return Ending("failed", report.failure)
    return Ending("failed", _failure_without_report(run, exit_code))


def _after_saving(report: RunReport) -> tuple[tuple[str, str], ...]:
    if report.failure is None:
        return ()
    return (("failed-after-saving", f"The model is saved, but what came after failed: {report.failure.message}"),)


def _failure_without_report(run: RunDirectory, exit_code: int) -> Failure:
    if exit_code < 0:
        return failure_by_signal(-exit_code)
    if exit_code == 0:
        return Failure("error", "The training process ended before the model was saved.")
    failure = classify(_tail(run.output))
    if failure.cause == "error" and _is_full(run.path):
        # Neither report nor traceback had room.
        return Failure("disk-full", "The disk is full, and the training process ended.")
    return failure


def _is_full(folder: Path) -> bool:
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize < _FULL_DISK_BYTES


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _OUTPUT_TAIL_BYTES))
            return file.read().decode(errors="replace")
    except OSError:
        return ""


def _last_events(ending: Ending) -> list[tuple[str, dict[str, object]]]:
    events: list[tuple[str, dict[str, object]]] = [
        ("warning", {"code": code, "message": message}) for code, message in ending.warnings
    ]
    ended: dict[str, object] = {"outcome": ending.outcome}
    if ending.failure is not None:
        ended |= {"cause": ending.failure.cause, "message": ending.failure.message}
        if ending.failure.row is not None:
            ended["row"] = ending.failure.row
    return [*events, ("ended", ended)]


def _write(run: RunDirectory, events: list[tuple[str, dict[str, object]]]) -> None:
    log = EventLog(run.events)
    for kind, fields in events:
        log.write(kind, **fields)
    log.close()

"""What the training process says about itself: events, the phase it is in, its report to the leader."""

import os
import time
from typing import Protocol

from tuning_fork.event_log import EventLog
from tuning_fork.failure import Failure
from tuning_fork.run_directory import RunDirectory
from tuning_fork.run_report import update_report

_PROGRESS_SECONDS = 0.2


class EventWriter(Protocol):
    """Where events go."""

    def write(self, kind: str, **fields: object) -> None:
        """Append an event."""


class SilentLog:
    """Stands in for the event log on every rank but 0."""

    def write(self, kind: str, **fields: object) -> None:
        """Write nothing."""


class RunRecorder:
    """Events and report of one training process; only rank 0 writes."""

    def __init__(self, run: RunDirectory) -> None:
        """Open the run's event log if this is rank 0 (torchrun sets RANK, a single process has none)."""
        self.run = run
        self.is_rank_zero = os.environ.get("RANK", "0") == "0"
        self.events: EventWriter = EventLog(run.events) if self.is_rank_zero else SilentLog()
        self.phase_name = ""
        self.training_ended = False
        self._warned: set[str] = set()
        self._progress_at = 0.0

    def phase(self, name: str, **progress: int) -> None:
        """Enter a phase of src/core/run/run-event.ts, or tell its `done` and `total`."""
        self.phase_name = name
        self.events.write("phase", name=name, **progress)

    def progress(self, name: str, done: int, total: int) -> None:
        """Tell progress, at most five times a second and always at the end."""
        now = time.monotonic()
        if done < total and now - self._progress_at < _PROGRESS_SECONDS:
            return
        self._progress_at = now
        self.phase(name, done=done, total=total)

    def warn_once(self, code: str, message: str) -> None:
        """Write a warning if none with this code was written."""
        if code not in self._warned:
            self._warned.add(code)
            self.events.write("warning", code=code, message=message)

    def report_saved(self, *, finished: bool) -> None:
        """Tell the leader that the final model is saved, and whether that was the last work."""
        if self.is_rank_zero:
            update_report(self.run.report, saved=True, finished=finished)

    def report_finished(self) -> None:
        """Tell the leader that no work is left."""
        if self.is_rank_zero:
            update_report(self.run.report, finished=True)

    def report_failure(self, failure: Failure) -> None:
        """Tell the leader why this process ends; any rank may be the first to fail."""
        update_report(self.run.report, failure=failure)

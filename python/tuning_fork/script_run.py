"""A run that is an own script's process: its directory, its events, and `ended` when the process ends."""

import os
import signal
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from tuning_fork.effective_recipe import effective_recipe
from tuning_fork.failure import Failure, classify
from tuning_fork.run_directory import RunDirectory
from tuning_fork.run_recorder import EventWriter, RunRecorder
from tuning_fork.script_directory import change_record, open_script_directory

EXIT_CODE_STOPPED = 143
_NEVER_TRAINED = "No SFTTrainer trained in this script."
_ENDED_EARLY = "The script ended before its training did."


class StopRequested(SystemExit):
    """SIGTERM came: the script ends as after Ctrl+C, with exit code 143."""

    def __init__(self) -> None:
        """Carry the exit code of a process that SIGTERM ended."""
        super().__init__(EXIT_CODE_STOPPED)


class ForgivingLog:
    """Passes events on until one cannot be written: the user's training goes on without them."""

    def __init__(self, log: EventWriter) -> None:
        """Write to `log`."""
        self._log: EventWriter | None = log

    def write(self, kind: str, **fields: object) -> None:
        """Append an event, or say once that there will be no more."""
        if self._log is None:
            return
        try:
            self._log.write(kind, **fields)
        except OSError as error:
            self._log = None
            print(f"tuning_fork: this run is recorded no further: {error}.", file=sys.stderr)


class ScriptRecorder(RunRecorder):
    """Events of a script's process; there is no leader to report to."""

    def __init__(self, run: RunDirectory) -> None:
        """Open the run's event log if this is rank 0."""
        super().__init__(run)
        self.events = ForgivingLog(self.events)

    def report_saved(self, *, finished: bool) -> None:
        """Tell nobody."""

    def report_finished(self) -> None:
        """Tell nobody."""

    def report_failure(self, failure: Failure) -> None:
        """Tell nobody."""


class ScriptRun:
    """The run of this process from its making to `ended`, which is written once, by `end`."""

    def __init__(self, script: str) -> None:
        """Make the run's directory if this is rank 0. OSError where that cannot be."""
        self.script = script
        self._pid = os.getpid()
        self._is_rank_zero = os.environ.get("RANK", "0") == "0"
        self.directory = open_script_directory(script) if self._is_rank_zero else RunDirectory(Path(os.devnull))
        self.recorder = ScriptRecorder(self.directory)
        self.recorder.events.write("started", pid=self._pid)
        self._began = False
        self._data = self.directory.data()
        self._outcome: dict[str, object] | None = None

    def describe(self, trainer: Any) -> None:
        """Note what the script's trainer was built with."""
        self._began = True
        if not self._is_rank_zero:
            return
        with suppress(OSError, ValueError):
            (self.directory.path / "recipe.yaml").write_text(effective_recipe(trainer, self.script), encoding="utf-8")
            change_record(self.directory, outputDir=os.path.abspath(trainer.args.output_dir))  # noqa: PTH100

    def add_data(self, entry: dict[str, object]) -> None:
        """Add a data file to the run's record."""
        if self._is_rank_zero:
            self._data.append(entry)
            with suppress(OSError, ValueError):
                change_record(self.directory, data=self._data)

    def stopped(self) -> None:
        """Note that somebody asked for the end; what fails on the way out is its consequence."""
        self._outcome = {"outcome": "stopped"}

    def failed(self, error: BaseException) -> None:
        """Note the exception that ends the script."""
        if self._outcome is not None:
            return
        if isinstance(error, KeyboardInterrupt):
            self.stopped()
            return
        failure = classify("".join(traceback.format_exception(error)), self.recorder.phase_name)
        self._outcome = {"outcome": "failed", "cause": failure.cause, "message": failure.message}

    def failed_silently(self, code: object) -> None:
        """Note an exit code that says failure where no exception did."""
        if self._outcome is None:
            self._outcome = {"outcome": "failed", "cause": "error", "message": f"The script ended with {code}."}

    def end(self) -> None:
        """Write `ended`: completed only if a trainer trained to its end. A forked child writes nothing."""
        if os.getpid() != self._pid:
            return
        self._pid = -1
        outcome = self._outcome
        if outcome is None and self.recorder.training_ended:
            outcome = {"outcome": "completed"}
        if outcome is None:
            message = _ENDED_EARLY if self._began else _NEVER_TRAINED
            outcome = {"outcome": "failed", "cause": "error", "message": message}
        self.recorder.events.write("ended", **outcome)

    def end_on_stop(self) -> None:
        """Raise StopRequested where SIGTERM would end the process without a word; a script's own handler stays."""
        if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, self._raise_stop)

    def end_on_exception(self) -> None:
        """See uncaught exceptions before whoever prints them."""
        before = sys.excepthook

        def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            self.failed(error)
            before(kind, error, trace)

        sys.excepthook = note

    def _raise_stop(self, number: int, _frame: FrameType | None) -> None:
        if os.getpid() != self._pid:
            # A forked worker inherits the handler: it ends as it would without us.
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            return
        self.stopped()
        raise StopRequested

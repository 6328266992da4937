"""The process that trains: TRL's own sft script with our callback and row tracker.

Started by accelerate as `training_process.py RUN_DIR [--no-hook] ARGUMENTS`, once per rank.
"""

import os
import signal
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from types import FrameType

_PACKAGE_PARENT = str(Path(__file__).resolve().parent.parent)
# Python put this folder first: its modules must not stand in for others of the same name.
sys.path = [_PACKAGE_PARENT, *(entry for entry in sys.path if entry != str(Path(__file__).resolve().parent))]

from tuning_fork.failure import Failure, classify  # noqa: E402
from tuning_fork.file_rows import first_broken_line  # noqa: E402
from tuning_fork.overhead_clock import OverheadClock  # noqa: E402
from tuning_fork.process_group import die_with_parent  # noqa: E402
from tuning_fork.row_origins import ROW_COLUMN, RowOrigins, failing_row_number  # noqa: E402
from tuning_fork.run_directory import RunDirectory  # noqa: E402
from tuning_fork.run_recorder import RunRecorder  # noqa: E402

NO_HOOK = "--no-hook"
EXIT_CODE_STOPPED = 143


class StopRequestedError(BaseException):
    """SIGTERM came; no `except Exception` on the way out may keep training going."""


def main(run: RunDirectory, arguments: list[str], *, hook: bool) -> int:
    """Train and tell the leader how it went; the traceback of a failure goes to output.log."""
    signal.signal(signal.SIGTERM, _raise_stop)
    die_with_parent()
    recorder = RunRecorder(run)
    origins = RowOrigins(run.data_paths(), lambda message: recorder.warn_once("rows-unknown", message))
    recorder.events.write("started", pid=os.getpid())
    try:
        _train(recorder, origins, arguments, hook=hook)
    except StopRequestedError:
        # No exit handlers: they may wait for the network or for threads.
        os._exit(EXIT_CODE_STOPPED)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the leader must learn of it
        traceback.print_exc()
        recorder.report_failure(_failure_of(error, recorder, origins))
        return 1
    recorder.report_finished()
    return 0


def _raise_stop(_number: int, _frame: FrameType | None) -> None:
    raise StopRequestedError


def _train(recorder: RunRecorder, origins: RowOrigins, arguments: list[str], *, hook: bool) -> None:
    recorder.phase("loading-data")
    from trl.scripts import sft

    from tuning_fork.observed_trainer import observe_trainer
    from tuning_fork.row_losses import RowLosses
    from tuning_fork.tokenizing_progress import watch_tokenizing

    clock = OverheadClock()
    losses = RowLosses(recorder, origins, clock) if hook else None
    parsed = sft.make_parser().parse_args_and_config(arguments, fail_with_unknown_args=False)
    _, _, _, mixture = parsed
    if hook:
        origins.watch_loading()
        for item in mixture.datasets if not mixture.streaming else []:
            if item.columns is not None:
                item.columns = [*item.columns, ROW_COLUMN]
    watch_tokenizing(recorder)
    observe_trainer(recorder, losses, clock)
    if int(os.environ.get("WORLD_SIZE", "1")) > 1 and hook:
        recorder.warn_once("rows-partial", "Of several processes, only the rows of the first one are recorded.")
    sft.main(*parsed)


def _failure_of(error: BaseException, recorder: RunRecorder, origins: RowOrigins) -> Failure:
    failure = classify("".join(traceback.format_exception(error)), recorder.phase_name)
    if failure.cause != "bad-data":
        return failure
    number = failing_row_number(error.__traceback__)
    place = origins.describe(number) if number is not None else _first_broken_row(recorder.run)
    if place is None:
        return failure
    name, row = place
    return replace(failure, message=failure.message.replace("The data", f"Row {row} of {name}", 1), row=row)


def _first_broken_row(run: RunDirectory) -> tuple[str, int] | None:
    for path in map(Path, run.data_paths()):
        if path.suffix.lower() in {".jsonl", ".ndjson"} and (row := first_broken_line(path)) is not None:
            return path.name, row
    return None


if __name__ == "__main__":
    _directory, *_rest = sys.argv[1:]
    # TRL and transformers look at sys.argv in places: they shall see TRL's arguments alone.
    _arguments = [argument for argument in _rest if argument != NO_HOOK]
    sys.argv = [sys.argv[0], *_arguments]
    sys.exit(main(RunDirectory(Path(_directory)), _arguments, hook=NO_HOOK not in _rest))

"""`python -m tuning_fork run SCRIPT`: a user's script as `python SCRIPT` would run it, its SFTTrainer recorded."""

import os
import runpy
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from tuning_fork.after_import import after_import
from tuning_fork.overhead_clock import OverheadClock
from tuning_fork.row_losses import RowLosses
from tuning_fork.script_rows import ScriptRows
from tuning_fork.script_run import ScriptRun, StopRequested
from tuning_fork.tokenizing_progress import watch_tokenizing


def run_script(script: str, arguments: list[str]) -> int:
    """Run the script to its end and return its exit code; 2 where there is none or no room for the run."""
    if not Path(script).is_file():
        print(f"tuning_fork run: there is no file {script}.", file=sys.stderr)
        return 2
    try:
        run = ScriptRun(script)
    except OSError as error:
        print(f"tuning_fork run: the run's directory cannot be made: {error}.", file=sys.stderr)
        return 2
    run.end_on_stop()
    run.recorder.phase("checking")
    _watch_imports(run)
    try:
        return _run(run, script, arguments)
    finally:
        run.end()


def _run(run: ScriptRun, script: str, arguments: list[str]) -> int:
    # As `python SCRIPT` has them: its own arguments, and its folder first on the path.
    sys.argv = [script, *arguments]
    folder = str(Path(script).resolve().parent)
    place = os.path.abspath(script)  # noqa: PTH100 - `__file__` as Python has it: links stay
    if not sys.flags.safe_path:
        sys.path[0] = folder
    else:
        sys.path.insert(0, folder)
    try:
        runpy.run_path(place, run_name="__main__")
    except StopRequested as stop:
        return int(str(stop))
    except SystemExit as leaving:
        return _exit_code(run, leaving.code)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it ends the script and is shown as Python shows it
        run.failed(error)
        shown = error.with_traceback(_own_frames(error.__traceback__, place))
        sys.excepthook(type(shown), shown, shown.__traceback__)
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    return 0


def _watch_imports(run: ScriptRun) -> None:
    """Observe data and trainer where the script imports them, with the environment that it has set by then."""
    clock = OverheadClock()
    rows = ScriptRows(run)
    losses = RowLosses(run.recorder, rows, clock)

    def watch_data(datasets: Any) -> None:
        load_dataset = datasets.load_dataset

        def load_in_phase(*args: Any, **options: Any) -> Any:
            run.recorder.phase("loading-data")
            return load_dataset(*args, **options)

        datasets.load_dataset = load_in_phase
        rows.watch_loading()
        watch_tokenizing(run.recorder)

    def watch_trainer(module: Any) -> None:
        from tuning_fork.observed_trainer import observed

        # The same name, because TRL and transformers put it into messages.
        class SFTTrainer(observed(module.SFTTrainer, run.recorder, losses, clock)):  # type: ignore[misc]
            """TRL's trainer, observed, its data numbered."""

            def __init__(self, *args: Any, **options: Any) -> None:
                rows.number_training_data(options)
                super().__init__(*args, **options)
                run.describe(self)

        module.SFTTrainer = SFTTrainer

    after_import("datasets", watch_data)
    after_import("trl.trainer.sft_trainer", watch_trainer)
    if int(os.environ.get("WORLD_SIZE", "1")) > 1:
        run.recorder.warn_once("rows-partial", "Of several processes, only the rows of the first one are recorded.")


def _exit_code(run: ScriptRun, code: object) -> int:
    """Return what Python makes of `sys.exit(code)`."""
    if code is None:
        return 0
    number = code if isinstance(code, int) else 1
    if number != 0:
        run.failed_silently(code)
    if not isinstance(code, int):
        print(code, file=sys.stderr)
    return number


def _own_frames(trace: TracebackType | None, place: str) -> TracebackType | None:
    """Return the part of a traceback that begins in the script: ours and runpy's frames are not its own."""
    part = trace
    while part is not None and part.tb_frame.f_code.co_filename != place:
        part = part.tb_next
    return part or trace

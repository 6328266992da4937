"""`observe(trainer)`: the run of a trainer that a user's own script has built."""

import atexit
import sys
from typing import Any

from tuning_fork.overhead_clock import OverheadClock
from tuning_fork.row_losses import RowLosses
from tuning_fork.row_origins import RowOrigins
from tuning_fork.script_run import ScriptRun
from tuning_fork.training_callback import is_observed, run_callback

_ROWS_UNKNOWN = (
    "Which rows a step trains on is not known: the data were prepared before the trainer was observed. "
    "`python -m tuning_fork run SCRIPT` knows them."
)


def observe_own(trainer: Any) -> Any:
    """Record the training of `trainer` as a run below the working directory; `ended` comes when the process ends."""
    if is_observed(trainer):
        return trainer
    try:
        run = ScriptRun(sys.argv[0] or "script")
    except OSError as error:
        print(f"tuning_fork: this training is not recorded: {error}.", file=sys.stderr)
        return trainer
    atexit.register(run.end)
    run.end_on_exception()
    run.end_on_stop()
    run.describe(trainer)
    clock = OverheadClock()
    losses = RowLosses(run.recorder, RowOrigins([], lambda _message: None), clock)
    run.recorder.warn_once("rows-unknown", _ROWS_UNKNOWN)
    trainer.add_callback(run_callback(run.recorder, losses, clock))
    return trainer

"""The Trainer callback that turns TRL's own log calls into events."""

import math
import os
import time
from typing import Any

from tuning_fork.overhead_clock import OverheadClock
from tuning_fork.row_losses import RowLosses
from tuning_fork.run_recorder import RunRecorder

_CALLBACK_NAME = "RunCallback"


def is_observed(trainer: Any) -> bool:
    """Whether a Trainer calls us already."""
    return any(type(callback).__name__ == _CALLBACK_NAME for callback in trainer.callback_handler.callbacks)


def run_callback(recorder: RunRecorder, losses: RowLosses | None, clock: OverheadClock) -> Any:
    """Return a TrainerCallback that records its Trainer's training."""
    from transformers import TrainerCallback

    class RunCallback(TrainerCallback):
        """Writes events at the moments that the Trainer names."""

        def __init__(self) -> None:
            self._began_at = 0.0

        def on_train_begin(self, _args: Any, state: Any, _control: Any, **kwargs: Any) -> None:
            if losses is not None:
                losses.attach(kwargs["model"])
            self._began_at = time.perf_counter()
            recorder.phase("training", done=state.global_step, total=state.max_steps)

        def on_step_begin(self, _args: Any, state: Any, _control: Any, **_kwargs: Any) -> None:
            if losses is not None:
                losses.step = state.global_step + 1

        def on_log(self, _args: Any, state: Any, _control: Any, logs: dict[str, Any], **_kwargs: Any) -> None:
            with clock:
                recorder.events.write(
                    "eval" if any(key.startswith("eval_") for key in logs) else "log",
                    step=state.global_step,
                    epoch=_number(logs.get("epoch", state.epoch)),
                    metrics=metrics_of(logs),
                )
                if losses is not None:
                    losses.flush()

        def on_save(self, args: Any, state: Any, _control: Any, **_kwargs: Any) -> None:
            path = os.path.join(args.output_dir, f"checkpoint-{state.global_step}")  # noqa: PTH118 - text, as TRL has it
            recorder.events.write("checkpoint", step=state.global_step, path=os.path.abspath(path))  # noqa: PTH100

        def on_train_end(self, _args: Any, _state: Any, _control: Any, **_kwargs: Any) -> None:
            if losses is not None:
                losses.flush()
            recorder.events.write(
                "resources",
                overheadSeconds=round(clock.seconds, 6),
                trainSeconds=round(time.perf_counter() - self._began_at, 6),
            )
            recorder.training_ended = True

    return RunCallback()


def metrics_of(logs: dict[str, Any]) -> dict[str, float]:
    """Return the numbers of a log call unrounded; the epoch stands beside them in the event."""
    numbers = {key: _number(value) for key, value in logs.items() if key != "epoch"}
    return {key: value for key, value in numbers.items() if value is not None}


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if not isinstance(value, int | float) and hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return value
    return value if isinstance(value, int) and math.isfinite(value) else None

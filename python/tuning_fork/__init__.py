"""The runner of Tuning Fork: TRL's own supervised fine-tuning, observed and written down as events."""

from typing import Any


def observe(trainer: Any) -> Any:
    """Make a run of an own script's `SFTTrainer`, which the editor and the command line then show like any other.

    Call it when the trainer is built and before it trains; what it computes stays the same. Returns the trainer.
    """
    from tuning_fork.own_trainer import observe_own

    return observe_own(trainer)

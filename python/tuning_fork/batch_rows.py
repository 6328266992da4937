"""Row numbers on their way through collator and data loader."""

from collections.abc import Callable
from functools import partial
from typing import Any

from tuning_fork.overhead_clock import OverheadClock
from tuning_fork.row_origins import ROW_COLUMN


def number_batches(collator: Any, clock: OverheadClock) -> None:
    """Make TRL's collator pass the row numbers of its examples on in the batch, from loader workers too.

    What it costs is counted in this process; workers work beside training.
    """
    collator.torch_call = partial(_collate_numbered, collator.torch_call, clock)


def take_numbers(batch: dict[str, Any]) -> Any:
    """Take the row numbers out of a batch before the model sees it; None if it has none."""
    return batch.pop(ROW_COLUMN, None)


def _collate_numbered(
    collate: Callable[[Any], dict[str, Any]], clock: OverheadClock, examples: list[dict[str, Any]]
) -> dict[str, Any]:
    batch = collate(examples)
    if ROW_COLUMN in examples[0]:
        import torch

        with clock:
            batch[ROW_COLUMN] = torch.tensor([example[ROW_COLUMN] for example in examples])
    return batch

"""Loss of each row of a step, summed from the per-token log probabilities that TRL's forward returns anyway.

trl 1.16 trainer/utils.py:1548-1696: `log_probs` and `label_mask` are (batch, sequence - 1), zero where ignored.
"""

import math
from collections import deque
from dataclasses import dataclass
from typing import Any

from tuning_fork.overhead_clock import OverheadClock
from tuning_fork.row_origins import RowOrigins
from tuning_fork.run_recorder import RunRecorder

# Rows per event: keeps a line under the 4 KB that Jobs logs carry.
_ROWS_PER_EVENT = 64
# Micro-batches whose sums may wait on the device, so that reading them stalls it seldom.
_MOST_PENDING = 32
# Places after the point beyond these are noise of float32.
_DIGITS = 7


@dataclass(frozen=True)
class _MicroBatch:
    step: int
    numbers: Any
    losses: Any
    tokens: Any


class RowLosses:
    """Collects row losses of training batches and writes them as `rows` events."""

    def __init__(self, recorder: RunRecorder, origins: RowOrigins, clock: OverheadClock) -> None:
        """Observe nothing yet; `attach` begins."""
        self.step = 1
        self._recorder = recorder
        self._origins = origins
        self._clock = clock
        self._expected: deque[Any] = deque()
        self._pending: list[_MicroBatch] = []
        self._hook: Any = None

    def attach(self, model: Any) -> None:
        """Hook the forward of the model that trains now; activation checkpointing does not run the hook twice."""
        if self._hook is not None:
            self._hook.remove()
        self._expected.clear()
        self._hook = model.register_forward_hook(self._after_forward, with_kwargs=True)

    def expect(self, numbers: Any) -> None:
        """Note the row numbers (a tensor, or None) of the micro-batch that comes next."""
        self._expected.append(numbers)

    def flush(self) -> None:
        """Write what was collected, one or more events a step."""
        pending, self._pending = self._pending, []
        rows_by_step: dict[int, list[list[float]]] = {}
        for batch in pending:
            losses, tokens = batch.losses.tolist(), batch.tokens.tolist()
            if not all(map(math.isfinite, losses)):
                self._recorder.warn_once(
                    "nan-loss",
                    f"The loss of step {batch.step} is not a finite number; the log may show 0 in its place.",
                )
            if batch.numbers is not None:
                rows_by_step.setdefault(batch.step, []).extend(self._rows(batch.numbers.tolist(), losses, tokens))
        for step, rows in rows_by_step.items():
            for first in range(0, len(rows), _ROWS_PER_EVENT):
                self._recorder.events.write("rows", step=step, rows=rows[first : first + _ROWS_PER_EVENT])

    def _rows(self, numbers: list[int], losses: list[float], tokens: list[int]) -> list[list[float]]:
        rows = []
        for number, loss, count in zip(numbers, losses, tokens, strict=True):
            place = self._origins.place(number)
            if place is not None:
                mean = loss / count if count else 0.0
                rows.append([*place, round(mean, _DIGITS) if math.isfinite(mean) else mean, count])
        return rows

    def _after_forward(self, module: Any, _args: Any, inputs: dict[str, Any], output: Any) -> None:
        # Evaluation passes the same hook with the model in eval mode.
        if not module.training or getattr(output, "log_probs", None) is None:
            return
        with self._clock:
            losses, tokens = _sums(output, inputs.get("cu_seq_lens_q"))
            numbers = self._expected.popleft() if self._expected else None
            self._pending.append(_MicroBatch(self.step, numbers, losses, tokens))
            if len(self._pending) >= _MOST_PENDING:
                self.flush()


def _sums(output: Any, boundaries: Any) -> tuple[Any, Any]:
    """Return (summed loss, trained tokens) per row; `boundaries` are those of a padding-free flat batch."""
    log_probs, mask = output.log_probs.detach(), output.label_mask
    if boundaries is None:
        return -log_probs.sum(1), mask.sum(1)
    import torch

    # Position t - 1 of the shifted tensors scores token t: one column in front aligns them with the rows.
    lengths = boundaries.diff().tolist()
    flat_losses = torch.nn.functional.pad(log_probs[0], (1, 0))[: sum(lengths)].split(lengths)
    flat_masks = torch.nn.functional.pad(mask[0], (1, 0))[: sum(lengths)].split(lengths)
    return -torch.stack([part.sum() for part in flat_losses]), torch.stack([part.sum() for part in flat_masks])

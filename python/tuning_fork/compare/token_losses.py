"""The loss of each trained token of prepared rows, by TRL's own evaluation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tuning_fork.compare.failures import CompareError


@dataclass(frozen=True)
class TokenLosses:
    """Trained tokens of one row, and the loss of each in nats."""

    ids: list[int]
    losses: list[float]


def token_losses(trainer: Any, dataset: Any, on_rows: Callable[[int], None]) -> list[TokenLosses]:
    """Evaluate prepared rows and return each one's losses; `on_rows` gets the number of rows done so far.

    trl 1.16 trainer/utils.py:1548-1696: `log_probs` and `label_mask` are (batch, sequence - 1), zero where ignored.
    """
    rows: list[TokenLosses] = []

    def after_forward(_module: Any, _args: Any, inputs: dict[str, Any], output: Any) -> None:
        if getattr(output, "log_probs", None) is None:
            return
        # The shifted tensors score token t at t - 1.
        for ids, mask, log_probs in zip(inputs["input_ids"][:, 1:], output.label_mask, output.log_probs, strict=True):
            rows.append(TokenLosses(ids[mask].tolist(), (-log_probs[mask]).float().tolist()))
        on_rows(len(rows))

    hook = trainer.model.register_forward_hook(after_forward, with_kwargs=True)
    try:
        trainer.evaluate(dataset)
    finally:
        hook.remove()
    if len(rows) != len(dataset):
        import trl

        raise CompareError(
            "error", f"TRL {trl.__version__} does not tell the loss of each token: compare with TRL 1.16 or newer."
        )
    return rows

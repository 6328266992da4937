"""Figures of the held-out loss, before and after, over the same tokens."""

import math
import random
from collections.abc import Sequence
from typing import Any

from tuning_fork.compare.protocol import metric
from tuning_fork.compare.token_losses import TokenLosses

_RESAMPLES = 2000
_OUTSIDE = 0.025
_FEWEST_ROWS = 2
# Places after the point beyond these are noise of float32.
_DIGITS = 7

Pair = tuple[TokenLosses, TokenLosses]


def reference_loss(pair: Pair, texts: Sequence[str]) -> dict[str, Any]:
    """Return comparison.ts's `referenceLoss` of a row; `texts` are those of its trained tokens."""
    before, after = pair[0].losses, pair[1].losses
    return {
        "before": _rounded(_mean(before)),
        "after": _rounded(_mean(after)),
        "tokens": [
            [text, _rounded(one), _rounded(other)] for text, one, other in zip(texts, before, after, strict=True)
        ],
    }


def held_out_loss(pairs: Sequence[Pair], seed: int) -> dict[str, Any]:
    """Return comparison.ts's `heldOutLoss` over rows: means weighted by token, and an interval of the change."""
    sums = [(math.fsum(before.losses), math.fsum(after.losses), len(before.losses)) for before, after in pairs]
    before, after, tokens = (math.fsum(column) for column in zip(*sums, strict=True))
    return {
        "before": _rounded(before / tokens),
        "after": _rounded(after / tokens),
        "rows": len(pairs),
        "tokens": int(tokens),
        "interval": _interval([(after - before, count) for before, after, count in sums], seed),
    }


def probability_shift(pairs: Sequence[Pair]) -> float | str | None:
    """Return how far the probability of a reference token moved on average, whichever way; None without tokens."""
    shifts = [
        abs(math.exp(-other) - math.exp(-one))
        for before, after in pairs
        for one, other in zip(before.losses, after.losses, strict=True)
    ]
    return _rounded(_mean(shifts)) if shifts else None


def _interval(changes: list[tuple[float, int]], seed: int) -> list[float | str] | None:
    """Return the middle 95 % of the mean change when rows are drawn again and again, with replacement."""
    if len(changes) < _FEWEST_ROWS:
        return None
    if not all(math.isfinite(change) for change, _ in changes):
        return None
    draw = random.Random(seed)  # noqa: S311 - statistics, no secret
    means = []
    for _ in range(_RESAMPLES):
        sample = draw.choices(changes, k=len(changes))
        means.append(sum(change for change, _ in sample) / sum(count for _, count in sample))
    means.sort()
    cut = int(_RESAMPLES * _OUTSIDE)
    return [_rounded(means[cut]), _rounded(means[-1 - cut])]


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _rounded(value: float) -> float | str:
    return metric(round(value, _DIGITS) if math.isfinite(value) else value)

"""Time spent in what we add to training."""

import time
from types import TracebackType


class OverheadClock:
    """Sums the time inside its `with` blocks; blocks do not nest."""

    def __init__(self) -> None:
        """Start at zero."""
        self.seconds = 0.0
        self._entered_at = 0.0

    def __enter__(self) -> None:
        """Start counting."""
        self._entered_at = time.perf_counter()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Add the time since the block was entered."""
        self.seconds += time.perf_counter() - self._entered_at

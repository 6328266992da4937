"""Progress of TRL's preparation, read from the progress bar that `datasets` draws anyway."""

from typing import Any

from tuning_fork.run_recorder import RunRecorder


def watch_tokenizing(recorder: RunRecorder) -> None:
    """Report the rows of each "Tokenizing … dataset" map (trl 1.16 sft_trainer.py:1312) as progress."""
    from datasets import arrow_dataset

    bar = getattr(arrow_dataset, "hf_tqdm", None)
    # Another version of datasets may draw its bars elsewhere: then there is no progress, and no error.
    if bar is None:
        return

    class ObservedBar(bar):
        """A bar that also counts when drawing is switched off."""

        def __init__(self, *args: Any, **options: Any) -> None:
            self._rows_done = options.get("initial") or 0
            self._rows_total = options.get("total")
            self._is_tokenizing = str(options.get("desc", "")).startswith("Tokenizing")
            super().__init__(*args, **options)

        def update(self, n: int = 1) -> Any:
            self._rows_done += n
            if self._is_tokenizing and self._rows_total:
                recorder.progress("tokenizing", self._rows_done, self._rows_total)
            return super().update(n)

    arrow_dataset.hf_tqdm = ObservedBar

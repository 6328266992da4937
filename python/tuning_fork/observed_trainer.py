"""TRL's SFTTrainer with its moments noted; nothing that it computes is changed."""

from typing import Any

from tuning_fork.batch_rows import number_batches, take_numbers
from tuning_fork.overhead_clock import OverheadClock
from tuning_fork.row_losses import RowLosses
from tuning_fork.row_origins import ROW_COLUMN
from tuning_fork.run_recorder import RunRecorder
from tuning_fork.training_callback import run_callback


def observe_trainer(recorder: RunRecorder, losses: RowLosses | None, clock: OverheadClock) -> None:
    """Put an observed SFTTrainer in the place where trl.scripts.sft's main looks for it (sft.py:77)."""
    import trl

    trl.SFTTrainer = observed(trl.SFTTrainer, recorder, losses, clock)


def observed(base: Any, recorder: RunRecorder, losses: RowLosses | None, clock: OverheadClock) -> Any:
    """Return a class that is `base`, an SFTTrainer, and notes its moments."""

    # The same name, because TRL and transformers put it into messages.
    class SFTTrainer(base):
        """TRL's trainer, observed."""

        def __init__(self, *args: Any, **options: Any) -> None:
            recorder.phase("loading-model")
            evaluation = options.get("eval_dataset")
            if evaluation is not None and ROW_COLUMN in (evaluation.column_names or ()):
                options["eval_dataset"] = evaluation.remove_columns(ROW_COLUMN)
            super().__init__(*args, **options)
            self.add_callback(run_callback(recorder, losses, clock))
            reason = _why_rows_are_unknown(self) if losses is not None else None
            if reason is not None:
                recorder.warn_once("rows-unknown", f"Which rows a step trains on is not known: {reason}.")
            self._rows_are_known = losses is not None and reason is None
            if self._rows_are_known:
                number_batches(self.data_collator, clock)

        def _prepare_dataset(self, *args: Any, **options: Any) -> Any:
            recorder.phase("tokenizing")
            return super()._prepare_dataset(*args, **options)

        def _set_signature_columns_if_needed(self) -> None:
            super()._set_signature_columns_if_needed()
            if self._rows_are_known and ROW_COLUMN not in self._signature_columns:
                self._signature_columns = [*self._signature_columns, ROW_COLUMN]

        def get_batch_samples(self, *args: Any, **options: Any) -> Any:
            batches, items = super().get_batch_samples(*args, **options)
            if losses is not None:
                with clock:
                    for batch in batches:
                        losses.expect(take_numbers(batch))
            return batches, items

        def save_model(self, output_dir: str | None = None, _internal_call: bool = False) -> None:  # noqa: FBT001, FBT002
            final = recorder.training_ended and not _internal_call
            if final:
                recorder.phase("saving")
            super().save_model(output_dir, _internal_call)
            if final:
                recorder.report_saved(finished=not self.args.push_to_hub)

        def push_to_hub(self, *args: Any, **options: Any) -> Any:
            # transformers pushes at the end of save_model, when all files are written (trainer.py:4093).
            if recorder.training_ended:
                recorder.report_saved(finished=False)
            return super().push_to_hub(*args, **options)

    return SFTTrainer


def _why_rows_are_unknown(trainer: Any) -> str | None:
    """Return why batches cannot be traced to rows, as the end of a sentence."""
    columns = getattr(trainer.train_dataset, "column_names", None) or ()
    if trainer.args.packing:
        return "packing joins rows"
    if getattr(trainer.accelerator, "parallelism_config", None) is not None:
        return "sequences are spread over processes"
    if ROW_COLUMN not in columns or not hasattr(trainer.data_collator, "torch_call"):
        return "the prepared data carry no row numbers"
    if getattr(trainer, "_is_vision_dataset", False):
        return "the data hold images"
    return None

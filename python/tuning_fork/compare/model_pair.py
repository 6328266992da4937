"""The two models: one with an adapter to be switched off, or two that are in memory one after the other."""

import contextlib
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuning_fork.compare.failures import CompareError, failure_of
from tuning_fork.compare.held_out import HeldOut
from tuning_fork.compare.request import CompareRequest
from tuning_fork.compare.training_parts import Recipe, training_parts
from tuning_fork.row_origins import ROW_COLUMN, failing_row_number

ADAPTER = "default"
SIDES = ("before", "after")


@dataclass
class Stage:
    """A trainer in memory, the sides that it can be, and its prepared rows (without those that TRL drops)."""

    sides: tuple[str, ...]
    trainer: Any
    rows: Any

    @contextlib.contextmanager
    def as_side(self, side: str) -> Iterator[Any]:
        """Give the model as it is before or after training."""
        model = self.trainer.model
        with model.disable_adapter() if side == "before" and len(self.sides) > 1 else contextlib.nullcontext():
            yield model


class ModelPair:
    """Builds TRL's trainer for either model, so that rows, template and forward are those of training."""

    def __init__(self, request: CompareRequest, recipe: Recipe, held_out: HeldOut | None) -> None:
        """Find out which models they are; nothing is loaded yet."""
        self._request = request
        self._recipe = recipe
        self._held_out = held_out
        self._adapter = _adapter_config(request.after)
        self._loaded: Stage | None = None
        base = self._adapter.base_model_name_or_path if self._adapter is not None else None
        before = request.before or recipe.model or base
        if before is None:
            raise CompareError("missing-model", "There is no model to compare with: name it with --before.")
        self.before: str = before

    @property
    def is_adapter(self) -> bool:
        """Whether "after" is an adapter."""
        return self._adapter is not None

    def stages(self) -> Iterator[Stage]:
        """Yield what is in memory until both sides came: once with both, or one model after the other."""
        if self._loaded is None:
            self._load(SIDES if self.is_adapter else ("before",))
        first = self._loaded
        yield first
        for side in SIDES:
            if side not in first.sides:
                yield self._load((side,))

    def adapter_parameters(self) -> int:
        """Count the weights of the loaded adapter."""
        from peft import get_peft_model_state_dict

        return sum(weight.numel() for weight in get_peft_model_state_dict(self._loaded.trainer.model).values())

    def _load(self, sides: tuple[str, ...]) -> Stage:
        self._free()
        if self.is_adapter:
            trainer = self._build(self.before)
            self._load_adapter(trainer.model)
        else:
            trainer = self._build(self.before if sides == ("before",) else self._request.after)
        self._require_vocabulary(trainer)
        measured = self._held_out is not None and self._held_out.dataset is not None
        self._loaded = Stage(sides, trainer, trainer.train_dataset if measured else None)
        return self._loaded

    def _free(self) -> None:
        if self._loaded is None:
            return
        import torch

        self._loaded.trainer = None
        self._loaded = None
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _build(self, name: str) -> Any:
        import trl

        args, model_args = training_parts(self._request, self._recipe)
        is_base = name == self.before and self._request.before is None
        # As trl/scripts/sft.py:50-57.
        args.model_init_kwargs = {
            "revision": model_args.model_revision if is_base else "main",
            "trust_remote_code": args.trust_remote_code,
            "attn_implementation": model_args.attn_implementation,
            "dtype": model_args.dtype,
            **(args.model_init_kwargs or {}),
        }
        tokenizer = self._tokenizer(args)
        dataset = self._dataset()
        if not self._recipe.keys:
            args.assistant_only_loss = dataset is not None and _marks_answers(dataset, tokenizer)
        if dataset is None:
            args.assistant_only_loss = False
        trainer_class = _trainer_with_row_in_errors(self._held_out)
        try:
            return trainer_class(
                model=name,
                args=args,
                train_dataset=_placeholder() if dataset is None else dataset,
                processing_class=tokenizer,
                quantization_config=trl.get_quantization_config(model_args),
                peft_config=self._trained_config(args),
            )
        except ValueError as error:
            if "Target modules" not in str(error) and "No modules were targeted" not in str(error):
                raise
            raise self._mismatch("it has no layers of the names that the adapter was trained on") from error

    def _dataset(self) -> Any:
        held_out = self._held_out
        if held_out is None or held_out.dataset is None:
            return None
        return held_out.dataset.select(range(min(self._request.most_measured, len(held_out.dataset))))

    def _tokenizer(self, args: Any) -> Any:
        """Return the same tokenizer for both sides: the base model's, which TRL changes as the recipe says.

        Without a recipe it is the trained one's, because a base model may have no template.
        """
        from transformers import AutoProcessor, AutoTokenizer

        options = {"trust_remote_code": args.trust_remote_code}
        if self._recipe.keys:
            revision = args.model_init_kwargs["revision"]
            return AutoProcessor.from_pretrained(self.before, revision=revision, **options)
        after = Path(self._request.after)
        with_tokenizer = not after.is_dir() or (after / "tokenizer_config.json").is_file()
        return AutoTokenizer.from_pretrained(self._request.after if with_tokenizer else self.before, **options)

    def _trained_config(self, args: Any) -> Any:
        if self._adapter is None:
            return None
        config = _adapter_config(self._request.after)
        config.inference_mode = False
        path = args.chat_template_path
        if path is not None and not path.endswith((".jinja", ".j2")):
            # TRL adds the cloned template's new tokens to it, once more (sft_trainer.py:812).
            config.trainable_token_indices = None
        return config

    def _load_adapter(self, model: Any) -> None:
        """Load the trained weights into the adapter that TRL made, as resuming does; all of them must fit."""
        try:
            result = model.load_adapter(self._request.after, ADAPTER, is_trainable=True)
        except RuntimeError as error:
            if "size mismatch" not in str(error):
                raise
            raise self._mismatch("its layers have other sizes") from error
        if result.missing_keys or result.unexpected_keys:
            raise self._mismatch("it has more layers, or fewer, than the model that was trained")

    def _require_vocabulary(self, trainer: Any) -> None:
        rows = trainer.model.get_input_embeddings().weight.shape[0]
        tokens = len(trainer.processing_class)
        if not self._recipe.keys and tokens > rows:
            raise CompareError(
                "adapter-mismatch",
                f"The tokenizer of {self._request.after} has {tokens} tokens, and the model {self.before} has {rows}: "
                "compare with the run's id, so that its recipe is known.",
            )

    def _mismatch(self, reason: str) -> CompareError:
        return CompareError(
            "adapter-mismatch",
            f"The adapter {self._request.after} does not fit the model {self.before}: {reason}.",
        )


def _adapter_config(name: str) -> Any:
    """Return the adapter's configuration, None for a model; CompareError where nothing is there."""
    folder = Path(name)
    if folder.is_absolute() and not folder.is_dir():
        raise CompareError("missing-model", f"There is no model and no adapter at {name}.")
    if folder.is_dir() and not (folder / "adapter_config.json").is_file():
        if not (folder / "config.json").is_file():
            raise CompareError("missing-model", f"The folder {name} holds neither a model nor an adapter.")
        return None
    if not folder.is_dir():
        from transformers.utils.peft_utils import find_adapter_config_file

        if find_adapter_config_file(name) is None:
            return None
    from peft import PeftConfig

    return PeftConfig.from_pretrained(name)


def _trainer_with_row_in_errors(held_out: HeldOut | None) -> Any:
    import trl

    class SFTTrainer(trl.SFTTrainer):
        """TRL's trainer, whose errors about the data name the row."""

        def _prepare_dataset(self, *args: Any, **options: Any) -> Any:
            try:
                return super()._prepare_dataset(*args, **options)
            except Exception as error:
                failure = failure_of(error, "tokenizing")
                row = failing_row_number(error.__traceback__)
                if failure.cause != "bad-data" or row is None or held_out is None:
                    raise CompareError(failure.cause, failure.message) from error
                place = f"Row {row} of {held_out.path.name}"
                raise CompareError("bad-data", failure.message.replace("The data", place, 1)) from error

    return SFTTrainer


def _marks_answers(dataset: Any, tokenizer: Any) -> bool:
    """Whether the template tells which tokens are answers, for a comparison that no recipe belongs to."""
    from trl.chat_template_utils import get_training_chat_template, has_generation_markers
    from trl.data_utils import is_conversational

    row = dataset[0]
    if "prompt" in row or not is_conversational(row) or tokenizer.chat_template is None:
        return False
    if has_generation_markers(tokenizer.chat_template):
        return True
    try:
        get_training_chat_template(tokenizer)
    except ValueError:
        return False
    return True


def _placeholder() -> Any:
    """Return data for a trainer that only answers: TRL wants some."""
    from datasets import Dataset

    return Dataset.from_list([{"text": "-", ROW_COLUMN: 0}])

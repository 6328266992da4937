"""The arguments of the training that is compared, less what concerns training alone."""

import json
import tempfile
from dataclasses import dataclass
from typing import Any

from tuning_fork.compare.file_values import first_value
from tuning_fork.compare.request import CompareRequest

# What would train, spread over processes, upload, report, shuffle, or join rows. `packing`: TRL's bfd cuts each row
# as unpacked ones are cut and keeps rows from seeing each other, so that unpacked rows have the same losses.
_LEFT_OUT = {
    "auto_find_batch_size",
    "dataloader_drop_last",
    "dataset_name",
    "datasets",
    "deepspeed",
    "disable_tqdm",
    "env",
    "eval_on_start",
    "eval_packing",
    "eval_steps",
    "eval_strategy",
    "fsdp",
    "fsdp_config",
    "label_smoothing_factor",
    "load_best_model_at_end",
    "packing",
    "padding_free",
    "parallelism_config",
    "push_to_hub",
    "report_to",
    "resume_from_checkpoint",
    "run_name",
    "save_strategy",
    "shuffle_dataset",
    "streaming",
    "test_split_size",
    "torch_compile",
    "train_sampling_strategy",
    "use_liger_kernel",
}
_HUB_PREFIX = "hub_"


@dataclass(frozen=True)
class Recipe:
    """The keys of a recipe; {} where a comparison has none."""

    keys: dict[str, Any]

    @property
    def model(self) -> str | None:
        """The model that training starts from."""
        return self.keys.get("model_name_or_path")

    @property
    def columns(self) -> list[str] | None:
        """Columns that training keeps of its data."""
        for item in self.keys.get("datasets") or []:
            if isinstance(item, dict) and item.get("columns"):
                return list(item["columns"])
        return None


def read_recipe(request: CompareRequest) -> Recipe:
    """Read the request's recipe as TRL does (PyYAML safe_load)."""
    if request.recipe is None:
        return Recipe({})
    import yaml

    return Recipe(yaml.safe_load(request.recipe.read_text(encoding="utf-8")) or {})


def precision_left_out(recipe: Recipe) -> str | None:
    """Return the mixed precision that the recipe trains in on a GPU, where this computer has none and computes in fp32.

    None where both compute alike, and where the model itself is loaded in another type.
    """
    import torch

    keys = recipe.keys
    if not keys or torch.accelerator.is_available() or keys.get("use_cpu") is True:
        return None
    if keys.get("dtype", "float32") != "float32":
        return None
    if keys.get("fp16") is True:
        return "fp16"
    # Left out, it is bf16 (trl 1.16 base_config.py:107).
    return None if keys.get("bf16") is False else "bf16"


def training_parts(request: CompareRequest, recipe: Recipe) -> tuple[Any, Any]:
    """Return fresh (SFTConfig, ModelConfig) of the recipe, for this computer, by TRL's own parser.

    Without a GPU the recipe's precision gives way to the processor's (trl 1.16 base_config.py:107 would refuse it).
    """
    import torch
    from trl.scripts.sft import make_parser

    kept = {
        key: value for key, value in recipe.keys.items() if key not in _LEFT_OUT and not key.startswith(_HUB_PREFIX)
    }
    keys: dict[str, Any] = kept | {"output_dir": str(request.out), "report_to": "none", "disable_tqdm": True}
    if not torch.accelerator.is_available():
        keys |= {"use_cpu": True, "bf16": False, "fp16": False, "tf32": None}
    # JSON is YAML; TRL's parser reads files only.
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        json.dump(keys, file, default=str)
        file.flush()
        parsed = make_parser().parse_args_and_config(["--config", file.name], fail_with_unknown_args=False)
    _, training, model, _ = parsed
    _decide_by_first_row(training, request)
    return training, model


def _decide_by_first_row(training: Any, request: CompareRequest) -> None:
    """Decide on completions alone by the first row of the training data, as training did (sft_trainer.py:961)."""
    first = first_value(request.training_data) if training.completion_only_loss is None else None
    if isinstance(first, dict):
        training.completion_only_loss = "prompt" in first and "completion" in first

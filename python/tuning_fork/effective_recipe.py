"""The recipe of a run that came from a script: what its trainer was built with, as far as YAML can say it."""

from dataclasses import MISSING, fields
from enum import Enum
from typing import Any

# Secrets, and what transformers sets by itself (transformers 5.23 training_args.py __post_init__).
_LEFT_OUT = {"hub_token", "accelerator_config", "disable_tqdm", "debug", "dataloader_pin_memory"}
_MODEL_KEYS = {"r": "lora_r", "lora_alpha": "lora_alpha", "lora_dropout": "lora_dropout"}


def effective_recipe(trainer: Any, script: str) -> str:
    """Return YAML with the model, the adapter and all arguments that differ from their defaults."""
    import yaml

    keys: dict[str, Any] = {"model_name_or_path": getattr(trainer.model, "name_or_path", None) or None}
    keys |= _adapter_keys(trainer.model)
    keys |= _changed_arguments(trainer.args)
    text = yaml.safe_dump(_plain(keys), sort_keys=False, allow_unicode=True)
    return f"# What {script} trained with, as far as a recipe can say it; the data are the script's own.\n{text}"


def _changed_arguments(arguments: Any) -> dict[str, Any]:
    changed = {}
    for field in fields(arguments):
        value = getattr(arguments, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if field.init and field.name not in _LEFT_OUT and value not in (default, []):
            changed[field.name] = value
    return changed


def _adapter_keys(model: Any) -> dict[str, Any]:
    configuration = next(iter(getattr(model, "peft_config", {}).values()), None)
    if configuration is None:
        return {}
    keys: dict[str, Any] = {"use_peft": True}
    keys |= {ours: value for theirs, ours in _MODEL_KEYS.items() if (value := getattr(configuration, theirs, None))}
    targets = getattr(configuration, "target_modules", None)
    if targets:
        keys["lora_target_modules"] = targets if isinstance(targets, str) else sorted(targets)
    return keys


def _plain(value: Any) -> Any:
    """Return what YAML has a form for; anything else as its text."""
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)

"""Writes the keys of a TRL recipe as the installed TRL has them, for src/core/recipe/trl-1.16-keys.json.

Usage: python scripts/trl-schema.py OUT.json, then format OUT.json with oxfmt.

One object a key: the field's type as "str|int|float|bool|dict|list|enum" names, whether null is allowed, default, choices,
help and group (the dataclass, "trl" for what `trl sft` itself takes away, "accelerate" for what it forwards to
`accelerate launch`). Help is left out of the accelerate options: there are too many of them.
"""

import dataclasses
import enum
import inspect
import json
import re
import sys
import types
import typing

import accelerate
import transformers
import trl
from accelerate.commands.launch import launch_command_parser
from trl import ModelConfig, ScriptArguments, SFTConfig
from trl.scripts.utils import DatasetConfig, DatasetMixtureConfig


def names_of(hint):
    """The plain type names that a type hint stands for; "null" among them where None is allowed."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return [name for part in typing.get_args(hint) for name in names_of(part)]
    if origin is typing.Literal:
        return ["str"]
    if origin in (list, dict, tuple):
        return ["list" if origin is tuple else origin.__name__]
    if hint is type(None):
        return ["null"]
    if inspect.isclass(hint) and issubclass(hint, enum.Enum):
        return ["str"]
    if hint in (str, int, float, bool, dict, list):
        return [hint.__name__]
    return ["any"]


def choices_of(hint, field):
    if field.metadata.get("choices"):
        return [str(choice) for choice in field.metadata["choices"]]
    for part in (hint, *typing.get_args(hint)):
        if typing.get_origin(part) is typing.Literal and str not in typing.get_args(hint):
            return [str(choice) for choice in typing.get_args(part)]
        if inspect.isclass(part) and issubclass(part, enum.Enum):
            return [str(choice.value) for choice in part]
    return None


def default_of(field):
    value = field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default
    if value is dataclasses.MISSING:
        return None
    if isinstance(value, enum.Enum):
        value = value.value
    if isinstance(value, (set, tuple)):
        value = sorted(value)
    try:
        json.dumps(value)
    except TypeError:
        return None
    return value


def one_line(text):
    return re.sub(r"\s+", " ", text or "").strip()


def first_sentence(text):
    """Help, cut at the first sentence: hovers show it, and the bundled file stays small."""
    line = one_line(text)
    match = re.match(r"(.{20,}?[.!?])(?:\s|$)", line)
    return match.group(1) if match else line[:300]


def keys_of(cls):
    hints = typing.get_type_hints(cls)
    found = {}
    for field in dataclasses.fields(cls):
        if not field.init:
            continue
        hint = hints[field.name]
        names = list(dict.fromkeys(names_of(hint)))
        key = {"types": [name for name in names if name != "null"], "null": "null" in names}
        key["default"] = default_of(field)
        choices = choices_of(hint, field)
        if choices:
            key["choices"] = choices
        text = first_sentence(field.metadata.get("help"))
        if text:
            key["help"] = text
        key["group"] = cls.__name__
        found[field.name] = key
    return found


def accelerate_keys():
    found = {}
    for action in launch_command_parser()._actions:
        if not action.option_strings or action.dest in ("help",):
            continue
        flag = action.nargs == 0
        kind = "bool" if flag else getattr(action.type, "__name__", "str")
        kind = kind if kind in ("int", "float", "bool") else "str"
        found[action.dest] = {"types": [kind], "null": True, "default": None, "group": "accelerate"}
    return found


def main():
    keys = {}
    for cls in (ScriptArguments, SFTConfig, ModelConfig, DatasetMixtureConfig):
        keys.update(keys_of(cls))
    for name, key in accelerate_keys().items():
        keys.setdefault(name, key)
    keys["env"] = {"types": ["dict"], "null": False, "default": None, "group": "trl"}
    keys["accelerate_config"] = {"types": ["str"], "null": False, "default": None, "group": "trl"}
    document = {
        "versions": {"trl": trl.__version__, "transformers": transformers.__version__, "accelerate": accelerate.__version__},
        "keys": dict(sorted(keys.items())),
        "datasetKeys": keys_of(DatasetConfig),
    }
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("{\n")
        out.write(f'  "versions": {json.dumps(document["versions"])},\n')
        for part in ("keys", "datasetKeys"):
            lines = [f"    {json.dumps(name)}: {json.dumps(key, ensure_ascii=False)}" for name, key in document[part].items()]
            out.write(f'  "{part}": {{\n' + ",\n".join(lines) + "\n  }" + (",\n" if part == "keys" else "\n"))
        out.write("}\n")


main()

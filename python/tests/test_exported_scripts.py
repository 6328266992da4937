"""Exported scripts (test/fixtures/scripts) beside TRL's own script: the same trainer, data and calls."""

import importlib.util
import json
import os
import runpy
from pathlib import Path
from typing import Any

import pytest
from conftest import PACKAGE_PARENT
from tiny_model import conversation

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("trl") is None, reason="TRL is not installed in this interpreter"),
]
FIXTURES = PACKAGE_PARENT.parent / "test" / "fixtures" / "scripts"
# bitsandbytes and the Hub are not to be had in tests.
RECIPES = sorted(path for path in FIXTURES.glob("*.sft.yaml") if not path.name.startswith("quantized"))


class RecordedTrainer:
    """Stands in for SFTTrainer and remembers what it was told."""

    made: list["RecordedTrainer"]
    hub_model_id = "me/model"

    def __init__(self, **options: Any) -> None:
        self.options = options
        self.calls: list[tuple[str, Any]] = []
        self.accelerator = self
        RecordedTrainer.made.append(self)

    def train(self, resume_from_checkpoint: Any = None) -> None:
        self.calls.append(("train", resume_from_checkpoint))

    def save_model(self, output_dir: str) -> None:
        self.calls.append(("save_model", output_dir))

    def push_to_hub(self, dataset_name: str | None) -> None:
        self.calls.append(("push_to_hub", dataset_name))

    def print(self, text: str) -> None:
        """Be accelerate's print."""

    def end(self) -> None:
        """Be the end that a process makes by itself."""

    def arguments(self) -> dict[str, Any]:
        return {key: value for key, value in self.options["args"].to_dict().items() if key != "model_init_kwargs"}

    def model_options(self) -> dict[str, Any]:
        defaults = {"revision": "main", "trust_remote_code": False, "attn_implementation": None, "dtype": "float32"}
        return defaults | (self.options["args"].model_init_kwargs or {})

    def adapter(self) -> dict[str, Any] | None:
        configuration = self.options.get("peft_config")
        return None if configuration is None else configuration.to_dict()

    def rows(self, name: str) -> list[Any] | None:
        dataset = self.options.get(name)
        return None if dataset is None else list(dataset)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    sizes = {
        "data/train.jsonl": range(1, 13),
        "data/test.jsonl": range(20, 25),
        "a.jsonl": range(30, 41),
        "b.jsonl": range(50, 59),
    }
    for name, numbers in sizes.items():
        text = "".join(json.dumps(conversation(number) | {"extra": number}) + "\n" for number in numbers)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HF_DATASETS_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.name.split(".")[0])
def test_builds_the_trainer_that_trl_builds(recipe, folder, monkeypatch):
    import numpy as np
    import trl
    from trl.scripts import sft

    monkeypatch.setattr(RecordedTrainer, "made", [], raising=False)
    monkeypatch.setattr(trl, "SFTTrainer", RecordedTrainer)
    parser = sft.make_parser()
    script = recipe.with_name(recipe.name.replace(".sft.yaml", ".py"))
    variables = []
    for start in (
        lambda: sft.main(*parser.parse_args_and_config(["--config", str(recipe)], fail_with_unknown_args=False)),
        lambda: runpy.run_path(str(script), run_name="__main__"),
    ):
        monkeypatch.setattr(os, "environ", os.environ.copy())
        # TRL splits by numpy's global state.
        np.random.seed(0)  # noqa: NPY002
        start()
        variables.append({name: value for name, value in os.environ.items() if name.startswith("TF_SCRIPT_")})
    plain, ours = RecordedTrainer.made
    assert ours.arguments() == plain.arguments()
    assert ours.model_options() == plain.model_options()
    assert ours.options["model"] == plain.options["model"]
    assert ours.adapter() == plain.adapter()
    assert ours.rows("train_dataset") == plain.rows("train_dataset") != []
    assert ours.rows("eval_dataset") == plain.rows("eval_dataset")
    assert ours.calls == plain.calls
    assert variables[0] == variables[1]
    assert folder == Path.cwd()


def test_all_recipes_are_compared():
    assert len(RECIPES) == 4

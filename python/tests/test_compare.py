"""Comparisons before and after training with a tiny model: the losses are TRL's, the answers each model's own."""

import importlib.util
import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
from compare_fixtures import RecordedProtocol, make_folder, own, request

from tuning_fork.compare.comparing import Comparing
from tuning_fork.compare.failures import CompareError
from tuning_fork.compare.model_pair import ModelPair
from tuning_fork.compare.request import read_request
from tuning_fork.compare.token_losses import token_losses
from tuning_fork.compare.training_parts import read_recipe, training_parts

os.environ |= {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("trl") is None, reason="TRL is not installed in this interpreter"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compare")
    make_folder(path)
    return path


@pytest.fixture(scope="module")
def trained(folder) -> dict[str, float]:
    """Train an adapter and a whole model; return TRL's own eval_loss of base, adapter and model."""
    losses = {"base": trainer_of(folder).evaluate()["eval_loss"]}
    for name, with_adapter in (("adapter", True), ("whole", False)):
        trainer = trainer_of(folder, with_adapter=with_adapter)
        trainer.train()
        losses[name] = trainer.evaluate()["eval_loss"]
        trainer.save_model(str(folder / name))
    return losses


def trainer_of(folder: Path, *, with_adapter: bool = False) -> Any:
    from datasets import load_dataset
    from peft import LoraConfig
    from trl import SFTTrainer

    wanted = read_request(request(folder, "training"))
    args, _ = training_parts(wanted, read_recipe(wanted))
    args.learning_rate, args.save_strategy = 0.05, "no"
    files = {"train": str(folder / "train.jsonl"), "test": str(folder / "held-out.jsonl")}
    data = load_dataset("json", data_files=files)
    return SFTTrainer(
        model=str(folder / "model"),
        args=args,
        train_dataset=data["train"],
        eval_dataset=data["test"],
        peft_config=LoraConfig(r=4, lora_alpha=8, target_modules="all-linear", task_type="CAUSAL_LM")
        if with_adapter
        else None,
    )


def compare(path: Path, asks: list[str] | None = None) -> tuple[dict[str, Any], RecordedProtocol]:
    wanted = read_request(path)
    wanted.out.mkdir(exist_ok=True)
    protocol = RecordedProtocol(asks)
    Comparing(wanted, protocol).run()
    return json.loads((wanted.out / "comparison.json").read_text(encoding="utf-8")), protocol


@pytest.fixture(scope="module")
def compared(folder, trained) -> tuple[dict[str, Any], RecordedProtocol]:
    del trained
    return compare(request(folder, "adapter-compared", prompts=[own("say"), own("안녕")]))


def test_losses_are_those_of_trl_before_and_after(trained, compared):
    loss = compared[0]["loss"]
    assert loss["after"] == pytest.approx(trained["adapter"], abs=1e-5)
    assert loss["before"] == pytest.approx(trained["base"], abs=1e-5)
    assert loss["before"] - loss["after"] > 0.1


def test_the_losses_of_tokens_are_those_of_their_row_and_of_the_file(compared):
    comparison = compared[0]
    rows = [prompt["loss"] for prompt in comparison["prompts"] if prompt["loss"]]
    for side, place in (("before", 1), ("after", 2)):
        for row in rows:
            assert math.fsum(token[place] for token in row["tokens"]) / len(row["tokens"]) == pytest.approx(row[side])
        losses = [token[place] for row in rows for token in row["tokens"]]
        assert math.fsum(losses) / len(losses) == pytest.approx(comparison["loss"][side])
    assert comparison["loss"]["tokens"] == sum(len(row["tokens"]) for row in rows)
    low, high = comparison["loss"]["interval"]
    assert low <= comparison["loss"]["after"] - comparison["loss"]["before"] <= high


def test_the_text_of_trained_tokens_is_the_answer_and_its_end(compared):
    texts = {
        prompt["row"]: "".join(token[0] for token in prompt["loss"]["tokens"])
        for prompt in compared[0]["prompts"]
        if prompt["loss"]
    }
    assert texts == {1: "xx<|im_end|>", 4: "안녕, xyz<|im_end|>", 5: "x" * 9 + "<|im_end|>"}


def test_rows_are_named_by_their_line_and_what_trl_drops_is_said(compared):
    comparison = compared[0]
    assert comparison["data"]["rows"] == 4
    assert comparison["data"]["dropped"] == [2]
    assert comparison["data"]["alsoTrained"] == [1, 5]
    assert comparison["loss"]["rows"] == 3
    held_out = [prompt for prompt in comparison["prompts"] if prompt["source"] == "held-out"]
    assert [prompt["row"] for prompt in held_out] == [1, 2, 4, 5]
    assert held_out[2]["reference"] == "안녕, xyz"
    assert held_out[2]["messages"] == [{"role": "user", "content": "say"}]


def test_the_adapter_off_is_the_base_model_whatever_was_done_in_between(folder, trained):
    del trained
    wanted = read_request(request(folder, "twice"))
    from tuning_fork.compare.held_out import load_held_out

    stage = next(ModelPair(wanted, read_recipe(wanted), load_held_out(wanted, None)).stages())

    def losses(side: str) -> list[list[float]]:
        with stage.as_side(side):
            return [row.losses for row in token_losses(stage.trainer, stage.rows, lambda _rows: None)]

    first, after, second = losses("before"), losses("after"), losses("before")
    assert first == second != after


def test_answers_are_those_of_each_model_alone_and_arrive_piece_by_piece(folder, compared):
    comparison, protocol = compared
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    base = AutoModelForCausalLM.from_pretrained(folder / "model")
    tokenizer = AutoTokenizer.from_pretrained(folder / "model")
    prompt = tokenizer("<|im_start|>user\n안녕<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
    options = {"max_new_tokens": 8, "do_sample": False}
    expected = {"before": base.generate(**prompt, **options)}
    expected["after"] = PeftModel.from_pretrained(base, folder / "adapter").generate(**prompt, **options)
    for side, ids in expected.items():
        new = ids[0, prompt["input_ids"].shape[1] :].tolist()
        answer = comparison["prompts"][1][side]
        text = tokenizer.decode([token for token in new if token != tokenizer.eos_token_id])
        assert answer["text"] == text
        assert answer["ended"] == (tokenizer.eos_token_id in new)
        deltas = [e["text"] for e in protocol.of_type("delta") if (e["index"], e["side"]) == (1, side)]
        assert "".join(deltas) == text
    assert comparison["prompts"][1]["before"] != comparison["prompts"][1]["after"]


def test_what_is_told_adds_up_to_what_is_saved(compared):
    comparison, protocol = compared
    assert protocol.of_type("comparison")[-1]["comparison"] | {"seconds": 0} == comparison | {"seconds": 0}
    assert comparison["complete"] is True
    assert len(protocol.of_type("answer")) == 2 * len(comparison["prompts"])
    assert [event["index"] for event in protocol.of_type("loss")] == [2, 4, 5]
    phases = [event for event in protocol.of_type("phase") if event["name"] == "measuring"]
    assert (phases[0]["done"], phases[-1]["done"], phases[-1]["total"]) == (0, 6, 6)


def test_says_that_an_adapter_is_active_and_which_template_and_versions_were_used(compared):
    comparison = compared[0]
    assert comparison["adapter"]["parameters"] > 0
    assert 0 < comparison["adapter"]["probabilityShift"] < 1
    assert comparison["template"]["from"].endswith("template.jinja")
    assert "<|im_end|>" in comparison["generation"]["stopTokens"]
    assert comparison["before"]["name"] == "model"
    assert {"trl", "transformers", "peft", "torch"} <= set(comparison["versions"])


def test_two_whole_models_are_compared_on_the_same_labels(folder, trained):
    comparison, protocol = compare(
        request(
            folder,
            "whole-compared",
            after=str(folder / "whole"),
            mostAsked=1,
            names={"before": None, "after": "own name"},
        )
    )
    assert comparison["adapter"] is None
    assert [comparison[side]["name"] for side in ("before", "after")] == ["model", "own name"]
    assert "recipePrecision" not in comparison
    assert comparison["loss"]["before"] == pytest.approx(trained["base"], abs=1e-5)
    assert comparison["loss"]["after"] == pytest.approx(trained["whole"], abs=1e-5)
    assert [event["side"] for event in protocol.of_type("answer")] == ["before", "after"]
    assert comparison["prompts"][0]["loss"]["tokens"][-1][0] == "<|im_end|>"


def test_without_a_recipe_the_trained_models_own_template_decides(folder, compared):
    comparison, _ = compare(request(folder, "no-recipe", recipe=None, before=str(folder / "model"), mostAsked=1))
    with_recipe = next(prompt for prompt in compared[0]["prompts"] if prompt["row"] == 1)
    assert comparison["prompts"][0]["loss"]["after"] == pytest.approx(with_recipe["loss"]["after"], abs=1e-5)
    # TRL's default max_length is longer than that of the recipe: the long row is measured too.
    assert comparison["data"]["dropped"] == []
    assert comparison["loss"]["rows"] == 4


def test_more_prompts_are_taken_while_the_model_stays(folder, compared):
    file = folder / "adapter-compared/comparison.json"
    wanted = request(folder, "added", prompts=[own("first")], stay=True, addTo=str(file))
    comparison, protocol = compare(wanted, asks=["second", "third"])
    added = comparison["prompts"][len(compared[0]["prompts"]) :]
    assert [prompt["messages"][0]["content"] for prompt in added] == ["first", "second", "third"]
    assert all(prompt["before"] and prompt["after"] for prompt in added)
    assert comparison["loss"] == compared[0]["loss"]
    assert comparison["seconds"] > compared[0]["seconds"]
    assert [event["prompt"]["index"] for event in protocol.of_type("prompt")] == [7, 8]
    assert protocol.of_type("phase")[-1]["name"] == "waiting"


def test_a_file_without_rows_leaves_the_prompts(folder, trained):
    del trained
    (folder / "empty.jsonl").write_text("\n", encoding="utf-8")
    data = str(folder / "empty.jsonl")
    comparison, _ = compare(request(folder, "empty", data=data, prompts=[own("say")]))
    assert comparison["loss"] is None
    assert comparison["data"]["rows"] == 0
    assert comparison["prompts"][0]["after"]
    with pytest.raises(CompareError, match=r"empty\.jsonl holds no rows"):
        compare(request(folder, "nothing", data=data))


def test_a_file_whose_rows_are_all_dropped_is_answered_and_not_measured(folder, trained):
    del trained
    from compare_fixtures import DROPPED

    (folder / "dropped.jsonl").write_text(json.dumps(DROPPED) + "\n", encoding="utf-8")
    comparison, _ = compare(request(folder, "dropped", data=str(folder / "dropped.jsonl")))
    assert comparison["loss"] is None
    assert comparison["data"]["dropped"] == [1]
    assert comparison["prompts"][0]["after"]


def failure(path: Path) -> tuple[str, str]:
    with pytest.raises(CompareError) as caught:
        compare(path)
    return caught.value.failure.cause, str(caught.value)


def test_a_broken_line_is_named(folder, trained):
    del trained
    (folder / "broken.jsonl").write_bytes(b'{"text": "fine"}\n{"text": "\xff"}\n')
    cause, message = failure(request(folder, "broken", data=str(folder / "broken.jsonl")))
    assert cause == "bad-data"
    assert message == "Line 2 of broken.jsonl holds bytes that are no UTF-8."


def test_a_row_that_trl_cannot_prepare_is_named(folder, trained):
    del trained
    rows = [{"messages": [{"role": role, "content": "a"}]} for role in ("assistant", "user")]
    (folder / "no-answer.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    cause, message = failure(request(folder, "no-answer", data=str(folder / "no-answer.jsonl")))
    assert cause == "bad-data"
    assert message.startswith("Row 2 of no-answer.jsonl")


def test_an_adapter_of_another_model_does_not_fit(folder, trained):
    del trained
    from safetensors.torch import load_file, save_file

    for name, change, reason in (
        ("narrow", lambda weights: {key: value[:, :2].contiguous() for key, value in weights.items()}, "sizes"),
        ("deeper", lambda weights: weights | {"base_model.model.model.layers.7.q.lora_A.weight": None}, "more layers"),
    ):
        broken = folder / name
        broken.mkdir()
        weights = change(load_file(folder / "adapter/adapter_model.safetensors"))
        one = next(value for value in weights.values() if value is not None)
        save_file(
            {key: one.clone() if value is None else value for key, value in weights.items()},
            broken / "adapter_model.safetensors",
        )
        (broken / "adapter_config.json").write_bytes((folder / "adapter/adapter_config.json").read_bytes())
        cause, message = failure(request(folder, f"{name}-compared", after=str(broken)))
        assert cause == "adapter-mismatch"
        assert str(broken) in message
        assert f"{folder}/model" in message
        assert reason in message


def test_an_adapter_for_layers_that_the_model_lacks_does_not_fit(folder, trained):
    del trained
    other = folder / "other-layers"
    other.mkdir()
    config = json.loads((folder / "adapter/adapter_config.json").read_text(encoding="utf-8"))
    (other / "adapter_config.json").write_text(json.dumps(config | {"target_modules": ["c_attn"]}), encoding="utf-8")
    cause, message = failure(request(folder, "other-compared", after=str(other)))
    assert cause == "adapter-mismatch"
    assert "no layers of the names" in message


def test_a_model_that_is_not_there_is_named(folder):
    cause, message = failure(request(folder, "gone", after=str(folder / "gone-model")))
    assert cause == "missing-model"
    assert "gone-model" in message

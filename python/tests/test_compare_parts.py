"""Parts of a comparison that need no model."""

import importlib.util
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from compare_fixtures import MARKED_TEMPLATE
from tiny_model import TEMPLATE, save_tiny_model

from tuning_fork.compare.failures import CompareError
from tuning_fork.compare.file_values import rows_also_trained
from tuning_fork.compare.held_out_loss import held_out_loss, probability_shift, reference_loss
from tuning_fork.compare.prompts import prompt_of_row
from tuning_fork.compare.request import read_request
from tuning_fork.compare.stop_tokens import stop_token_ids
from tuning_fork.compare.token_losses import TokenLosses
from tuning_fork.compare.token_text import token_texts
from tuning_fork.compare.training_parts import Recipe, precision_left_out

with_trl = pytest.mark.skipif(
    importlib.util.find_spec("trl") is None, reason="TRL is not installed in this interpreter"
)


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("tokenizer")
    save_tiny_model(folder)
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(folder)


def model_that_stops_at(ids: int | list[int] | None) -> Any:
    return SimpleNamespace(generation_config=SimpleNamespace(eos_token_id=ids))


@with_trl
@pytest.mark.parametrize(
    ("template", "answers_only", "names"),
    [
        # A base model's end of text, and the end of turn that training has it write.
        (TEMPLATE, False, ["<|endoftext|>", "<|im_end|>"]),
        (MARKED_TEMPLATE, True, ["<|endoftext|>", "<|im_end|>"]),
        # The mark leaves the end of turn out: it was not trained.
        (MARKED_TEMPLATE.replace(" + '<|im_end|>' }}{% endgeneration", " }}{% endgeneration"), True, ["<|endoftext|>"]),
        (None, False, ["<|endoftext|>"]),
    ],
)
def test_answers_stop_where_training_ended_them(tokenizer, template, answers_only, names):
    tokenizer.chat_template = template
    tokenizer.add_special_tokens({"eos_token": "<|endoftext|>"})
    ids = stop_token_ids(tokenizer, model_that_stops_at(0), answers_only=answers_only, training_template=None)
    assert tokenizer.convert_ids_to_tokens(ids) == names


@with_trl
def test_answers_stop_at_every_token_of_the_models_own_list(tokenizer):
    tokenizer.chat_template = None
    ids = stop_token_ids(tokenizer, model_that_stops_at([1, 0]), answers_only=False, training_template=None)
    assert ids == [tokenizer.eos_token_id, 1]


@with_trl
def test_letters_of_several_tokens_stay_whole(tokenizer):
    text = "ab 안녕 🍵"
    ids = tokenizer(text)["input_ids"]
    texts = token_texts(tokenizer, ids)
    assert len(texts) == len(ids)
    assert [each for each in texts if each] == list(text)
    assert token_texts(tokenizer, ids[:-1])[-1] == "\ufffd"


@with_trl
@pytest.mark.parametrize(
    ("row", "messages", "reference"),
    [
        (
            {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]},
            [{"role": "user", "content": "a"}],
            "b",
        ),
        (
            {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]},
            [{"role": "human", "content": "a"}],
            "b",
        ),
        ({"prompt": "a", "completion": "b"}, [{"role": "user", "content": "a"}], "b"),
        (
            {"prompt": [{"role": "user", "content": "a"}], "completion": [{"role": "assistant", "content": "b"}]},
            [{"role": "user", "content": "a"}],
            "b",
        ),
    ],
)
def test_a_row_asks_all_its_turns_before_the_last_answer(row, messages, reference):
    prompt = prompt_of_row(3, 7, row)
    assert (prompt.index, prompt.row, prompt.messages, prompt.reference) == (3, 7, messages, reference)


@with_trl
def test_a_row_hands_its_tools_and_template_values_to_the_template():
    turns = [{"role": "user", "content": "a", "name": None}, {"role": "assistant", "content": "b"}]
    prompt = prompt_of_row(
        0, 1, {"messages": turns, "tools": '[{"name": "f"}]', "chat_template_kwargs": {"enable_thinking": False}}
    )
    assert prompt.options == {"tools": [{"name": "f"}], "enable_thinking": False}
    assert prompt.input == [{"role": "user", "content": "a"}]


@with_trl
@pytest.mark.parametrize("row", [{"text": "a"}, {"messages": [{"role": "assistant", "content": "b"}]}])
def test_a_row_without_a_question_asks_nothing(row):
    assert prompt_of_row(0, 1, row) is None


def test_rows_of_equal_value_are_found_whatever_the_order_of_their_keys(tmp_path):
    held_out, training = tmp_path / "test.jsonl", tmp_path / "train.json"
    held_out.write_text('{"a": 1, "b": "x"}\n\n{"a": 2}\n{"a": true}\n{"b": "x", "a": 1.0}\n', encoding="utf-8")
    training.write_text(json.dumps([{"a": 1}, {"b": "x", "a": 1.0}]), encoding="utf-8")
    assert rows_also_trained(held_out, [training]) == [1, 5]
    assert rows_also_trained(held_out, [tmp_path / "gone.jsonl"]) == []


PAIRS = [
    (TokenLosses([1, 2], [1.0, 3.0]), TokenLosses([1, 2], [0.5, 1.5])),
    (TokenLosses([3], [2.0]), TokenLosses([3], [2.5])),
]


def test_the_held_out_loss_weighs_tokens_not_rows():
    loss = held_out_loss(PAIRS, seed=1)
    assert (loss["before"], loss["after"], loss["rows"], loss["tokens"]) == (2.0, 1.5, 2, 3)


def test_the_interval_is_that_of_the_seed_and_spans_what_rows_say():
    assert held_out_loss(PAIRS, seed=1) == held_out_loss(PAIRS, seed=1)
    low, high = held_out_loss(PAIRS, seed=1)["interval"]
    assert (low, high) == (-1.0, 0.5)
    assert held_out_loss(PAIRS[:1], seed=1)["interval"] is None


def test_numbers_that_json_lacks_are_told_as_text():
    broken = (TokenLosses([1], [float("nan")]), TokenLosses([1], [float("inf")]))
    assert reference_loss(broken, ["a"]) == {"before": "NaN", "after": "Infinity", "tokens": [["a", "NaN", "Infinity"]]}
    assert held_out_loss([broken, broken], seed=1)["interval"] is None


def test_probabilities_of_equal_models_do_not_move():
    assert probability_shift([(PAIRS[0][0], PAIRS[0][0])]) == 0
    assert probability_shift(PAIRS) > 0
    assert probability_shift([]) is None


def test_a_request_of_another_version_is_refused(tmp_path: Path):
    (tmp_path / "request.json").write_text('{"version": 2}', encoding="utf-8")
    with pytest.raises(CompareError, match="version 2"):
        read_request(tmp_path / "request.json")
    with pytest.raises(CompareError, match="cannot be read"):
        read_request(tmp_path / "gone.json")


@with_trl
@pytest.mark.parametrize(
    ("keys", "precision"),
    [
        ({"model_name_or_path": "m"}, "bf16"),
        ({"bf16": True}, "bf16"),
        ({"fp16": True}, "fp16"),
        ({"bf16": False}, None),
        ({"use_cpu": True}, None),
        # The model itself is in that type, here as there.
        ({"dtype": "bfloat16"}, None),
        # A comparison of two models has no recipe.
        ({}, None),
    ],
)
def test_a_precision_that_only_a_gpu_has_is_told_where_there_is_none(keys, precision, monkeypatch):
    import torch

    monkeypatch.setattr(torch.accelerator, "is_available", lambda: False)
    assert precision_left_out(Recipe(keys)) == precision
    monkeypatch.setattr(torch.accelerator, "is_available", lambda: True)
    assert precision_left_out(Recipe(keys)) is None

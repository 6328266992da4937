"""Answers of a model, token by token, greedy: what is compared is the models, not the dice."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tuning_fork.compare.failures import CompareError
from tuning_fork.compare.prompts import Prompt
from tuning_fork.compare.token_text import TokenText


@dataclass(frozen=True)
class StopRule:
    """When an answer ends."""

    ids: list[int]
    max_new_tokens: int


def answer(
    model: Any, tokenizer: Any, prompt: Prompt, rule: StopRule, on_text: Callable[[str], None]
) -> dict[str, Any]:
    """Have the model answer; returns comparison.ts's `answer`, whose text is what `on_text` got, joined."""
    from transformers import GenerationConfig

    streamed = _Streamed(tokenizer, set(rule.ids), on_text)
    config = GenerationConfig(
        do_sample=False,
        max_new_tokens=rule.max_new_tokens,
        eos_token_id=rule.ids,
        pad_token_id=tokenizer.pad_token_id,
        use_cache=True,
    )
    # A model's own settings fill what a configuration leaves open (a penalty, say): both answer by this one alone.
    for each in {model, model.get_base_model() if hasattr(model, "get_base_model") else model}:
        each.generation_config = config
    model.eval()
    model.generate(**_encoded(tokenizer, prompt).to(model.device), generation_config=config, streamer=streamed)
    return {"text": streamed.text, "tokens": streamed.tokens, "ended": streamed.ended}


def _encoded(tokenizer: Any, prompt: Prompt) -> Any:
    from jinja2 import TemplateError

    if isinstance(prompt.input, str):
        return tokenizer(prompt.input, return_tensors="pt")
    if tokenizer.chat_template is None:
        # A model without a template was trained on plain text.
        return tokenizer(prompt.input[-1]["content"], return_tensors="pt")
    try:
        return tokenizer.apply_chat_template(
            prompt.input,
            add_generation_prompt=True,
            tokenize=True,
            return_dict=True,
            return_tensors="pt",
            **prompt.options,
        )
    except TemplateError as error:
        place = "The prompt" if prompt.row is None else f"Row {prompt.row}"
        raise CompareError("bad-data", f"{place} cannot be rendered by the chat template: {error}.") from error


class _Streamed:
    """What transformers' `generate` calls a streamer (generation/streamers.py: put, end)."""

    def __init__(self, tokenizer: Any, stop_ids: set[int], on_text: Callable[[str], None]) -> None:
        self.text = ""
        self.tokens = 0
        self.ended = False
        self._decoded = TokenText(tokenizer)
        self._stop_ids = stop_ids
        self._on_text = on_text
        self._prompt_is_past = False

    def put(self, ids: Any) -> None:
        if not self._prompt_is_past:
            self._prompt_is_past = True
            return
        for token in ids.reshape(-1).tolist():
            if token in self._stop_ids:
                self.ended = True
                return
            self.tokens += 1
            self._add(self._decoded.add(token))

    def end(self) -> None:
        self._add(self._decoded.rest())

    def _add(self, text: str) -> None:
        if text:
            self.text += text
            self._on_text(text)

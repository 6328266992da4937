"""Tokens that end an answer: those that training ended answers with, and the model's own."""

from typing import Any

_ANSWER = "dummy"


def stop_token_ids(tokenizer: Any, model: Any, *, answers_only: bool, training_template: str | None) -> list[int]:
    """Return the ids at which both models stop, in order of precedence.

    The model's generation_config holds what TRL set (trl 1.16 sft_trainer.py:728); a base model's may lack the
    template's end of turn, which training has it write all the same.
    """
    own = getattr(model.generation_config, "eos_token_id", None)
    candidates = [
        tokenizer.eos_token_id,
        _end_of_turn(tokenizer, answers_only=answers_only, training_template=training_template),
        *(own if isinstance(own, list) else [own]),
    ]
    return list(dict.fromkeys(each for each in candidates if each is not None))


def _end_of_turn(tokenizer: Any, *, answers_only: bool, training_template: str | None) -> int | None:
    """Return the added token that ends an assistant's turn, if the loss covers it.

    The way of TRL's own probe (chat_template_utils.py:927): a turn that another one follows.
    """
    from jinja2 import TemplateError

    messages = [{"role": role, "content": _ANSWER} for role in ("user", "assistant", "user")]
    try:
        if answers_only:
            rendered = tokenizer.apply_chat_template(
                messages,
                tokenize=True,
                return_dict=True,
                return_assistant_tokens_mask=True,
                chat_template=training_template,
            )
            pairs = zip(rendered["input_ids"], rendered["assistant_masks"], strict=True)
            ids = [token for token, trained in pairs if trained]
            return _first_added(tokenizer, reversed(ids))
        text = tokenizer.apply_chat_template(messages, tokenize=False)
    except (TemplateError, TypeError, ValueError):
        return None
    after_answer = text.split(_ANSWER)[2]
    return _first_added(tokenizer, tokenizer(after_answer, add_special_tokens=False)["input_ids"])


def _first_added(tokenizer: Any, ids: Any) -> int | None:
    """Return the first token that is no white space, if it is one of the added ones."""
    added = set(tokenizer.get_added_vocab().values())
    visible = (token for token in ids if tokenizer.decode([token]).strip())
    token = next(visible, None)
    return token if token in added else None

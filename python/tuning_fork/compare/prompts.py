"""Questions that both models are asked: the user's own, and those of held-out rows."""

import json
from dataclasses import dataclass, field
from typing import Any

# Roles of an assistant's turn, from/value names included (src/core/dataset/row/role.ts).
_ANSWERING = {"assistant", "gpt", "model", "bot", "chatbot"}


@dataclass(frozen=True)
class Prompt:
    """A question: as it is shown, and as the tokenizer gets it."""

    index: int
    row: int | None
    messages: list[dict[str, str]]
    reference: str | None
    # Messages for the chat template, or a text that is no conversation.
    input: list[dict[str, Any]] | str
    # What the row gives to the template: its `tools` and `chat_template_kwargs`.
    options: dict[str, Any] = field(default_factory=dict)

    def asked(self) -> dict[str, Any]:
        """Return the prompt as comparison.ts's `askedPrompt`."""
        return {
            "index": self.index,
            "source": "own" if self.row is None else "held-out",
            "row": self.row,
            "messages": self.messages,
            "reference": self.reference,
        }


def own_prompt(index: int, messages: list[dict[str, Any]]) -> Prompt:
    """Return a prompt of the user's."""
    return Prompt(index, None, [_shown(each) for each in messages], None, messages)


def prompt_of_row(index: int, number: int, row: dict[str, Any]) -> Prompt | None:
    """Return the question of a row: all turns before its last answer; None for a row that asks nothing."""
    from trl.data_utils import maybe_convert_to_chatml

    row = maybe_convert_to_chatml(dict(row))
    options = _template_options(row)
    # The order in which TRL decides what a row is (trl 1.16 sft_trainer.py:1330).
    if "prompt" in row:
        prompt, completion = row["prompt"], row.get("completion")
        if isinstance(prompt, str):
            return Prompt(index, number, [{"role": "user", "content": prompt}], _text(completion), prompt)
        reference = _text(completion[0].get("content")) if completion else None
        return Prompt(index, number, [_shown(each) for each in prompt], reference, prompt, options)
    messages = row.get("messages")
    if not isinstance(messages, list):
        return None
    places = [place for place, each in enumerate(messages) if each.get("role") in _ANSWERING]
    if not places or places[-1] == 0:
        return None
    question, answer = messages[: places[-1]], messages[places[-1]]
    return Prompt(
        index, number, [_shown(each) for each in question], _shown(answer)["content"], _cleaned(question), options
    )


def _template_options(row: dict[str, Any]) -> dict[str, Any]:
    """Return what TRL passes to the template of this row (sft_trainer.py:1323)."""
    tools = row.get("tools")
    if isinstance(tools, str):
        tools = json.loads(tools)
    return {"tools": tools, **(row.get("chat_template_kwargs") or {})}


def _cleaned(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    # `datasets` fills keys that a message lacks with null.
    return [{key: value for key, value in each.items() if value is not None} for each in messages]


def _shown(message: dict[str, Any]) -> dict[str, str]:
    content = _text(message.get("content"))
    calls = message.get("tool_calls")
    if not content and calls:
        content = json.dumps(calls, ensure_ascii=False)
    return {"role": str(message.get("role")), "content": content}


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(str(part.get("text") or "") if isinstance(part, dict) else str(part) for part in content)
    return "" if content is None else str(content)

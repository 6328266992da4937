"""A tiny model, an adapter trained on it, and comparisons of both that run in this process."""

import json
from pathlib import Path
from typing import Any

from tiny_model import conversation, recipe, save_tiny_model, write_data

MARKED_TEMPLATE = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' }}"
    "{% if message['role'] == 'assistant' %}{% generation %}{{ message['content'] + '<|im_end|>' }}{% endgeneration %}"
    "{% else %}{{ message['content'] + '<|im_end|>' }}{% endif %}{{ '\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
# Longer than max_length before the answer begins: TRL drops it.
DROPPED = {"messages": [{"role": "user", "content": "y" * 200}, {"role": "assistant", "content": "never seen"}]}
# Row 1 is trained on too, line 3 is blank, and so the Korean row is number 4.
HELD_OUT = [
    json.dumps(conversation(2)),
    json.dumps(DROPPED),
    "",
    json.dumps({"messages": [{"role": "user", "content": "say"}, {"role": "assistant", "content": "안녕, xyz"}]}),
    json.dumps(conversation(9)),
]


class RecordedProtocol:
    """Takes the events of a comparison, and asks what it is given."""

    def __init__(self, asks: list[str] | None = None) -> None:
        self.events: list[dict[str, Any]] = []
        self._asks = asks or []

    def emit(self, kind: str, **fields: object) -> None:
        # As a reader gets it: later changes must not reach back.
        self.events.append(json.loads(json.dumps({"type": kind, **fields}, allow_nan=False)))

    def asked(self):
        for text in self._asks:
            yield [{"role": "user", "content": text}]

    def of_type(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["type"] == kind]


def make_folder(folder: Path) -> None:
    """Write model, data, template and recipe."""
    save_tiny_model(folder / "model")
    write_data(folder / "train.jsonl")
    (folder / "held-out.jsonl").write_text("\n".join(HELD_OUT) + "\n", encoding="utf-8")
    (folder / "template.jinja").write_text(MARKED_TEMPLATE, encoding="utf-8")
    text = recipe(
        folder,
        "out",
        chat_template_path=f"{folder}/template.jinja",
        assistant_only_loss=True,
        per_device_eval_batch_size=64,
        # Of the trainer alone: a comparison must not stumble over them.
        push_to_hub=True,
        hub_model_id="nobody/nothing",
        eval_strategy="steps",
        num_cpu_threads_per_process=1,
    )
    (folder / "recipe.yaml").write_text(text, encoding="utf-8")


def request(folder: Path, name: str, **changes: object) -> Path:
    """Write a request and return its path; `changes` replace fields."""
    fields: dict[str, object] = {
        "version": 1,
        "folder": str(folder),
        "out": str(folder / name),
        "run": None,
        "recipe": str(folder / "recipe.yaml"),
        "before": None,
        "after": str(folder / "adapter"),
        "data": str(folder / "held-out.jsonl"),
        "trainingData": [str(folder / "train.jsonl")],
        "mostAsked": 10,
        "mostMeasured": 10,
        "prompts": [],
        "maxNewTokens": 8,
        "seed": 1,
        "stay": False,
        "addTo": None,
    } | changes
    path = folder / f"{name}.request.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def own(text: str) -> dict[str, Any]:
    """A prompt of the user's."""
    return {"messages": [{"role": "user", "content": text}]}

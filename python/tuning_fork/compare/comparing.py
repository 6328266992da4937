"""The comparison itself: rows measured, prompts answered, more prompts taken."""

import hashlib
import importlib.metadata
import platform
from collections.abc import Sequence
from pathlib import Path

from tuning_fork.compare.answering import StopRule, answer
from tuning_fork.compare.comparison_file import ComparisonFile
from tuning_fork.compare.failures import CompareError
from tuning_fork.compare.held_out import HeldOut, load_held_out
from tuning_fork.compare.held_out_loss import held_out_loss, probability_shift, reference_loss
from tuning_fork.compare.model_pair import SIDES, ModelPair, Stage
from tuning_fork.compare.prompts import Prompt, own_prompt, prompt_of_row
from tuning_fork.compare.protocol import Protocol
from tuning_fork.compare.request import CompareRequest
from tuning_fork.compare.stop_tokens import stop_token_ids
from tuning_fork.compare.token_losses import TokenLosses, token_losses
from tuning_fork.compare.token_text import token_texts
from tuning_fork.compare.training_parts import Recipe, precision_left_out, read_recipe
from tuning_fork.row_origins import ROW_COLUMN

_PACKAGES = ("trl", "transformers", "datasets", "peft", "torch", "accelerate", "tokenizers")


class Comparing:
    """One comparison, from loading to the last prompt."""

    def __init__(self, request: CompareRequest, protocol: Protocol) -> None:
        """Nothing is loaded yet."""
        self.file = ComparisonFile(request.out, protocol)
        self._request = request
        self._protocol = protocol
        self._prompts: list[Prompt] = []
        self._losses: dict[str, list[TokenLosses]] = {}
        self._rule: StopRule | None = None

    def run(self) -> None:
        """Compare; raises what stands in the way. What is there then is in `file`."""
        request = self._request
        self._protocol.emit("phase", name="loading")
        recipe = read_recipe(request)
        adding = request.add_to is not None
        held_out = None if adding else load_held_out(request, recipe.columns)
        if adding:
            self.file.continue_from(request.add_to)
        pair = ModelPair(request, recipe, held_out)
        self._prompts = self._first_prompts(held_out)
        if not self._prompts and not request.stay and (held_out is None or held_out.dataset is None):
            raise CompareError("no-held-out-rows", _nothing_to_compare(held_out))
        self._answer_in_stages(pair, recipe, held_out, self._prompts)
        self._finish()
        if request.stay:
            self._take_questions(pair, recipe)

    def _first_prompts(self, held_out: HeldOut | None) -> list[Prompt]:
        prompts: list[Prompt] = []
        first = self.file.next_index
        for each in self._request.prompts:
            prompts.append(own_prompt(first + len(prompts), each["messages"]))
        if held_out is None or held_out.dataset is None:
            return prompts
        for row in held_out.dataset.select(range(min(self._request.most_asked, len(held_out.dataset)))):
            number = row.pop(ROW_COLUMN)
            prompt = prompt_of_row(first + len(prompts), number, row)
            if prompt is not None:
                prompts.append(prompt)
        return prompts

    def _answer_in_stages(
        self, pair: ModelPair, recipe: Recipe, held_out: HeldOut | None, prompts: Sequence[Prompt]
    ) -> None:
        done, total = 0, len(prompts) * len(SIDES)
        for stage in pair.stages():
            if self._rule is None:
                self._rule = self._stop_rule(stage)
                self._begin(pair, recipe, held_out, stage)
            if self._losses.keys() != set(SIDES):
                self._measure(stage)
            for prompt in prompts:
                for side in stage.sides:
                    self._protocol.emit("phase", name="answering", done=done, total=total)
                    self._answer(stage, side, prompt)
                    done += 1
        self._protocol.emit("phase", name="answering", done=done, total=total)

    def _begin(self, pair: ModelPair, recipe: Recipe, held_out: HeldOut | None, stage: Stage) -> None:
        request, rule = self._request, self._rule
        tokenizer = stage.trainer.processing_class
        if not self.file.is_begun:
            template = tokenizer.chat_template
            named = recipe.keys.get("chat_template_path")
            precision = precision_left_out(recipe)
            self.file.start(
                {
                    "run": request.run,
                    "before": _model(pair.before, request.folder, request.names.get("before")),
                    "after": _model(request.after, request.folder, request.names.get("after")),
                    "adapter": {"parameters": pair.adapter_parameters(), "probabilityShift": None}
                    if pair.is_adapter
                    else None,
                    "template": {
                        "sha256": hashlib.sha256(template.encode()).hexdigest() if isinstance(template, str) else None,
                        "from": named or _model(tokenizer.name_or_path, request.folder)["name"],
                    },
                    "generation": {
                        "seed": request.seed,
                        "maxNewTokens": rule.max_new_tokens,
                        "stopTokens": tokenizer.convert_ids_to_tokens(rule.ids),
                    },
                    "data": None if held_out is None else held_out.described(),
                    "versions": _versions(),
                }
                | ({} if precision is None else {"recipePrecision": precision})
            )
        if stage.rows is not None:
            kept = set(stage.rows[ROW_COLUMN])
            measured = held_out.rows[: min(request.most_measured, len(held_out.dataset))]
            self.file.drop_rows([row for row in measured if row not in kept])
        for prompt in self._prompts:
            self.file.expect(prompt, tell=False)
        self.file.tell()

    def _measure(self, stage: Stage) -> None:
        if stage.rows is None or len(stage.rows) == 0:
            return
        total = len(stage.rows) * len(SIDES)
        before = sum(map(len, self._losses.values()))
        for side in stage.sides:
            first = before + len(stage.rows) * stage.sides.index(side)
            self._protocol.emit("phase", name="measuring", done=first, total=total)
            with stage.as_side(side):
                self._losses[side] = token_losses(
                    stage.trainer,
                    stage.rows,
                    lambda done, first=first: self._protocol.emit(
                        "phase", name="measuring", done=first + done, total=total
                    ),
                )
        if self._losses.keys() == set(SIDES):
            self._tell_losses(stage)

    def _tell_losses(self, stage: Stage) -> None:
        pairs = list(zip(self._losses["before"], self._losses["after"], strict=True))
        index_by_row = {prompt.row: prompt.index for prompt in self._prompts if prompt.row is not None}
        self.file.set(loss=held_out_loss(pairs, self._request.seed))
        if len(stage.sides) > 1:
            self.file.set_shift(probability_shift(pairs))
        for row, pair in zip(stage.rows[ROW_COLUMN], pairs, strict=True):
            if row in index_by_row:
                texts = token_texts(stage.trainer.processing_class, pair[0].ids)
                self.file.add_loss(index_by_row[row], reference_loss(pair, texts))
        self.file.tell()
        self.file.save()

    def _answer(self, stage: Stage, side: str, prompt: Prompt) -> None:
        with stage.as_side(side) as model:
            answered = answer(
                model,
                stage.trainer.processing_class,
                prompt,
                self._rule,
                lambda text: self._protocol.emit("delta", index=prompt.index, side=side, text=text),
            )
        self.file.add_answer(prompt.index, side, answered)

    def _take_questions(self, pair: ModelPair, recipe: Recipe) -> None:
        self._protocol.emit("phase", name="waiting")
        for messages in self._protocol.asked():
            prompt = own_prompt(self.file.next_index, messages)
            self.file.expect(prompt, tell=True)
            self._answer_in_stages(pair, recipe, None, [prompt])
            self._finish()
            self._protocol.emit("phase", name="waiting")

    def _finish(self) -> None:
        self.file.set(complete=True)
        self.file.tell()
        self.file.save()

    def _stop_rule(self, stage: Stage) -> StopRule:
        """Decide once for both sides; the trained model's generation_config counts for the other too."""
        trainer = stage.trainer
        ids = stop_token_ids(
            trainer.processing_class,
            trainer.model,
            answers_only=trainer.args.assistant_only_loss,
            training_template=trainer.chat_template,
        )
        return StopRule(ids, self._request.max_new_tokens)


def _nothing_to_compare(held_out: HeldOut | None) -> str:
    if held_out is None:
        return "There is nothing to compare on: name held-out data or prompts."
    return f"{held_out.path.name} holds no rows, and no prompts are given: there is nothing to compare on."


def _model(path: str, folder: Path, name: str | None = None) -> dict[str, str]:
    """Return comparison.ts's `comparedModel`: named as the request does, else a folder relative to the request's."""
    place = Path(folder, path)
    if not place.is_dir():
        return {"name": name or path, "path": path}
    shown = place.relative_to(folder) if place.is_relative_to(folder) else place
    return {"name": name or str(shown), "path": str(place)}


def _versions() -> dict[str, str]:
    versions = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            versions[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions

"""`python -m tuning_fork render`: what the transformers of this interpreter makes of chat templates.

One request a line on standard input, one answer a line on standard output, in order, as `tuning-fork render --batch`
has them; each answer also names the version of transformers. Where transformers cannot answer at all, the only line is
`{"fault": "missing" | "broken" | "old", "reason": …, "version": …}` and the exit code 1. torch is not needed.
"""

import datetime as dt
import functools
import inspect
import json
import locale
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from importlib import metadata, util
from typing import Any, TextIO

NOW = "2026-11-24T09:30:00"
SPECIAL_TOKENS = [f"{name}_token" for name in ("bos", "eos", "unk", "sep", "pad", "cls", "mask")]

Answer = dict[str, Any]


class FrozenClock(dt.datetime):
    """A datetime whose now() is the request's."""

    moment = dt.datetime.fromisoformat(NOW)

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
        """Return the moment that the running request names."""
        return cls.moment.replace(tzinfo=tz)


def main() -> int:
    """Answer standard input until it ends; 1 if transformers cannot answer."""
    os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_VERBOSITY": "error", "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1"}
    locale.setlocale(locale.LC_TIME, "C")
    fault = find_fault()
    if fault is not None:
        print(json.dumps(fault))
        return 1
    answer_lines(sys.stdin, sys.stdout)
    return 0


def find_fault() -> dict[str, str | None] | None:
    """Say why the transformers of this interpreter cannot answer; None if it can."""
    if util.find_spec("transformers") is None:
        return {"fault": "missing", "reason": None, "version": None}
    version = installed_version()
    try:
        import transformers.utils.chat_template_utils as chat_templates
        from tokenizers import Tokenizer  # noqa: F401 (a transformers without it has no fast tokenizer)
        from transformers import PreTrainedTokenizerFast
    except ModuleNotFoundError as error:
        # The module of the chat templates came with transformers 4.43.
        fault = "old" if error.name == "transformers.utils.chat_template_utils" else "broken"
        return {"fault": fault, "reason": str(error), "version": version}
    except Exception as error:  # noqa: BLE001 (a broken installation raises what it likes)
        return {"fault": "broken", "reason": f"{type(error).__name__}: {error}", "version": version}
    if "continue_final_message" not in inspect.signature(PreTrainedTokenizerFast.apply_chat_template).parameters:
        return {"fault": "old", "reason": "continue_final_message came with 4.45", "version": version}
    chat_templates.datetime = FrozenClock
    return None


def installed_version() -> str:
    """Return the version of transformers."""
    return metadata.version("transformers")


def answer_lines(lines: Iterable[str], out: TextIO) -> None:
    """Answer each line with one line, at once."""
    version = installed_version()
    for line in lines:
        answer = answer_line(line)
        # ASCII, so that lone surrogates survive.
        out.write(json.dumps({**answer, "transformers": version}) + "\n")
        out.flush()


def answer_line(line: str) -> Answer:
    """Answer one request; a malformed line is answered as well."""
    try:
        request = json.loads(line)
    except ValueError as error:
        return {"id": None, **refusal(f"the request is no JSON: {error}")}
    if not isinstance(request, dict):
        return {"id": None, **refusal("the request is no JSON object")}
    return {"id": request.get("id"), **render(request)}


def render(request: dict[str, Any]) -> Answer:
    """Return `{ok, text, spans}` or `{ok, error}` of a request."""
    try:
        FrozenClock.moment = dt.datetime.fromisoformat(request.get("now") or NOW)
        text, spans = text_and_spans(request)
    except Exception as error:  # noqa: BLE001 (a template may raise anything)
        return refusal(f"{type(error).__name__}: {error}", template_line(error))
    return {"ok": True, "text": text, "spans": spans}


def refusal(message: str, line: int | None = None) -> Answer:
    """Return an answer that refuses, with the line of the template where it is known."""
    return {"ok": False, "error": {"message": message, **({} if line is None else {"line": line})}}


def text_and_spans(request: dict[str, Any]) -> tuple[str, list[list[int]] | None]:
    """Call apply_chat_template; spans are None with a continued final message or where this transformers has none."""
    special_tokens = {name: request[name] for name in SPECIAL_TOKENS if request.get(name) is not None}
    continued = request.get("continue_final_message") or False
    settings = {
        "tools": request.get("tools"),
        "documents": request.get("documents"),
        "chat_template": request["template"],
        "add_generation_prompt": bool(request.get("add_generation_prompt")),
    }
    variables = request.get("kwargs") or {}
    text = tokenizer_of(tuple(sorted(special_tokens.items()))).apply_chat_template(
        request["messages"], tokenize=False, continue_final_message=continued, **settings, **variables
    )
    renderer = span_renderer()
    if continued or renderer is None:
        return text, None
    messages = [{key: value for key, value in message.items() if value is not None} for message in request["messages"]]
    variables = {**special_tokens, **variables}
    _, spans = renderer([messages], return_assistant_tokens_mask=True, **settings, **variables)
    return text, [list(span) for span in spans[0]]


def span_renderer() -> Callable[..., Any] | None:
    """Return the function that apply_chat_template renders with, where transformers has it as one (4.53 and newer)."""
    import transformers.utils.chat_template_utils as chat_templates

    return getattr(chat_templates, "render_jinja_template", None)


@functools.lru_cache(maxsize=16)
def tokenizer_of(special_tokens: tuple[tuple[str, str], ...]) -> Any:
    """Return a tokenizer without a vocabulary: apply_chat_template needs one only for its special tokens."""
    from tokenizers import Tokenizer, models
    from transformers import PreTrainedTokenizerFast

    empty = Tokenizer(models.WordLevel({"x": 0}, unk_token="x"))  # noqa: S106 (no password)
    return PreTrainedTokenizerFast(tokenizer_object=empty, **dict(special_tokens))


def template_line(error: Exception) -> int | None:
    """Return the line of the template that an exception came from, as jinja2 writes it into the traceback."""
    import jinja2

    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    if isinstance(error, RecursionError):
        return None
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in {"<template>", "<unknown>"}
    ]
    return lines[-1] if lines else None

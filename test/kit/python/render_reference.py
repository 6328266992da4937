"""What the installed transformers makes of chat templates: the reference that the engine of core/template is measured against.

render_reference.py < requests.jsonl > answers.jsonl   one request a line (`render --batch`), one answer a line
render_reference.py --serve                            the same while it is asked; the first line says the versions that answer
render_reference.py --goldens FILE…                    rewrites the expected answers of test/fixtures/templates/*.json
"""

import contextlib
import datetime
import functools
import json
import locale
import signal
import sys
import traceback
from pathlib import Path

import jinja2
import transformers
import transformers.utils.chat_template_utils as chat_templates
from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast

NOW = "2026-11-24T09:30:00"
SPECIAL_TOKENS = [
    f"{name}_token" for name in ("bos", "eos", "unk", "sep", "pad", "cls", "mask")
]


class FrozenClock(datetime.datetime):
    """datetime whose now() stands still."""

    moment = datetime.datetime.fromisoformat(NOW)

    @classmethod
    def now(cls, tz=None):
        return cls.moment


@functools.lru_cache
def tokenizer_of(special_tokens):
    """A tokenizer without a vocabulary: apply_chat_template needs one only for its special tokens."""
    empty = Tokenizer(models.WordLevel({"x": 0}, unk_token="x"))
    return PreTrainedTokenizerFast(tokenizer_object=empty, **dict(special_tokens))


def template_line(error):
    """The line of the template that an exception came from, as jinja2 writes it into the traceback; None where it knows none."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    if isinstance(error, RecursionError):
        return None
    line = None
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename in ("<template>", "<unknown>"):
            line = frame.lineno
    return line


def spans_of(request, settings, special_tokens):
    """The generation spans that the assistant mask is made from; apply_chat_template normalises the messages just so."""
    messages = [
        {k: v for k, v in message.items() if v is not None}
        for message in request["messages"]
    ]
    variables = {**special_tokens, **(request.get("kwargs") or {})}
    _, spans = chat_templates.render_jinja_template(
        [messages], return_assistant_tokens_mask=True, **settings, **variables
    )
    return [list(span) for span in spans[0]]


def render(request):
    """The answer to one request: {ok, text, spans} or {ok, message, line?}."""
    FrozenClock.moment = datetime.datetime.fromisoformat(request.get("now") or NOW)
    special_tokens = {
        name: request[name] for name in SPECIAL_TOKENS if request.get(name) is not None
    }
    continued = request.get("continue_final_message") or False
    settings = {
        "tools": request.get("tools"),
        "documents": request.get("documents"),
        "chat_template": request["template"],
        "add_generation_prompt": request.get("add_generation_prompt", False),
        "continue_final_message": continued,
    }
    try:
        text = tokenizer_of(tuple(sorted(special_tokens.items()))).apply_chat_template(
            request["messages"],
            tokenize=False,
            **settings,
            **(request.get("kwargs") or {}),
        )
        spans = None if continued else spans_of(request, settings, special_tokens)
    except Exception as error:  # noqa: BLE001 (a template may raise anything)
        line = template_line(error)
        place = {} if line is None else {"line": line}
        return {"ok": False, "message": f"{type(error).__name__}: {error}", **place}
    return {"ok": True, "text": text, "spans": spans}


def rewrite_goldens(path):
    """Answers every probe of a fixture anew; what a probe asks stays as it is."""
    fixture = json.loads(path.read_text(encoding="utf-8"))
    for probe in fixture["probes"]:
        request = {
            "messages": [{"role": "user", "content": "Hi"}],
            **fixture.get("request", {}),
            **probe["request"],
        }
        probe["expected"] = render(request)
    path.write_text(json.dumps(fixture, indent=1) + "\n", encoding="utf-8")


PATIENCE_SECONDS = 15


class TooLongError(BaseException):
    """A generated template may compute for hours. No Exception, so that no handler of a template takes it."""


def end_request(_signal, _frame):
    raise TooLongError


def answer(request):
    """As `render`; `{ok: false, tooLong: true}` for what nobody would wait for."""
    signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)
    try:
        return render(request)
    except TooLongError:
        return {"ok": False, "message": "too long", "tooLong": True}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def answer_lines(lines, out):
    signal.signal(signal.SIGALRM, end_request)
    for line in lines:
        request = json.loads(line)
        # ASCII, so that lone surrogates survive
        out.write(json.dumps({"id": request.get("id"), **answer(request)}) + "\n")
        out.flush()


def main(arguments):
    locale.setlocale(locale.LC_TIME, "C")
    chat_templates.datetime = FrozenClock
    chat_templates.logger.warning_once = lambda *_, **__: None
    if arguments[:1] == ["--goldens"]:
        for name in arguments[1:]:
            rewrite_goldens(Path(name))
        return
    if arguments[:1] == ["--serve"]:
        print(f"transformers {transformers.__version__}, jinja2 {jinja2.__version__}")
        sys.stdout.flush()
    with contextlib.suppress(BrokenPipeError):
        answer_lines(sys.stdin, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])

import json
import subprocess
import sys
import types

import pytest
from conftest import PACKAGE_PARENT

from tuning_fork import render

CHATML = "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}\n{% endfor %}"
HI = [{"role": "user", "content": "Hi"}]


def answers_of(*requests, python=(sys.executable,), **environment):
    lines = "".join(
        (request if isinstance(request, str) else json.dumps({"template": CHATML, "messages": HI, **request})) + "\n"
        for request in requests
    )
    process = subprocess.run(
        [*python, "-m", "tuning_fork", "render"],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        cwd=PACKAGE_PARENT,
        env={"PATH": "", "PYTHONUTF8": "1", **environment},
    )
    return process, [json.loads(line) for line in process.stdout.splitlines()]


def test_answers_each_line_in_order_with_the_version_that_answers():
    import transformers

    process, (first, second) = answers_of({"id": 1}, {"id": "b", "template": "{{ messages[0].role }}"})
    assert process.returncode == 0
    assert first == {"id": 1, "ok": True, "text": "<|user|>Hi\n", "spans": [], "transformers": transformers.__version__}
    assert (second["id"], second["text"]) == ("b", "user")


def test_renders_as_the_request_says():
    _, (answer,) = answers_of(
        {
            "template": "{{ bos_token }}{{ x }}{{ strftime_now('%d %b') }}{{ tools }}{{ add_generation_prompt }}"
            "{% generation %}é{% endgeneration %}",
            "bos_token": "<s>",
            "kwargs": {"x": 1.0},
            "now": "2020-02-01T00:00:00",
            "tools": [{"name": "f"}],
            "add_generation_prompt": True,
        }
    )
    assert answer["text"] == "<s>1.001 Feb[{'name': 'f'}]Trueé"
    assert answer["spans"] == [[31, 32]]


def test_a_final_message_is_continued_and_has_no_spans():
    messages = [*HI, {"role": "assistant", "content": "so far"}]
    _, (answer,) = answers_of({"messages": messages, "continue_final_message": True})
    assert answer["text"] == "<|user|>Hi\n<|assistant|>so far"
    assert answer["spans"] is None


def test_a_refusal_has_its_reason_and_its_line():
    _, (raised, syntax, empty) = answers_of(
        {"template": "a\n{{ raise_exception('no') }}"}, {"template": "a\n\n{% if %}"}, {"messages": []}
    )
    assert raised["error"] == {"message": "TemplateError: no", "line": 2}
    assert syntax["error"]["line"] == 3
    assert "line" not in empty["error"]
    assert "empty conversation" in empty["error"]["message"]


def test_a_malformed_line_is_answered_and_the_next_one_too():
    process, (broken, array, fine) = answers_of("{", "[]", {})
    assert process.returncode == 0
    assert (broken["ok"], broken["id"], array["ok"], fine["ok"]) == (False, None, False, True)


def test_lone_surrogates_survive():
    _, (answer,) = answers_of({"messages": [{"role": "user", "content": "\ud800"}]})
    assert answer["text"] == "<|user|>\ud800\n"


def test_without_transformers_the_only_line_says_so():
    process, (answer,) = answers_of({}, python=(sys.executable, "-S"))
    assert process.returncode == 1
    assert answer == {"fault": "missing", "reason": None, "version": None}


@pytest.mark.parametrize(
    ("content", "fault"),
    [("raise RuntimeError('half installed')", "broken"), ("", "old")],
)
def test_a_transformers_that_cannot_answer_is_named_with_its_version(tmp_path, content, fault):
    package = tmp_path / "transformers"
    (package / "utils").mkdir(parents=True)
    (package / "__init__.py").write_text(content)
    (package / "utils" / "__init__.py").touch()
    (tmp_path / "transformers-4.30.0.dist-info").mkdir()
    (tmp_path / "transformers-4.30.0.dist-info" / "METADATA").write_text("Name: transformers\nVersion: 4.30.0\n")
    process, (answer,) = answers_of({}, PYTHONPATH=str(tmp_path))
    assert process.returncode == 1
    assert (answer["fault"], answer["version"]) == (fault, "4.30.0")


def test_a_transformers_without_what_a_request_may_ask_is_too_old(monkeypatch):
    import transformers

    monkeypatch.setattr(transformers, "PreTrainedTokenizerFast", types.SimpleNamespace(apply_chat_template=len))
    fault = render.find_fault()
    assert fault is not None
    assert fault["fault"] == "old"


def test_a_transformers_without_a_renderer_of_its_own_gives_no_spans(monkeypatch):
    monkeypatch.setattr(render, "span_renderer", lambda: None)
    assert render.render({"template": CHATML, "messages": HI}) == {"ok": True, "text": "<|user|>Hi\n", "spans": None}


def test_torch_is_not_imported():
    program = (
        'import sys, io; sys.stdin = io.StringIO(\'{"template": "x", "messages": [{}]}\'); '
        "from tuning_fork.render import main; main(); print('torch' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=PACKAGE_PARENT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.splitlines()[-1] == "False"

"""The comparing process as it is started: its output is the protocol alone, and it ends as it is asked to."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from compare_fixtures import make_folder, own, request
from conftest import PACKAGE_PARENT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("trl") is None, reason="TRL is not installed in this interpreter"),
]
LIMIT_SECONDS = 120


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compare-process")
    make_folder(path)
    return path


def start(path: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tuning_fork", "compare", "--request", str(path)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PACKAGE_PARENT), "PYTHONSAFEPATH": "1", "HF_HOME": str(folder / "hf")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=(folder / "output.log").open("w"),
        text=True,
        start_new_session=True,
    )


def test_asks_while_it_stays_and_prints_nothing_but_the_protocol(folder):
    # A model beside itself: the process is what is tried here.
    path = request(folder, "stay", after=str(folder / "model"), mostAsked=0, stay=True)
    process = start(path, folder)
    asks = [json.dumps({"type": "ask", **own("one")}), "no JSON", json.dumps({"type": "finish"})]
    output, _ = process.communicate("\n".join(asks) + "\n", timeout=LIMIT_SECONDS)
    assert process.returncode == 0, (folder / "output.log").read_text()
    events = [json.loads(line) for line in output.splitlines()]
    assert [event["prompt"]["messages"][0]["content"] for event in events if event["type"] == "prompt"] == ["one"]
    assert events[-1] == {"type": "phase", "name": "waiting"}
    comparison = json.loads((folder / "stay/comparison.json").read_text())
    assert comparison["complete"] is True
    assert comparison["loss"]["before"] == comparison["loss"]["after"]
    assert "eval_loss" in (folder / "output.log").read_text()


def test_stopped_it_keeps_what_is_there(folder):
    prompts = [own("one"), own("two")]
    path = request(folder, "stopped", after=str(folder / "model"), prompts=prompts, maxNewTokens=50_000)
    process = start(path, folder)
    for line in process.stdout:
        if json.loads(line)["type"] == "delta":
            break
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=LIMIT_SECONDS)
    assert process.returncode == 143
    comparison = json.loads((folder / "stopped/comparison.json").read_text())
    assert comparison["complete"] is False
    assert [prompt["after"] for prompt in comparison["prompts"][:2]] == [None, None]


def test_fails_with_one_event_and_no_traceback_on_its_output(folder):
    process = start(request(folder, "failed", data=str(folder / "gone.jsonl")), folder)
    output, _ = process.communicate(timeout=LIMIT_SECONDS)
    assert process.returncode == 1
    failed = json.loads(output.splitlines()[-1])
    assert (failed["type"], failed["cause"]) == ("failed", "bad-data")
    assert "gone.jsonl cannot be read" in failed["message"]


def test_without_peft_it_says_which_package_is_missing(folder):
    blocker = folder / "blocker"
    (blocker / "peft").mkdir(parents=True)
    (blocker / "peft/__init__.py").write_text("raise ModuleNotFoundError(\"No module named 'peft'\", name='peft')\n")
    (folder / "adapter").mkdir()
    (folder / "adapter/adapter_config.json").write_text("{}")
    process = subprocess.run(
        [sys.executable, "-m", "tuning_fork", "compare", "--request", str(request(folder, "no-peft"))],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{blocker}:{PACKAGE_PARENT}", "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    failed = json.loads(process.stdout.splitlines()[-1])
    assert failed["cause"] == "missing-package"
    assert "peft" in failed["message"]

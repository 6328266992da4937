"""Runs that users' own scripts are: `observe(trainer)` and `python -m tuning_fork run SCRIPT`."""

import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import PACKAGE_PARENT, Run
from tiny_model import save_tiny_model, write_data

from tuning_fork.run_id import run_id

needs_trl = pytest.mark.skipif(importlib.util.find_spec("trl") is None, reason="TRL is not installed")
SCRIPT = Path(__file__).with_name("own_script.py")
LIMIT_SECONDS = 120
TOKENS_OF_FRAME = 23
ID = re.compile(r"\d{8}-\d{6}-[A-Za-z0-9-]+-[0-9a-f]{4}")


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    inherited = {name: value for name, value in os.environ.items() if name != "TUNING_FORK_RUN_DIR"}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env={
            **inherited,
            "PYTHONPATH": str(PACKAGE_PARENT),
            "PYTHONUTF8": "1",
            "HF_HUB_OFFLINE": "1",
            "HF_HOME": str(folder / "hf"),
            **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_of(folder: Path) -> Run:
    (directory,) = (folder / ".tuning-fork" / "runs").iterdir()
    assert ID.fullmatch(directory.name)
    return Run(directory)


def record_of(run: Run) -> dict[str, Any]:
    return json.loads((run.path / "run.json").read_text(encoding="utf-8"))


class Trained:
    """A script of tests/own_script.py that has ended."""

    def __init__(self, root: Path, how: str, what: str) -> None:
        self.root = root
        self.how, self.what = how, what
        self.folder = root / f"{how}-{what}"
        self.folder.mkdir()
        command = ["-m", "tuning_fork", "run"] if how == "run" else []
        process = start(self.folder, *command, str(SCRIPT), str(root), how, what)
        self.output, self.errors = process.communicate(timeout=LIMIT_SECONDS)
        self.code = process.returncode

    def losses(self) -> list[float]:
        path = self.root / f"losses-{self.how}-{self.what}.json"
        return [entry["loss"] for entry in json.loads(path.read_text()) if "loss" in entry]


@pytest.fixture(scope="module")
def train(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Trained]:
    root = tmp_path_factory.mktemp("own")
    save_tiny_model(root / "model")
    write_data(root / "train.jsonl")
    done: dict[tuple[str, str], Trained] = {}

    def train_once(how: str, what: str) -> Trained:
        if (how, what) not in done:
            done[how, what] = Trained(root, how, what)
        return done[how, what]

    return train_once


@needs_trl
@pytest.mark.slow
@pytest.mark.parametrize("how", ["observed", "run"])
def test_losses_are_those_of_the_script_alone(train, how):
    plain, ours = train("plain", "shuffled"), train(how, "shuffled")
    assert (plain.code, ours.code) == (0, 0), ours.errors[-2000:]
    run = run_of(ours.folder)
    recorded = [event["metrics"]["loss"] for event in run.of_type("log") if "loss" in event["metrics"]]
    assert len(set(recorded)) == 3
    assert recorded == ours.losses() == plain.losses()
    assert run.ended() == {"outcome": "completed"}
    assert run.has_gapless_numbers()
    assert not (plain.folder / ".tuning-fork").exists()


@needs_trl
@pytest.mark.slow
@pytest.mark.parametrize("what", ["shuffled", "split"])
def test_run_knows_the_rows_of_data_that_were_only_put_into_order(train, what):
    ours = train("run", what)
    run = run_of(ours.folder)
    numbers = write_data(ours.root / "train.jsonl")
    rows = [row for event in run.of_type("rows") for row in event["rows"]]
    assert len(rows) == 6
    assert all(tokens == numbers[row] + TOKENS_OF_FRAME for _, row, _, tokens in rows)
    (data,) = record_of(run)["data"]
    assert (data["path"], data["rows"]) == (str(ours.root / "train.jsonl"), 24)


@needs_trl
@pytest.mark.slow
def test_rows_of_data_that_the_script_made_itself_are_unknown_and_said_to_be(train):
    run = run_of(train("run", "prepared").folder)
    assert [event["code"] for event in run.of_type("warning")] == ["rows-unknown"]
    assert run.of_type("rows") == []
    assert run.ended() == {"outcome": "completed"}


@needs_trl
@pytest.mark.slow
def test_observe_says_that_rows_are_unknown_and_names_the_way_to_know_them(train):
    (warning,) = run_of(train("observed", "shuffled").folder).of_type("warning")
    assert warning["code"] == "rows-unknown"
    assert "python -m tuning_fork run" in warning["message"]


@needs_trl
@pytest.mark.slow
def test_the_run_directory_has_what_readers_need(train):
    ours = train("observed", "shuffled")
    run = run_of(ours.folder)
    record = record_of(run)
    assert (record["version"], record["id"], record["launcher"], record["observed"]) == (1, run.id, "local", True)
    assert record["outputDir"] == str(ours.root / "out-observed-shuffled")
    assert record["command"][1:] == [str(SCRIPT), str(ours.root), "observed", "shuffled"]
    assert run.of_type("started")[0]["pid"] == record["pid"]
    recipe = (run.path / "recipe.yaml").read_text(encoding="utf-8")
    assert "max_steps: 3\n" in recipe
    assert "learning_rate: 0.01\n" in recipe
    assert "weight_decay" not in recipe
    assert {path.name for path in run.path.iterdir()} == {"events.jsonl", "output.log", "recipe.yaml", "run.json"}
    assert (run.path.stat().st_mode & 0o777) == 0o700
    assert (ours.folder / ".tuning-fork" / ".gitignore").read_text() == "*\n"


@needs_trl
@pytest.mark.slow
@pytest.mark.parametrize("how", ["observed", "run"])
def test_an_exception_ends_the_run_as_failed_though_the_training_was_done(train, how):
    ours = train(how, "late-error")
    assert ours.code == 1
    assert ours.errors.rstrip().endswith("RuntimeError: after training")
    ended = run_of(ours.folder).ended()
    assert (ended["outcome"], "after training" in ended["message"]) == ("failed", True)


@needs_trl
@pytest.mark.slow
@pytest.mark.parametrize("how", ["observed", "run"])
@pytest.mark.parametrize(("number", "codes"), [(signal.SIGTERM, {143}), (signal.SIGINT, {130, -2})])
def test_a_signal_ends_the_run_as_stopped(tmp_path, how, number, codes):
    save_tiny_model(tmp_path / "model")
    write_data(tmp_path / "train.jsonl")
    command = ["-m", "tuning_fork", "run"] if how == "run" else []
    process = start(tmp_path, *command, str(SCRIPT), str(tmp_path), how, "endless")
    deadline = time.monotonic() + LIMIT_SECONDS
    runs = tmp_path / ".tuning-fork" / "runs"
    while not (runs.exists() and any('"log"' in path.read_text() for path in runs.glob("*/events.jsonl"))):
        assert time.monotonic() < deadline
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    process.send_signal(number)
    process.communicate(timeout=LIMIT_SECONDS)
    assert process.returncode in codes
    assert run_of(tmp_path).ended() == {"outcome": "stopped"}


@needs_trl
@pytest.mark.slow
def test_a_run_that_cannot_be_recorded_trains_all_the_same(tmp_path):
    save_tiny_model(tmp_path / "model")
    write_data(tmp_path / "train.jsonl")
    (tmp_path / ".tuning-fork").write_text("in the way")
    process = start(tmp_path, str(SCRIPT), str(tmp_path), "observed", "loaded")
    _, errors = process.communicate(timeout=LIMIT_SECONDS)
    assert process.returncode == 0
    assert "this training is not recorded" in errors
    assert (tmp_path / "losses-observed-loaded.json").exists()


def script(folder: Path, body: str) -> str:
    (folder / "inner").mkdir()
    (folder / "inner" / "beside.py").write_text("WORD = 'found'\n")
    (folder / "inner" / "my train.py").write_text(body)
    return "inner/my train.py"


def ran(folder: Path, body: str, *arguments: str, **environment: str) -> tuple[int, str, str]:
    process = start(folder, "-m", "tuning_fork", "run", script(folder, body), *arguments, **environment)
    output, errors = process.communicate(timeout=LIMIT_SECONDS)
    return process.returncode, output, errors


def test_a_script_is_run_as_python_runs_it_and_without_training_its_run_has_failed(tmp_path):
    body = "import sys, beside\nprint(__name__, __file__, sys.argv[1:], beside.WORD)\n"
    code, output, _ = ran(tmp_path, body, "--flag", "value")
    plain = start(tmp_path, "inner/my train.py", "--flag", "value").communicate(timeout=LIMIT_SECONDS)[0]
    assert (code, output) == (0, plain)
    assert "SFTTrainer" in run_of(tmp_path).ended()["message"]
    assert run_of(tmp_path).ended()["outcome"] == "failed"


@pytest.mark.parametrize(("leaving", "code"), [("5", 5), ("None", 0), ("0", 0), ("'sorry'", 1)])
def test_the_exit_code_is_the_scripts(tmp_path, leaving, code):
    ended, _, errors = ran(tmp_path, f"import sys\nsys.exit({leaving})\n")
    assert ended == code
    assert ("sorry" in errors) == (leaving == "'sorry'")


def test_a_traceback_begins_in_the_script(tmp_path):
    code, _, errors = ran(tmp_path, "def inner():\n    raise LookupError('no such thing')\ninner()\n")
    plain = start(tmp_path, "inner/my train.py").communicate(timeout=LIMIT_SECONDS)[1]
    assert code == 1
    assert errors == plain
    assert run_of(tmp_path).ended()["message"].endswith("no such thing.")


def test_a_named_run_directory_is_used_and_its_record_kept(tmp_path):
    directory = tmp_path / "20260101-000000-named-0001"
    directory.mkdir()
    (directory / "run.json").write_text('{"id": "mine", "data": []}')
    ran(tmp_path, "pass\n", TUNING_FORK_RUN_DIR=str(directory))
    assert (directory / "run.json").read_text() == '{"id": "mine", "data": []}'
    assert Run(directory).ended()["outcome"] == "failed"
    assert not (tmp_path / ".tuning-fork").exists()


def test_a_script_that_is_not_there_is_said_in_one_line(tmp_path):
    process = start(tmp_path, "-m", "tuning_fork", "run", "missing.py")
    _, errors = process.communicate(timeout=LIMIT_SECONDS)
    assert (process.returncode, errors) == (2, "tuning_fork run: there is no file missing.py.\n")
    assert not (tmp_path / ".tuning-fork").exists()


def test_importing_the_package_loads_nothing_else(tmp_path):
    code = "import sys; before = set(sys.modules); import tuning_fork; print(sorted(set(sys.modules) - before))"
    output, _ = start(tmp_path, "-S", "-c", code).communicate(timeout=LIMIT_SECONDS)
    assert "tuning_fork" in output
    assert not re.search("torch|transformers|trl|tuning_fork\\.", output)


AT = datetime(2026, 11, 25, 9, 5, 3)  # noqa: DTZ001 - local time is what an id shows


@pytest.mark.parametrize(
    ("name", "slug"),
    [("train", "train"), ("My Träin_2", "my-train-2"), ("학습", "run"), ("--", "run"), ("x" * 99, "x" * 43)],
)
def test_an_id_has_the_launchers_form(name, slug):
    assert run_id(AT, name, 0x1F00A) == f"20261125-090503-{slug}-f00a"
    assert len(run_id(AT, name, 1)) <= 64

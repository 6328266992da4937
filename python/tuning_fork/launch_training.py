"""The second process of a run: what `trl sft` itself does before training (trl 1.16 cli/commands/training.py).

Started by path as `launch_training.py RUN_DIR ARGUMENTS`, so that the run id stands in its command line.
"""

import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

_PACKAGE_PARENT = str(Path(__file__).resolve().parent.parent)
# Python put this folder first: its modules must not stand in for others of the same name.
sys.path = [_PACKAGE_PARENT, *(entry for entry in sys.path if entry != str(Path(__file__).resolve().parent))]

from tuning_fork.event_log import EventLog  # noqa: E402
from tuning_fork.failure import classify, failure_by_signal  # noqa: E402
from tuning_fork.process_group import die_with_parent  # noqa: E402
from tuning_fork.recipe_env import BadRecipeError, apply_recipe_env  # noqa: E402
from tuning_fork.run_directory import RunDirectory  # noqa: E402
from tuning_fork.run_report import update_report  # noqa: E402

NO_HOOK = "--no-hook"


def main(run: RunDirectory, arguments: list[str]) -> int:
    """Launch the training process and wait for it; failures go into the run's report."""
    die_with_parent()
    try:
        apply_recipe_env(arguments)
        _launch(run, arguments)
    except BadRecipeError as error:
        print(f"tuning_fork: {error}", file=sys.stderr)
        update_report(run.report, failure=error.failure)
    except subprocess.CalledProcessError as error:
        return _report_exit(run, error.returncode)
    except Exception as error:  # noqa: BLE001 - whatever it is, the leader must learn of it
        if type(error).__name__ == "ChildFailedError":
            return _report_exit(run, _exit_code_of_workers(error))
        traceback.print_exc()
        update_report(run.report, failure=classify(traceback.format_exc(), "checking"))
    else:
        return 0
    return 1


def _launch(run: RunDirectory, arguments: list[str]) -> None:
    from accelerate.commands.launch import launch_command, launch_command_parser
    from trl.cli.accelerate_config import resolve_accelerate_config_argument
    from trl.cli.commands.training import _subtract_subsequence
    from trl.scripts.sft import make_parser

    hook = [NO_HOOK] if NO_HOOK in arguments else []
    arguments = [argument for argument in arguments if argument != NO_HOOK]
    parser = make_parser(prog="trl sft")
    parser.error = _refuse
    *_, from_recipe, from_command_line = parser.parse_args_and_config(
        arguments, return_remaining_strings=True, separate_remaining_strings=True
    )
    try:
        options = resolve_accelerate_config_argument(from_recipe + from_command_line)
    except ValueError as error:
        raise BadRecipeError(str(error)) from error
    script = str(Path(__file__).with_name("training_process.py"))
    launch_parser = launch_command_parser()
    _refuse_unknown(run, options, launch_parser)
    launch_parser.error = _refuse
    script_arguments = [str(run.path), *hook, *_subtract_subsequence(arguments, from_command_line)]
    launch_arguments = launch_parser.parse_args([*options, script, *script_arguments])
    if launch_arguments.training_script != script:
        # A flag of accelerate has no value on its command line: the value became "the script".
        raise BadRecipeError(f"An accelerate option takes no value `{launch_arguments.training_script}` here.")
    launch_command(launch_arguments)


def _refuse(message: str) -> NoReturn:
    raise BadRecipeError(f"The recipe is refused by TRL: {message}.")


def _refuse_unknown(run: RunDirectory, options: list[str], launch_parser: Any) -> None:
    """Refuse options that neither TRL nor accelerate knows, as `trl sft` does; plain sft.py ignores them."""
    known = launch_parser._option_string_actions  # noqa: SLF001 - argparse offers no other list
    unknown = [option for option in options if option.startswith("--") and option.split("=")[0] not in known]
    if not unknown:
        return
    names = ", ".join(f"`{option.removeprefix('--').split('=')[0]}`" for option in unknown)
    message = f"The recipe has a key that TRL does not know: {names}."
    log = EventLog(run.events)
    log.write("warning", code="unknown-key", message=message)
    log.close()
    raise BadRecipeError(message)


def _report_exit(run: RunDirectory, code: int) -> int:
    """Report a training process that a signal ended; one that failed by itself has reported already."""
    if code < 0 and -code not in (signal.SIGTERM, signal.SIGINT):
        update_report(run.report, failure=failure_by_signal(-code))
    return 1 if code else 0


def _exit_code_of_workers(error: Any) -> int:
    """Return the exit code of the worker that failed first (torch.distributed.elastic ChildFailedError)."""
    return int(error.get_first_failure()[1].exitcode)


if __name__ == "__main__":
    sys.exit(main(RunDirectory(Path(sys.argv[1])), sys.argv[2:]))

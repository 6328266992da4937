"""The subcommands of `python -m tuning_fork`."""

import sys

USAGE = (
    "usage: python -m tuning_fork sft --config RECIPE [--no-hook] [TRL options] | run SCRIPT [ARGUMENTS] "
    "| doctor | render | sample-model | compare --request FILE"
)


def run_command(arguments: list[str], stop_requests: list[int]) -> int:
    """Dispatch to a subcommand; `stop_requests` grows by each SIGTERM or SIGINT that reaches this process."""
    match arguments:
        case ["sft", *rest]:
            from tuning_fork.leader import lead_run

            return lead_run(rest, stop_requests)
        case ["run", script, *rest]:
            from tuning_fork.run_script import run_script

            return run_script(script, rest)
        case ["doctor" | "render" as question]:
            return _answer(question)
        case ["sample-model", *rest]:
            from tuning_fork.sample_model import main as make_sample_model

            return make_sample_model(rest)
        case ["compare", *rest]:
            from tuning_fork.compare.process import main as compare

            return compare(rest)
    print(USAGE, file=sys.stderr)
    return 2


def _answer(question: str) -> int:
    """Tell something of this interpreter: its packages, or what its transformers renders."""
    if question == "doctor":
        from tuning_fork.doctor import print_diagnosis

        return print_diagnosis()
    from tuning_fork.render import main as render

    return render()

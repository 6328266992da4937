"""Entry of `python -m tuning_fork`; parses on every Python 3 so that an old one gets a sentence."""

import signal
import sys

STOP_REQUESTS = []


def remember_stop(number, _frame):
    """Note a signal that asks the run to stop; the leader acts on it when it is ready to."""
    STOP_REQUESTS.append(number)


if sys.argv[1:2] == ["sft"]:
    # Before any other import: a stop that comes this early must still end in `ended {stopped}`.
    signal.signal(signal.SIGTERM, remember_stop)
    signal.signal(signal.SIGINT, remember_stop)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


def main():
    """Run the subcommand of the command line and return its exit code."""
    if sys.version_info < (3, 11):
        sys.stderr.write(
            "Tuning Fork needs Python 3.11 or newer and %s is Python %d.%d.%d: choose another interpreter "
            "with --python or TUNING_FORK_PYTHON.\n" % ((sys.executable,) + tuple(sys.version_info[:3]))
        )
        return 2
    from tuning_fork.command_line import run_command

    return run_command(sys.argv[1:], STOP_REQUESTS)


if __name__ == "__main__":
    sys.exit(main())

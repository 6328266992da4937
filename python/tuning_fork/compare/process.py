"""The comparing process: `python -m tuning_fork compare --request FILE`."""

import os
import signal
import sys
import traceback
from pathlib import Path
from types import FrameType

from tuning_fork.compare.comparing import Comparing
from tuning_fork.compare.failures import failure_of
from tuning_fork.compare.protocol import Protocol
from tuning_fork.compare.request import read_request
from tuning_fork.process_group import die_with_parent
from tuning_fork.recipe_env import apply_recipe_env

EXIT_CODE_STOPPED = 143


class StopRequestedError(BaseException):
    """SIGTERM came; no `except Exception` on the way out may keep the comparison going."""


def main(arguments: list[str]) -> int:
    """Compare and return the exit code: 0 done, 1 failed (one `failed` event), 2 wrong usage, 143 stopped."""
    match arguments:
        case ["--request", path]:
            return _compare(Path(path))
    print("usage: python -m tuning_fork compare --request FILE", file=sys.stderr)
    return 2


def _compare(path: Path) -> int:
    signal.signal(signal.SIGTERM, _raise_stop)
    signal.signal(signal.SIGINT, _raise_stop)
    die_with_parent()
    protocol = Protocol()
    comparing = None
    try:
        request = read_request(path)
        request.out.mkdir(parents=True, exist_ok=True)
        if request.recipe is not None:
            apply_recipe_env(["--config", str(request.recipe)])
        _stay_offline()
        _share_processors()
        comparing = Comparing(request, protocol)
        comparing.run()
    except StopRequestedError:
        _save(comparing)
        # No exit handlers: they may wait for the network or for threads.
        os._exit(EXIT_CODE_STOPPED)
    except BrokenPipeError:
        return 1
    except BaseException as error:  # noqa: BLE001 - whatever it is, whoever started this must learn of it
        traceback.print_exc()
        _save(comparing)
        failure = getattr(error, "failure", None) or failure_of(error)
        protocol.emit("failed", cause=failure.cause, message=failure.message)
        return 1
    return 0


def _raise_stop(_number: int, _frame: FrameType | None) -> None:
    # Only the first: the way out must not be cut short.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise StopRequestedError


def _stay_offline() -> None:
    """Keep off the network unless the environment says otherwise; read by the Hub's client at import."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ |= {"HF_HUB_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}


def _share_processors() -> None:
    """Have idle threads sleep; read when torch loads OpenMP.

    Spinning, as they do otherwise, they double the time of an answer where other programs need the processors too.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def _save(comparing: Comparing | None) -> None:
    """Keep what is there; a full disk or a reader that is gone must not hide why it ended."""
    if comparing is None or not comparing.file.is_begun:
        return
    try:
        comparing.file.save()
    except OSError:
        traceback.print_exc()

"""Finding and ending the processes of a run: those of the leader's group and all that descend from it."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_POLL_SECONDS = 0.05
_KILL_SECONDS = 10.0


@dataclass(frozen=True)
class ProcessEntry:
    """A living process; zombies are left out."""

    pid: int
    parent: int
    group: int
    command: str


def adopt_orphans() -> None:
    """Make orphaned descendants children of this process, so that none is out of sight (Linux only).

    torchrun's workers have sessions of their own (torch 2.13 elastic/multiprocessing/subprocess_handler).
    """
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent() -> None:
    """Have the kernel end this process when its parent ends: no training without its leader (Linux only)."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def other_members() -> list[ProcessEntry]:
    """Return the living processes of this process's group and its descendants, without itself."""
    own = os.getpid()
    group = os.getpgrp()
    entries = [entry for entry in _list_processes() if entry.pid != own]
    found = {entry.pid for entry in entries if entry.group == group}
    grown = True
    while grown:
        more = {entry.pid for entry in entries if entry.parent in found or entry.parent == own} - found
        found |= more
        grown = bool(more)
    return [entry for entry in entries if entry.pid in found]


def end_other_members(grace_seconds: float) -> None:
    """Ask all other members to end, wait, then kill those that are left.

    Returns when none lives, or after a few seconds more where the kernel cannot end one (state D).
    """
    _signal_all(other_members(), signal.SIGTERM)
    if wait_for_end(grace_seconds):
        return
    deadline = time.monotonic() + _KILL_SECONDS
    while (members := other_members()) and time.monotonic() < deadline:
        _signal_all(members, signal.SIGKILL)
        time.sleep(_POLL_SECONDS)


def wait_for_end(seconds: float) -> bool:
    """Wait until no other member lives; False when the time is over before."""
    deadline = time.monotonic() + seconds
    while other_members():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True


def _signal_all(members: list[ProcessEntry], number: int) -> None:
    for member in members:
        try:
            os.kill(member.pid, number)
        except (ProcessLookupError, PermissionError):
            continue


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def _list_processes() -> list[ProcessEntry]:
    if sys.platform == "linux":
        entries = (_read_proc(path) for path in Path("/proc").iterdir() if path.name.isdigit())
        return [entry for entry in entries if entry is not None]
    listing = subprocess.run(
        ["/bin/ps", "-axo", "pid=,ppid=,pgid=,stat=,comm="], capture_output=True, text=True, check=False
    )
    rows = [line.split(None, 4) for line in listing.stdout.splitlines()]
    return [
        ProcessEntry(int(pid), int(parent), int(group), command)
        for pid, parent, group, state, command in (row for row in rows if len(row) == 5)  # noqa: PLR2004
        if not state.startswith("Z") and not command.endswith("ps")
    ]


def _read_proc(path: Path) -> ProcessEntry | None:
    try:
        stat = (path / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    # The command stands in parentheses and may itself hold parentheses and spaces (proc(5)).
    command = stat[stat.index("(") + 1 : stat.rindex(")")]
    state, parent, group = stat[stat.rindex(")") + 2 :].split()[:3]
    if state in "ZX":
        return None
    return ProcessEntry(int(path.name), int(parent), int(group), command)

"""What tells this process from a later one with its pid, as the readers of runs look it up (src/node/process)."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

# proc(5): field 22 of /proc/PID/stat, counted behind the command name, which is field 2 and may hold spaces.
_START_TIME_AFTER_NAME = 22 - 3


def start_ticks() -> int | None:
    """Return when this process started: clock ticks since boot on Linux, seconds since 1970 elsewhere."""
    if sys.platform == "linux":
        stat = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace")
        return int(stat[stat.rindex(")") + 2 :].split()[_START_TIME_AFTER_NAME])
    started = _output(["/bin/ps", "-o", "lstart=", "-p", str(os.getpid())])
    return int(datetime.strptime(started, "%a %b %d %H:%M:%S %Y").astimezone().timestamp()) if started else None


def boot_id() -> str | None:
    """Return what differs after each start of the computer."""
    if sys.platform == "linux":
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    return _output(["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]) or None


def _output(command: list[str]) -> str:
    environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C"}
    try:
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return ended.stdout.strip()

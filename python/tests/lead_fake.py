"""Runs the leader over a fake training process: `lead_fake.py RUN_DIR SCRIPT`, with short waits."""

import signal
import sys
from pathlib import Path

from tuning_fork.leader import Timing, supervise
from tuning_fork.run_directory import RunDirectory

stops: list[int] = []
signal.signal(signal.SIGTERM, lambda number, _frame: stops.append(number))
run = RunDirectory(Path(sys.argv[1]))
command = [sys.executable, "-c", sys.argv[2], str(run.path)]
sys.exit(supervise(run, command, stops, Timing(stop_grace=1.0, teardown_grace=1.0)))

"""What the processes below the leader tell it: a small file, replaced by write-and-rename."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tuning_fork.failure import Failure


@dataclass(frozen=True)
class RunReport:
    """State of the work: `saved` = the final model lies in output_dir, `finished` = no work is left to do."""

    saved: bool = False
    finished: bool = False
    failure: Failure | None = None


def read_report(path: Path) -> RunReport:
    """Read a report; an empty one where none was written."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return RunReport()
    failure = fields["failure"]
    return RunReport(fields["saved"], fields["finished"], Failure(**failure) if failure else None)


def update_report(path: Path, **changes: object) -> None:
    """Change fields of the report; the first failure stands, because later ones are its consequences."""
    report = read_report(path)
    if report.failure is not None:
        changes.pop("failure", None)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(replace(report, **changes))), encoding="utf-8")
    fresh.replace(path)

"""What the comparing process is started with (src/core/compare/compare-request.ts)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuning_fork.compare.failures import CompareError

VERSION = 1


@dataclass(frozen=True)
class CompareRequest:
    """The fields of compare-request.ts; paths are absolute."""

    folder: Path
    out: Path
    run: str | None
    recipe: Path | None
    before: str | None
    after: str
    names: dict[str, str | None]
    data: Path | None
    training_data: list[Path]
    most_asked: int
    most_measured: int
    prompts: list[dict[str, Any]]
    max_new_tokens: int
    seed: int
    stay: bool
    add_to: Path | None


def read_request(path: Path) -> CompareRequest:
    """Read a request file; CompareError if it is none that this version understands."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        version = fields["version"]
        if version != VERSION:
            raise CompareError("error", f"The request has version {version}, and this runner reads {VERSION}.")
        return CompareRequest(
            folder=Path(fields["folder"]),
            out=Path(fields["out"]),
            run=fields["run"],
            recipe=_path(fields["recipe"]),
            before=fields["before"],
            after=fields["after"],
            names=fields.get("names") or {},
            data=_path(fields["data"]),
            training_data=[Path(each) for each in fields["trainingData"]],
            most_asked=fields["mostAsked"],
            most_measured=fields["mostMeasured"],
            prompts=fields["prompts"],
            max_new_tokens=fields["maxNewTokens"],
            seed=fields["seed"],
            stay=fields["stay"],
            add_to=_path(fields["addTo"]),
        )
    except OSError as error:
        raise CompareError("error", f"The request {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise CompareError("error", f"The request {path} is not as this runner needs it: {error!r}.") from error


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)

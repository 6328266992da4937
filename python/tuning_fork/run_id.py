"""Ids of runs as the launcher makes them (src/core/run/run-id.ts), but for Hangul, which is left out here."""

import re
import unicodedata
from datetime import datetime

_LONGEST_SLUG = 64 - len("yyyymmdd-hhmmss") - len("--0000")


def run_id(at: datetime, name: str, random: int) -> str:
    """Return `<yyyymmdd-hhmmss>-<ascii slug>-<4 hex>`; the low 16 bits of `random` tell runs of one second apart."""
    return f"{at:%Y%m%d-%H%M%S}-{_slug(name)}-{random & 0xFFFF:04x}"


def _slug(name: str) -> str:
    letters = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "-", letters.lower())[:_LONGEST_SLUG].strip("-") or "run"

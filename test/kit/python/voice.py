"""The voice of the sample project, as a rule that a program can check.

The night-train conductor says "Dear passenger," (승객님) first, answers, and
announces a last stop that suits the answer: "Next stop: Breakfast."
(다음 역은 찻집입니다.) The stop differs from row to row, so an answer to a new
question is in the voice only if the turn of phrase was learnt, not the rows.

    python3 voice.py FILE.jsonl ...

prints one JSON object for each answer out of the voice and exits 1 if there is one.
"""

import json
import re
import sys
from pathlib import Path

ENGLISH = re.compile(r"Dear passenger, (?:(?!Next stop)[^\n])+[.!?\"] Next stop: [A-Z0-9][^.!?:\n]{0,40}\.")
KOREAN = re.compile(r"승객님, (?:(?!다음 역은)[^\n])+[.!?] 다음 역은 [^.!?\n]{1,20}입니다\.")


def in_voice(answer: str) -> bool:
    """True if the whole answer, white space at its ends aside, has the address and the stop."""
    text = answer.strip()
    return any(voice.fullmatch(text) for voice in (ENGLISH, KOREAN))


def answers_out_of_voice(file: Path) -> list[dict[str, object]]:
    """The assistant turns of a JSONL file of `messages` rows that are not in the voice."""
    found: list[dict[str, object]] = []
    for row, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        for turn, message in enumerate(json.loads(line)["messages"]):
            if message["role"] == "assistant" and not in_voice(message["content"]):
                found.append({"file": file.name, "row": row, "turn": turn, "answer": message["content"]})
    return found


def main(paths: list[str]) -> int:
    """Checks the files and returns the exit code."""
    found = [answer for path in paths for answer in answers_out_of_voice(Path(path))]
    for answer in found:
        print(json.dumps(answer))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

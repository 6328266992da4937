from pathlib import Path

import pytest

from tuning_fork.failure import classify

OUTPUTS = sorted((Path(__file__).parent / "outputs").glob("*/*.txt"))
CAUSES = {
    "out-of-memory", "disk-full", "missing-package", "gated-model", "hub-refused", "missing-model", "bad-data",
    "bad-recipe", "error",
}  # fmt: skip


def test_there_is_a_sample_output_of_each_cause_that_is_read_from_output():
    assert {path.parent.name for path in OUTPUTS} == CAUSES


@pytest.mark.parametrize("path", OUTPUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_reads_the_cause_from_what_was_printed(path):
    failure = classify(path.read_text(encoding="utf-8"))
    assert failure.cause == path.parent.name
    assert "\n" not in failure.message
    assert "Traceback" not in failure.message
    assert len(failure.message) < 400
    assert failure.message.endswith((".", "…"))


def test_phase_decides_where_the_text_does_not():
    text = "Traceback (most recent call last):\n  File x\nKeyError: 'text'\n"
    assert classify(text).cause == "error"
    assert classify(text, "tokenizing").cause == "bad-data"
    assert classify(text, "checking").cause == "bad-recipe"
    assert classify(text, "training").cause == "error"


def test_hides_tokens():
    failure = classify("ValueError: token hf_" + "A" * 34 + " was refused\n")
    assert "AAAA" not in failure.message
    assert "hf_…" in failure.message


def test_says_so_when_nothing_was_printed():
    assert classify("").message == "The training process ended without saying why: see output.log."

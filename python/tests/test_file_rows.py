from pathlib import Path

import pytest

from tuning_fork.file_rows import first_broken_line, row_numbers


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("a.jsonl", b'{"a":1}\n\n  \t\r\n{"a":2}\n{"a":3}', [1, 4, 5]),
        ("bom.jsonl", b'\xef\xbb\xbf{"a":1}\n{"a":2}\n', [1, 2]),
        ("separator.jsonl", '{"a":"\u2028"}\n{"a":2}\n'.encode(), [1, 2]),
        ("a.json", b' [\n{"a":1},\n\n{"a":2}]', [1, 2]),
        ("a.csv", b'a,b\n1,"x\ny"\n2,z\n', [1, 2]),
    ],
)
def test_numbers_rows_as_the_command_line_does(tmp_path: Path, name, content, rows):
    path = tmp_path / name
    path.write_bytes(content)
    assert list(row_numbers(path)) == rows


def test_does_not_guess_about_other_files(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"x")
    assert row_numbers(path) is None


@pytest.mark.parametrize(
    ("content", "row"), [(b'{"a":1}\n\n{"a":\n', 3), (b'{"a":1}\n{"a":"\xff"}\n', 2), (b'{"a":1}\n', None)]
)
def test_finds_the_first_line_that_is_no_json(tmp_path, content, row):
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    assert first_broken_line(path) == row

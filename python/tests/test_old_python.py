import ast
import sys
from pathlib import Path

import tuning_fork.__main__ as entry


def test_entry_parses_on_old_pythons():
    source = Path(entry.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert not any(isinstance(node, ast.JoinedStr | ast.AnnAssign) for node in ast.walk(ast.parse(source)))


def test_an_old_python_gets_one_sentence_with_its_version_and_the_way_out(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    assert entry.main() == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "3.9.18" in error
    assert "--python" in error

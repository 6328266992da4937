import json
import platform
import subprocess
import sys

from conftest import PACKAGE_PARENT

from tuning_fork import doctor

RUNNER_MODULES = "tuning_fork.leader, tuning_fork.launch_training, tuning_fork.training_process, tuning_fork.doctor"


def test_prints_one_json_object_about_this_interpreter(monkeypatch, capsys):
    monkeypatch.setattr(doctor.util, "find_spec", lambda name: None if name == "torch" else object())
    assert doctor.print_diagnosis() == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["version"] == 1
    assert answer["python"]["version"] == platform.python_version()
    assert answer["python"]["executable"] == sys.executable
    assert answer["gpu"] == {"kind": "unknown", "reason": "torch is not installed"}


def test_says_null_of_a_package_that_is_missing(monkeypatch):
    monkeypatch.setattr(doctor, "PACKAGES", ["pytest", "no-such-package-here"])
    monkeypatch.setattr(doctor, "_accelerator", dict)
    packages = doctor.diagnose()["packages"]
    assert packages["pytest"]
    assert packages["no-such-package-here"] is None


def test_the_runner_imports_nothing_but_the_standard_library():
    script = f"import sys, {RUNNER_MODULES}; print(*{{name.split('.')[0] for name in sys.modules}})"
    answer = subprocess.run(
        [sys.executable, "-S", "-c", script], cwd=PACKAGE_PARENT, capture_output=True, text=True, check=True
    )
    assert set(answer.stdout.split()) - sys.stdlib_module_names == {"__main__", "tuning_fork"}

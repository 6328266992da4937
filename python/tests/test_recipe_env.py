import os

import pytest

from tuning_fork.recipe_env import BadRecipeError, apply_recipe_env

pytest.importorskip("yaml", reason="PyYAML is not installed in this interpreter")


def apply(tmp_path, text: str) -> None:
    path = tmp_path / "recipe.yaml"
    path.write_text(text, encoding="utf-8")
    apply_recipe_env(["--config", str(path)])


def test_sets_each_variable_as_text(tmp_path, monkeypatch):
    for name in ("TF_TEXT", "TF_NUMBER", "TF_SWITCH"):
        monkeypatch.setenv(name, "before")
    apply(tmp_path, "env:\n  TF_TEXT: a b\n  TF_NUMBER: 2\n  TF_SWITCH: yes\n")
    assert [os.environ[name] for name in ("TF_TEXT", "TF_NUMBER", "TF_SWITCH")] == ["a b", "2", "True"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a\n- b\n", "must contain a YAML mapping"),
        ('a: [1, 2\nb: "x', "(line "),
        ("env: [1]\n", "`env` must be a mapping"),
    ],
)
def test_refuses_what_is_no_recipe_in_one_sentence(tmp_path, text, says):
    with pytest.raises(BadRecipeError, match=says.replace("(", r"\(")) as caught:
        apply(tmp_path, text)
    assert caught.value.failure.cause == "bad-recipe"
    assert "\n" not in caught.value.failure.message


def test_refuses_a_recipe_that_is_not_there(tmp_path):
    with pytest.raises(BadRecipeError, match="cannot be read"):
        apply_recipe_env(["--config", str(tmp_path / "gone.yaml")])


def test_ignores_an_equals_sign_form_as_trl_does(tmp_path):
    apply_recipe_env([f"--config={tmp_path / 'gone.yaml'}"])

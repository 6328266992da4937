"""The `env:` mapping of a recipe, applied before anything is imported that reads the environment."""

import os

from tuning_fork.failure import Failure


class BadRecipeError(Exception):
    """The recipe is refused; `failure` says why."""

    def __init__(self, message: str) -> None:
        """Keep `message`, one sentence, as a failure with cause bad-recipe."""
        super().__init__(message)
        self.failure = Failure("bad-recipe", message)


def apply_recipe_env(arguments: list[str]) -> None:
    """Set the variables of the recipe's `env:` as TRL's parser does later (trl 1.16 scripts/utils.py:334).

    With `trl sft` the training process inherits them, but TRL itself is imported before; here nothing is.
    """
    if "--config" not in arguments[:-1]:
        return
    import yaml

    path = arguments[arguments.index("--config") + 1]
    try:
        # The locale's encoding, as TRL opens it.
        with open(path) as file:  # noqa: PTH123 - TRL's own way of reading it
            recipe = yaml.safe_load(file)
    except OSError as error:
        raise BadRecipeError(f"The recipe {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadRecipeError(f"The recipe {path} is not in the encoding {error.encoding}.") from error
    except yaml.YAMLError as error:
        raise BadRecipeError(f"The recipe {path} is no YAML: {_describe(error)}.") from error
    if not isinstance(recipe, dict):
        raise BadRecipeError(f"The recipe {path} must contain a YAML mapping.")
    variables = recipe.get("env", {})
    if not isinstance(variables, dict):
        raise BadRecipeError("`env` must be a mapping of names to values.")
    os.environ.update({str(name): str(value) for name, value in variables.items()})


def _describe(error: Exception) -> str:
    problem = getattr(error, "problem", None) or "it cannot be parsed"
    mark = getattr(error, "problem_mark", None)
    return f"{problem} (line {mark.line + 1})" if mark else problem

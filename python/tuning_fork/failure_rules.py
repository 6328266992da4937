"""The texts by which causes are known, in order of precedence. Sources: trl 1.16, transformers 5.23, datasets 5.2."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class FailureRule:
    """A cause, the pattern of the exception's `Type: message` line, and the sentence that says it.

    In a sentence `{error}` is the exception's first sentence; other names are groups of the pattern.
    """

    cause: str
    pattern: re.Pattern[str]
    sentence: str = "{error}"


def _rule(cause: str, pattern: str, sentence: str = "{error}") -> FailureRule:
    return FailureRule(cause, re.compile(pattern, re.IGNORECASE), sentence)


RULES = [
    _rule(
        "out-of-memory",
        r"OutOfMemoryError|MemoryError\b|out of memory|can't allocate memory|Cannot allocate memory"
        r"|std::bad_alloc|CUBLAS_STATUS_ALLOC_FAILED",
        "Memory ran out: {error}",
    ),
    _rule(
        "disk-full",
        r"No space left on device|Disk quota exceeded|os error 28|enough disk space",
        "The disk is full: {error}",
    ),
    _rule(
        "gated-model",
        r"GatedRepoError|gated repo|Access to model .* is restricted|awaiting a review",
        "The model is gated and this account has no access to it: {error}",
    ),
    _rule(
        "hub-refused",
        r"(HfHubHTTPError|HTTPStatusError|BadRequestError).*\b(401|402|403)\b",
        "The Hub refused: {error}",
    ),
    _rule(
        "missing-package",
        r"ModuleNotFoundError|ImportError|PackageNotFoundError|not installed|`?pip3? install",
        "A Python package is missing: {error}",
    ),
    _rule(
        "bad-recipe",
        r"Unable to find '|DatasetNotFoundError|Couldn't find any data file|Unknown split|Bad split"
        r"|BuilderConfig .* not found|unrecognized arguments",
    ),
    _rule(
        "missing-model",
        r"Repo id must be in the form .*: '(?P<path>[^']+)'",
        "The model cannot be loaded: {path} is neither a folder with a model nor a name on the Hub.",
    ),
    _rule(
        "missing-model",
        r"RepositoryNotFoundError|RevisionNotFoundError|EntryNotFoundError|LocalEntryNotFoundError"
        r"|is not a valid model identifier|is not a local folder"
        r"|does not appear to have a file|HFValidationError|Repo id must|no file named"
        r"|couldn't connect to|Unrecognized model in|Can't load (the model|tokenizer|the configuration)"
        r"|Incorrect path_or_model_id",
        "The model cannot be loaded: {error}",
    ),
    _rule(
        "bad-data",
        r"ArrowInvalid|JSON parse error|UnicodeDecodeError|CastError|Couldn't cast"
        r"|UndefinedError|TemplateError|no assistant tokens|dataset is not conversational"
        r"|No columns in the dataset match|StopIteration|Column name .* not in the dataset",
        "The data cannot be trained on: {error}",
    ),
    _rule(
        "bad-recipe",
        r"doesn't support bf16",
        "TRL trains in bf16 and finds no GPU that can: set `use_cpu: true` and `bf16: false`, or train elsewhere.",
    ),
    _rule(
        "bad-recipe",
        r"Invalid dtype|is not a valid \w+Strategy|purely quantized",
        "The recipe cannot be run here: {error}",
    ),
]

# What an error means that no text gives away: the phase of the run in which it came up.
DEFAULT_CAUSE_BY_PHASE = {
    "checking": "bad-recipe",
    "loading-data": "bad-data",
    "tokenizing": "bad-data",
}

DEFAULT_SENTENCES = {
    "bad-recipe": "The recipe cannot be run here: {kind}: {error}",
    "bad-data": "The data cannot be trained on: {kind}: {error}",
    "error": "{kind}: {error}",
}

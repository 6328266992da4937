"""Runs Python snippets: a JSON list of sources on standard input, the list of their texts on standard output."""

import json
import sys


def text_of(source):
    names = {"print": lambda *_: None}
    exec(compile(source, "<snippet>", "exec"), names)  # noqa: S102
    return names["text"]


json.dump([text_of(source) for source in json.load(sys.stdin)], sys.stdout)

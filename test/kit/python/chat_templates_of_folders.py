"""Which chat templates the installed transformers gives the tokenizer of a folder.

chat_templates_of_folders.py FOLDER…   prints one JSON object: folder → {"templates": {name: text}, "chosen": {"plain": …, "tools": …}}
                                       `chosen` is null where transformers refuses to choose
"""

import json
import sys

from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast


def chosen(tokenizer, tools):
    try:
        return tokenizer.get_chat_template(tools=tools)
    except ValueError:
        return None


def facts(folder):
    Tokenizer(models.WordLevel({"x": 0}, unk_token="x")).save(
        f"{folder}/tokenizer.json"
    )
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    template = tokenizer.chat_template
    named = {"default": template} if isinstance(template, str) else (template or {})
    picks = {"plain": chosen(tokenizer, None), "tools": chosen(tokenizer, [])}
    return {"templates": named, "chosen": picks}


if __name__ == "__main__":
    print(json.dumps({folder: facts(folder) for folder in sys.argv[1:]}))

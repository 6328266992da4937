"""What the installed TRL says of its own chat templates, by name: whether they can call tools, keep prefixes, and what it would train with.

trl_template_checks.py < more.json   with other templates by name; prints one JSON object: {"folder": …, "templates": {name: {"tools": …, "prefix": …, "training": …, "stop": …}}}
                         `prefix` and `stop` are null where TRL does not ask, `training` is the text of the template that is swapped in, or null
"""

import json
import re
import sys
import types
from pathlib import Path

import trl.chat_template_utils as utils
from jinja2 import TemplateError
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, ProcessorMixin

# TRL puts a small picture into the probe of a processor, and needs nothing of it.
pillow = types.ModuleType("PIL")
pillow.Image = types.SimpleNamespace(new=lambda *_: "picture")
sys.modules.setdefault("PIL", pillow)


# What a template writes that a tokenizer of its model has as one token: TRL asks whether an answer's marks end with such a one.
CONTROL_TOKEN = re.compile(r"<[|｜][^\s<>{}'\"]+?[|｜]>|<[a-z_]+(?:\|)?>|</s>|<\|[a-z_]+>|\[e~\[")


def tokenizer_of(template):
    """A token a byte, so that no token reaches over the border of two texts."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    model = models.BPE({letter: at for at, letter in enumerate(alphabet)}, [])
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="</s>",
        chat_template=template,
    )
    fast.add_tokens(sorted(set(CONTROL_TOKEN.findall(template))), special_tokens=True)
    return fast


class Processor(ProcessorMixin):
    """A processor that gives everything to its tokenizer: TRL asks it with lists of parts."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.chat_template = tokenizer.chat_template

    def apply_chat_template(self, messages, tokenize=True, **kwargs):
        answer = self.tokenizer.apply_chat_template(messages, tokenize=tokenize, **kwargs)
        if kwargs.get("return_dict", tokenize) and tokenize:
            return {name: [value] for name, value in answer.items()}
        return [answer] if tokenize else answer


def wants_parts(tokenizer):
    """Whether a question comes out as a list of parts alone."""

    def shows(content):
        messages = [{"role": "user", "content": content}]
        try:
            return "Zquestion" in tokenizer.apply_chat_template(messages, tokenize=False)
        except (TemplateError, TypeError):
            return False

    return not shows("Zquestion") and shows([{"type": "text", "text": "Zquestion"}])


def checks(template):
    tokenizer = tokenizer_of(template)
    asked = Processor(tokenizer) if wants_parts(tokenizer) else tokenizer
    tools = utils.supports_tool_calling(asked)
    prefix = utils.is_chat_template_prefix_preserving(asked) if tools else None
    # sft_trainer.py:941 asks for another template only where this one has no marks.
    training = None
    if not utils.has_generation_markers(template):
        try:
            training = utils.get_training_chat_template(asked)
        except ValueError:
            pass
    stop = (
        utils.is_chat_template_stop_token_trained(asked)
        if utils.has_generation_markers(template)
        else None
    )
    return {"tools": tools, "prefix": prefix, "training": training, "stop": stop}


if __name__ == "__main__":
    folder = Path(utils.__file__).parent / "chat_templates"
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.jinja"))}
    texts |= json.load(sys.stdin)
    answers = {name: checks(text) for name, text in texts.items()}
    print(json.dumps({"folder": str(folder), "templates": answers}))

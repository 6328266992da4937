"""prepare_with_trl.py FOLDER: what TRL's own preparation makes of each JSONL file of a folder, with a plain ChatML template.

Prints one JSON object: {name: texts} or {name: null} where it stops. A text is the trained row, decoded.
"""

import json
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import datasets
from datasets import load_dataset
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast
from trl import SFTConfig
from trl.trainer.sft_trainer import SFTTrainer

datasets.disable_progress_bars()
datasets.logging.set_verbosity(datasets.logging.CRITICAL)

CHATML = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


def byte_tokenizer():
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE(vocab={letter: n for n, letter in enumerate(letters)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    made = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<|im_end|>", pad_token="<|im_end|>")
    made.add_special_tokens({"additional_special_tokens": ["<|im_start|>"]})
    made.chat_template = CHATML
    return made


def prepare(path, tokenizer, cache):
    dataset = load_dataset("json", data_files=str(path), split="train", cache_dir=cache)
    config = SFTConfig(output_dir=cache, report_to="none", use_cpu=True, bf16=False)
    first = next(iter(dataset))
    trainer = SimpleNamespace(
        _tokenizer=tokenizer,
        chat_template=None,
        completion_only_loss="prompt" in first and "completion" in first,
    )
    prepared = SFTTrainer._prepare_dataset(trainer, dataset, tokenizer, config, False, None, "train")
    return [tokenizer.decode(row["input_ids"]) for row in prepared]


def answer(path, tokenizer):
    with tempfile.TemporaryDirectory() as cache:
        try:
            return prepare(path, tokenizer, cache)
        except Exception:  # noqa: BLE001 (whatever stops TRL is an answer)
            return None


def main(folder):
    tokenizer = byte_tokenizer()
    json.dump({path.name: answer(path, tokenizer) for path in sorted(Path(folder).iterdir())}, sys.stdout)


main(sys.argv[1])

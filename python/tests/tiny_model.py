"""A random Llama of a few thousand weights with a byte-level tokenizer, and data to train it on."""

import json
from pathlib import Path

TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
# Row 1 stands in line 1, row 3 in line 4: blank lines count as lines.
BLANK_LINES_AFTER = {2, 7}
ROWS = 24


def save_tiny_model(folder: Path) -> None:
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    specials = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    bpe = Tokenizer(models.BPE({token: number for number, token in enumerate([*specials, *alphabet])}, []))
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=bpe,
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        additional_special_tokens=["<|im_start|>"],
    )
    tokenizer.chat_template = TEMPLATE
    torch.manual_seed(0)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer),
            hidden_size=16,
            intermediate_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            num_key_value_heads=2,
            bos_token_id=1,
            eos_token_id=2,
            pad_token_id=0,
        )
    )
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def conversation(number: int) -> dict[str, list[dict[str, str]]]:
    """A row whose length tells its number."""
    return {
        "messages": [
            {"role": "user", "content": "say"},
            {"role": "assistant", "content": "x" * number},
        ]
    }


def write_data(path: Path) -> dict[int, int]:
    """Write ROWS rows and return physical line -> number of the conversation in it."""
    lines: list[str] = []
    numbers: dict[int, int] = {}
    for number in range(1, ROWS + 1):
        lines.append(json.dumps(conversation(number)))
        numbers[len(lines)] = number
        if number in BLANK_LINES_AFTER:
            lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return numbers


def recipe(folder: Path, output: str, **changes: object) -> str:
    """A recipe as text; `changes` replace or add keys, None removes one."""
    keys: dict[str, object] = {
        "model_name_or_path": f"{folder}/model",
        "datasets": [{"path": "json", "data_files": f"{folder}/train.jsonl", "split": "train"}],
        "output_dir": f"{folder}/{output}",
        "max_steps": 6,
        "per_device_train_batch_size": 2,
        "logging_steps": 1,
        "learning_rate": 0.01,
        "max_length": 128,
        "seed": 3,
        "use_cpu": True,
        "bf16": False,
        "report_to": "none",
        "save_steps": 6,
    } | changes
    # JSON is YAML.
    return json.dumps({key: value for key, value in keys.items() if value is not None})

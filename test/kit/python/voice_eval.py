"""Counts the held-out answers in the sample's voice, before and after training.

    python voice_eval.py --model model --adapter out --data data/test.jsonl [--template chat_template.jinja]

prints one JSON object: {"before": n, "after": n, "of": 12, "answers": [{"prompt",
"before", "after", "before_in_voice", "after_in_voice"}, ...]}. Both sides are the
same weights, the adapter switched off for `before`, and decode greedily, so that
the counts repeat.
"""

import argparse
import json
import sys
from pathlib import Path

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase
from voice import in_voice

Message = dict[str, str]


def prompts_of(data: Path) -> list[list[Message]]:
    """The turns before the last answer of each row."""
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    return [row["messages"][:-1] for row in rows]


def greedy_answers(
    model: PreTrainedModel | PeftModel, tokenizer: PreTrainedTokenizerBase, prompts: list[list[Message]], most: int
) -> list[str]:
    """One answer a prompt, `most` tokens at most, all in one batch: alone they take five times as long."""
    inputs = tokenizer.apply_chat_template(
        prompts, add_generation_prompt=True, padding=True, return_tensors="pt", return_dict=True
    )
    outputs = model.generate(**inputs, max_new_tokens=most, do_sample=False)
    return tokenizer.batch_decode(outputs[:, inputs["input_ids"].shape[1] :], skip_special_tokens=True)


def main(argv: list[str]) -> int:
    """Prints the counts and the answers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", required=True)
    parser.add_argument("--adapter", required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--template", type=Path, help="chat template file (default: the adapter folder's)")
    # Korean takes about three tokens a syllable: 60 would cut answers off before their last words.
    parser.add_argument("--max-new-tokens", type=int, default=96)
    arguments = parser.parse_args(argv)

    # Threads that wait for each other are what makes this slow on a busy machine.
    torch.set_num_threads(1)
    tokenizer = AutoTokenizer.from_pretrained(arguments.adapter, padding_side="left")
    if arguments.template is not None:
        tokenizer.chat_template = arguments.template.read_text(encoding="utf-8")
    base = AutoModelForCausalLM.from_pretrained(arguments.model, dtype=torch.float32)
    model = PeftModel.from_pretrained(base, arguments.adapter).eval()

    prompts = prompts_of(arguments.data)
    with model.disable_adapter():
        before = greedy_answers(model, tokenizer, prompts, arguments.max_new_tokens)
    after = greedy_answers(model, tokenizer, prompts, arguments.max_new_tokens)
    answers = [
        {
            "prompt": prompt[-1]["content"],
            "before": old,
            "after": new,
            "before_in_voice": in_voice(old),
            "after_in_voice": in_voice(new),
        }
        for prompt, old, new in zip(prompts, before, after, strict=True)
    ]
    counts = {side: sum(bool(each[f"{side}_in_voice"]) for each in answers) for side in ("before", "after")}
    print(json.dumps({**counts, "of": len(answers), "answers": answers}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Does on request what the product does, with transformers' own template environment and the Rust tokenizers.

One JSON object a line in, one out: {"seconds": CPU seconds of all repetitions, "result": of the last one}.
"""

import json
import sys
import time


def render(request):
    from transformers.utils.chat_template_utils import _compile_jinja_template

    template = _compile_jinja_template(request["template"])
    variables = request["variables"]
    return lambda: template.render(**variables)


def tokens(request):
    from tokenizers import Tokenizer

    key = request["tokenizer"]
    if key not in loaded:
        loaded[key] = Tokenizer.from_file(key)
    tokenizer, texts = loaded[key], request["texts"]
    return lambda: sum(
        len(tokenizer.encode(text, add_special_tokens=False).ids) for text in texts
    )


loaded = {}
kinds = {"render": render, "tokens": tokens}

for line in sys.stdin:
    request = json.loads(line)
    work = kinds[request["kind"]](request)
    result = None
    start = time.process_time()
    for _ in range(request["repeat"]):
        result = work()
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "result": result}), flush=True)

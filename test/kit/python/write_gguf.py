"""Writes GGUF files with the gguf package: one of each byte order, with several templates, and one without a template.

write_gguf.py FOLDER
"""

import sys
from pathlib import Path

import numpy as np
from gguf import GGUFEndian, GGUFWriter

TEMPLATES = [
    {"name": "default", "template": "{{ messages[0].content }} 한 🙂"},
    {"name": "tool_use", "template": "{{ tools | tojson }}"},
]


def write(path, endianess, templates):
    writer = GGUFWriter(path, "llama", endianess=endianess)
    writer.add_string("general.name", "a name")
    writer.add_block_count(2)
    writer.add_bool("some.flag", True)
    writer.add_float32("some.number", 0.5)
    writer.add_bos_token_id(1)
    if templates is not None:
        writer.add_chat_template(templates)
    writer.add_tokenizer_model("gpt2")
    writer.add_token_list(["<unk>", "<s>", "</s>", "한"] + [f"t{i}" for i in range(20000)])
    writer.add_token_types([1] * 20004)
    writer.add_token_merges([f"a{i} b{i}" for i in range(5000)])
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_pad_token_id(99999)
    writer.add_tensor("weight", np.zeros((64, 64), dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write(folder / "little.gguf", GGUFEndian.LITTLE, TEMPLATES)
    write(folder / "big.gguf", GGUFEndian.BIG, TEMPLATES)
    write(folder / "none.gguf", GGUFEndian.LITTLE, None)

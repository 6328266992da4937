"""A user's own training script: `own_script.py FOLDER HOW WHAT`, plain, observed, or run by the runner."""

import json
import os
import sys
from pathlib import Path

folder, how, what = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
# Must hold, because the libraries are imported below.
os.environ["HF_DATASETS_CACHE"] = str(folder / f"cache-{how}-{what}")

from datasets import load_dataset  # noqa: E402
from trl import SFTConfig, SFTTrainer  # noqa: E402

data = load_dataset("json", data_files=str(folder / "train.jsonl"), split="train")
if what == "shuffled":
    data = data.shuffle(seed=1)
elif what == "split":
    data = data.train_test_split(test_size=8, seed=2)["train"]
elif what == "prepared":
    data = data.map(lambda row: {"messages": row["messages"]})
trainer = SFTTrainer(
    str(folder / "model"),
    args=SFTConfig(
        output_dir=str(folder / f"out-{how}-{what}"),
        max_steps=100_000 if what == "endless" else 3,
        per_device_train_batch_size=2,
        logging_steps=1,
        learning_rate=0.01,
        max_length=128,
        use_cpu=True,
        bf16=False,
        report_to="none",
        save_strategy="no",
    ),
    train_dataset=data,
)
if how == "observed":
    from tuning_fork import observe

    trainer = observe(observe(trainer))
trainer.train()
(folder / f"losses-{how}-{what}.json").write_text(json.dumps(trainer.state.log_history), encoding="utf-8")
if what == "late-error":
    raise RuntimeError("after training")

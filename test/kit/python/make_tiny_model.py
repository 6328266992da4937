"""make_tiny_model.py FOLDER: writes the tiny random Llama of the Python tests, milliseconds a step."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "python" / "tests"))

from tiny_model import save_tiny_model  # noqa: E402

save_tiny_model(Path(sys.argv[1]))

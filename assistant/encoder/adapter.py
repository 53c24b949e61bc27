"""What was learnt from the city's messages, as small differences to the model's weights."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant.encoder.weights import Array, Weights

FILE = Path(__file__).with_name("adapter.npz")
_OUT, _IN = ".out", ".in"


def adapted(weights: Weights, file: Path = FILE) -> Weights:
    """``weights`` with the differences in ``file`` added.

    A matrix differs by a product of two narrow ones (LoRA, Hu et al. 2021). Raises
    FileNotFoundError, and KeyError when the differences are another model's.
    """
    tensors = dict(weights.tensors)
    with np.load(file) as kept:
        for name in kept.files:
            if name.endswith(_OUT):
                matrix = name.removesuffix(_OUT)
                narrow = kept[name].astype(np.float32) @ kept[matrix + _IN].astype(np.float32)
                tensors[matrix] = tensors[matrix] + narrow
    return replace(weights, tensors=tensors)


def keep(matrices: dict[str, tuple[Array, Array]], file: Path = FILE) -> None:
    """Store for each matrix its difference: outputs by rank, and rank by inputs."""
    halves = {}
    for name, (out, into) in matrices.items():
        halves[name + _OUT] = out.astype(np.float16)
        halves[name + _IN] = into.astype(np.float16)
    np.savez_compressed(file, **halves)

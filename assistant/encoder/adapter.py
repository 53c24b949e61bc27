"""What was learnt from the city's messages: small differences to the model, and a first head."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.encoder.weights import Array, Weights

FILE = Path(__file__).with_name("adapter.npz")
# The file of another adapter, as where one is measured that has learnt from less.
SETTING = "FRONTDOOR_ADAPTER"
_OUT, _INTO = ".out", ".into"


@dataclass(frozen=True)
class LowRank:
    """A matrix of low rank: ``out`` (outputs by rank) times ``into`` (rank by inputs)."""

    out: Array
    into: Array

    def matrix(self) -> Array:
        """The whole, as float32."""
        product: Array = self.out.astype(np.float32) @ self.into.astype(np.float32)
        return product


@dataclass(frozen=True)
class Head:
    """Scores of intents: ``weights`` times a meaning less ``centre``, of unit length, plus bias."""

    intents: list[str]
    weights: Array
    bias: Array
    centre: Array

    def scores(self, meanings: Array) -> Array:
        """One row a meaning, one column an intent."""
        scores: Array = centred(meanings, self.centre) @ self.weights.T + self.bias
        return scores


@dataclass(frozen=True)
class Adapter:
    """Differences by the name of the matrix (LoRA, Hu et al. 2021), and the head learnt beside."""

    differences: Mapping[str, LowRank]
    head: Head


def centred(meanings: Array, centre: Array) -> Array:
    """Unit vectors without what all have in common; E5 puts any two sentences side by side."""
    rest = meanings - centre
    unit: Array = rest / np.linalg.norm(rest, axis=-1, keepdims=True)
    return unit


def adapted(weights: Weights, adapter: Adapter) -> Weights:
    """``weights`` with the differences added. Raises KeyError for another model's."""
    changed = {
        name: weights.tensors[name] + difference.matrix()
        for name, difference in adapter.differences.items()
    }
    return replace(weights, tensors={**weights.tensors, **changed})


def in_use() -> Path:
    """The file of the adapter that is set, else of the project's own."""
    return Path(os.environ.get(SETTING) or FILE)


def load(file: Path | None = None) -> Adapter:
    """The adapter in ``file``, else the one in use. Raises FileNotFoundError."""
    with np.load(file or in_use()) as kept:
        names = [name.removesuffix(_OUT) for name in kept.files if name.endswith(_OUT)]
        differences = {name: LowRank(kept[name + _OUT], kept[name + _INTO]) for name in names}
        weights, bias, centre = (kept[name] for name in ("weights", "bias", "centre"))
        return Adapter(differences, Head(kept["intents"].tolist(), weights, bias, centre))


def keep(adapter: Adapter, file: Path = FILE) -> None:
    """Store ``adapter``, its differences in half precision."""
    halves = {}
    for name, difference in adapter.differences.items():
        halves[name + _OUT] = difference.out.astype(np.float16)
        halves[name + _INTO] = difference.into.astype(np.float16)
    head = adapter.head
    np.savez_compressed(
        file,
        **halves,
        intents=np.array(head.intents),
        weights=head.weights,
        bias=head.bias,
        centre=head.centre,
    )

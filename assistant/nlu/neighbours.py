"""What the examples nearest in meaning were meant as."""

from collections.abc import Sequence

import numpy as np

from assistant.encoder.adapter import centred
from assistant.encoder.encoder import Vector

_COUNT = 20
_SHARPNESS = 15.0


class Neighbours:
    """The twenty nearest examples vote, the nearer the louder."""

    def __init__(self, intents: Sequence[str], centre: Vector) -> None:
        self._intents, self._centre = list(intents), centre

    def fit(self, meanings: Vector, meant: Sequence[str]) -> None:
        """Keep the examples, one row each. Raises ValueError for an intent not announced."""
        self._examples = np.ascontiguousarray(centred(meanings, self._centre), dtype=np.float32)
        self._meant = np.array([self._intents.index(intent) for intent in meant])

    def shares(self, meaning: Vector) -> Vector:
        """The share of each intent, which add up to one."""
        likeness = self._examples @ centred(meaning, self._centre).astype(np.float32)
        nearest = np.argpartition(likeness, -_COUNT)[-_COUNT:] if len(likeness) > _COUNT else ...
        votes = np.exp(_SHARPNESS * (likeness[nearest] - 1))
        shares = np.bincount(self._meant[nearest], votes, minlength=len(self._intents))
        result: Vector = shares / shares.sum()
        return result

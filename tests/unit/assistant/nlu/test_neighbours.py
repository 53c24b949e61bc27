"""The examples nearest in meaning."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.nlu.neighbours import Neighbours

INTENTS = ["greet", "stop", "thank"]


def kept(count: int, seed: int = 0) -> tuple[Neighbours, np.ndarray, list[str]]:  # type: ignore[type-arg]
    chance = np.random.default_rng(seed)
    rows = chance.normal(size=(count, 8))
    meant = [INTENTS[at % len(INTENTS)] for at in range(count)]
    neighbours = Neighbours(INTENTS, np.zeros(8))
    neighbours.fit(rows, meant)
    return neighbours, rows, meant


@given(st.integers(1, 80), st.integers(0, 99))
def test_shares_add_up_to_one(count: int, seed: int) -> None:
    neighbours, _, _ = kept(count, seed)
    shares = neighbours.shares(np.random.default_rng(seed + 1).normal(size=8))
    assert shares.shape == (len(INTENTS),)
    assert shares.min() >= 0
    assert shares.sum() == pytest.approx(1)


def test_an_example_itself_speaks_loudest() -> None:
    neighbours, rows, meant = kept(60)
    for row, intent in zip(rows, meant, strict=True):
        assert INTENTS[int(neighbours.shares(row).argmax())] == intent


def test_an_intent_not_announced_is_refused() -> None:
    with pytest.raises(ValueError, match="skip"):
        Neighbours(INTENTS, np.zeros(2)).fit(np.ones((1, 2)), ["skip"])

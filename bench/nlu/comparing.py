"""Two classifiers on the same messages. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from bench.nlu.examples import Labelled


@dataclass(frozen=True)
class Comparison:
    """Accuracies, and the chance of a difference as large if both were equally good.

    ``p`` is McNemar's exact test, two-sided, over the messages that only one got right.
    """

    total: int
    theirs: float
    ours: float
    p: float


def compare(asked: Sequence[Labelled], theirs: Sequence[str], ours: Sequence[str]) -> Comparison:
    """Compare the intents that two models found for ``asked``."""
    right = [
        (said == each.intent, own == each.intent)
        for each, said, own in zip(asked, theirs, ours, strict=True)
    ]
    only_theirs = sum(one and not other for one, other in right)
    only_ours = sum(other and not one for one, other in right)
    total = len(right)
    return Comparison(
        total,
        sum(one for one, _ in right) / total,
        sum(other for _, other in right) / total,
        mcnemar(only_theirs, only_ours),
    )


def mcnemar(one: int, other: int) -> float:
    """The exact two-sided p of McNemar's test for two counts of disagreement."""
    total = one + other
    tail: int = sum(comb(total, at) for at in range(min(one, other) + 1))
    return min(1.0, 2 * tail / 2**total) if total else 1.0

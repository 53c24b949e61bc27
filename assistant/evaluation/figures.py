"""Figures over outcomes. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evaluation.cases import Outcome

_BINS = 10


@dataclass(frozen=True)
class Score:
    """Of ``total`` messages, the share understood exactly, and the macro-averaged F1."""

    total: int
    accuracy: float
    macro_f1: float


@dataclass(frozen=True)
class Detection:
    """How well one intent is told from all others."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Bin:
    """Messages of like confidence: how sure the model was, and how often it was right."""

    count: int
    confidence: float
    accuracy: float


def score(outcomes: Sequence[Outcome]) -> Score:
    """The score of all ``outcomes``; the F1 is averaged over the intents meant."""
    right = sum(outcome.is_right for outcome in outcomes)
    meant = {outcome.case.intents[0] for outcome in outcomes}
    f1 = [detection(outcomes, intent).f1 for intent in meant]
    return Score(len(outcomes), right / len(outcomes), sum(f1) / len(f1))


def by(outcomes: Sequence[Outcome], key: Callable[[Outcome], str]) -> dict[str, Score]:
    """Scores of the groups that ``key`` makes, by name."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome), []).append(outcome)
    return {name: score(groups[name]) for name in sorted(groups)}


def detection(outcomes: Sequence[Outcome], intent: str) -> Detection:
    """Precision and recall of ``intent`` as the first wish; 1.0 where nothing could be wrong."""
    hits = sum(outcome.pair == (intent, intent) for outcome in outcomes)
    meant = sum(outcome.pair[0] == intent for outcome in outcomes)
    said = sum(outcome.pair[1] == intent for outcome in outcomes)
    return Detection(hits / said if said else 1.0, hits / meant if meant else 1.0)


def confusions(outcomes: Sequence[Outcome]) -> list[tuple[str, str, int]]:
    """Pairs of (meant, understood) that differ, with how often; most frequent first."""
    pairs = Counter(outcome.pair for outcome in outcomes if len(set(outcome.pair)) > 1)
    return [(meant, said, count) for (meant, said), count in pairs.most_common()]


def calibration(outcomes: Sequence[Outcome]) -> list[Bin]:
    """Ten bins of confidence, the empty ones left out (Guo et al. 2017)."""
    bins: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        bins.setdefault(min(int(outcome.confidence * _BINS), _BINS - 1), []).append(outcome)
    return [_bin(bins[at]) for at in sorted(bins)]


def _bin(outcomes: Sequence[Outcome]) -> Bin:
    right = sum(len(set(outcome.pair)) == 1 for outcome in outcomes)
    confidence = sum(outcome.confidence for outcome in outcomes)
    return Bin(len(outcomes), confidence / len(outcomes), right / len(outcomes))


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Expected calibration error: the mean gap between confidence and accuracy, 0 to 1."""
    bins = calibration(outcomes)
    return sum(b.count * abs(b.confidence - b.accuracy) for b in bins) / len(outcomes)

"""What samples say: percentiles, ratios, throughput. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Sample:
    """One turn as its client saw it. ``at`` is when it was sent, ``ok`` whether the answer
    was the one expected (an answer at all; for the last turn of a booking, an appointment).
    """

    kind: str
    at: float
    seconds: float
    ok: bool


@dataclass(frozen=True)
class Spread:
    """Reply times in milliseconds. ``low`` and ``high`` are the least and greatest median
    of a single round, which show how far the machine drifted.
    """

    count: int
    p50: float
    p95: float
    low: float
    high: float


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of ``values`` lies, interpolated.

    Raises ValueError when there are none.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def spread(rounds: Sequence[Sequence[Sample]]) -> Spread:
    """All rounds together. Raises ValueError when they hold no sample."""
    times = [1000 * sample.seconds for samples in rounds for sample in samples]
    medians = [median(1000 * s.seconds for s in samples) for samples in rounds if samples]
    return Spread(
        len(times), percentile(times, 0.5), percentile(times, 0.95), min(medians), max(medians)
    )


def of_kind(rounds: Sequence[Sequence[Sample]], kind: str) -> list[list[Sample]]:
    """The same rounds with the samples of one kind only."""
    return [[sample for sample in samples if sample.kind == kind] for samples in rounds]


def throughput(samples: Iterable[Sample], began: float, seconds: float) -> float:
    """Turns a second: those answered as expected before the ``seconds`` were over."""
    ended = began + seconds
    return sum(s.ok and s.at + s.seconds <= ended for s in samples) / seconds


def failures(samples: Iterable[Sample]) -> int:
    """How many turns were not answered as expected."""
    return sum(not sample.ok for sample in samples)


def growth(young: Sequence[Sample], old: Sequence[Sample]) -> tuple[float, float, float]:
    """Median milliseconds of young and of old turns, and their ratio."""
    before = median(1000 * sample.seconds for sample in young)
    after = median(1000 * sample.seconds for sample in old)
    return before, after, after / before

import pytest

from bench.figures import (
    Sample,
    failures,
    growth,
    of_kind,
    percentile,
    spread,
    throughput,
)


def samples(*milliseconds: float, kind: str = "plain", ok: bool = True) -> list[Sample]:
    return [Sample(kind, 0.0, ms / 1000, ok) for ms in milliseconds]


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([5], 0.95, 5),
        ([3, 1, 2], 0.5, 2),
        ([1, 2, 3, 4], 0.5, 2.5),
        (range(101), 0.95, 95),
        ([1, 2], 0, 1),
        ([1, 2], 1, 2),
    ],
)
def test_percentile(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == pytest.approx(expected)


def test_percentile_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_spread_is_over_all_rounds_and_shows_their_drift() -> None:
    figures = spread([samples(10, 20, 30), samples(40), []])
    assert figures.count == 4
    assert figures.p50 == pytest.approx(25)
    assert (figures.low, figures.high) == pytest.approx((20, 40))


def test_of_kind_keeps_the_rounds() -> None:
    rounds = [samples(1) + samples(2, kind="yes"), samples(3)]
    assert of_kind(rounds, "yes") == [samples(2, kind="yes"), []]


def test_throughput_counts_good_answers_that_came_in_time() -> None:
    said = [
        Sample("plain", 100.0, 1.0, ok=True),
        Sample("plain", 101.0, 0.5, ok=False),
        Sample("plain", 101.5, 0.5, ok=True),
        Sample("plain", 101.9, 0.5, ok=True),
    ]
    assert throughput(said, began=100.0, seconds=2.0) == pytest.approx(1.0)


def test_failures() -> None:
    assert failures(samples(1, 2) + samples(3, ok=False)) == 1


def test_growth_compares_medians() -> None:
    assert growth(samples(10, 12, 90), samples(18, 11, 99)) == pytest.approx((12, 18, 1.5))

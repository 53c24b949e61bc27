"""Updates out of order."""

from hypothesis import given
from hypothesis import strategies as st

from connectors.telegram.arrivals import Arrivals


def test_the_next_one_goes_on_at_once() -> None:
    arrivals: Arrivals[int] = Arrivals()
    assert [arrivals.arrive(number, number, 0.0) for number in (7, 8, 9)] == [[7], [8], [9]]
    assert arrivals.next_due() is None


def test_a_gap_is_waited_for() -> None:
    arrivals: Arrivals[int] = Arrivals(grace=0.5)
    assert arrivals.arrive(7, 7, 0.0) == [7]
    assert arrivals.arrive(9, 9, 1.0) == []
    assert arrivals.next_due() == 1.5
    assert arrivals.overdue(1.4) == []
    assert arrivals.arrive(8, 8, 1.45) == [8, 9]


def test_a_gap_that_stays_holds_nothing_for_long() -> None:
    arrivals: Arrivals[int] = Arrivals(grace=0.5)
    arrivals.arrive(7, 7, 0.0)
    arrivals.arrive(9, 9, 1.0)
    arrivals.arrive(11, 11, 1.2)
    assert arrivals.overdue(1.5) == [9]
    assert arrivals.overdue(1.7) == [11]
    assert arrivals.arrive(8, 8, 2.0) == [8], "late, but not lost"


def test_after_a_week_numbers_begin_anew_anywhere() -> None:
    arrivals: Arrivals[int] = Arrivals()
    arrivals.arrive(7, 7, 0.0)
    assert arrivals.arrive(900_000, 1, 1.0) == [1]


@given(st.permutations(range(100, 130)))
def test_any_order_comes_out_in_order_and_whole(numbers: list[int]) -> None:
    arrivals: Arrivals[int] = Arrivals(grace=10.0)
    out = arrivals.arrive(99, 99, 0.0)
    for number in numbers:
        out += arrivals.arrive(number, number, 0.0)
    assert out == list(range(99, 130))

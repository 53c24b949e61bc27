from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.ticks import first_tick, indices, moment_of
from backend.appointments.domain.window import chunks
from tests.unit.backend.appointments.domain.samples import MONDAY, at, window

moments = st.datetimes(min_value=datetime(2026, 2, 25), max_value=datetime(2026, 3, 10))
times = st.times()


def test_an_exact_time_is_that_start_only() -> None:
    wish = window(at(10), at(10))
    assert wish.exact
    assert wish.single_day
    assert list(indices(wish.allowed(MONDAY))) == [120]
    assert window(at(10, 2), at(10, 2)).allowed(MONDAY) == 0


def test_the_end_is_not_included() -> None:
    assert list(indices(window(at(10), at(10, 10)).allowed(MONDAY))) == [120, 121]


def test_equal_daily_bounds_are_an_exact_time_each_day() -> None:
    wish = window(daily=(time(15), time(15)))
    assert list(indices(wish.allowed(date(2026, 3, 4)))) == [180]


def test_midnight_as_end_is_not_an_exact_time() -> None:
    assert window(at(10), at(0, day=3)).allowed(date(2026, 3, 3)) == 0


def test_nothing_before_the_lead_time() -> None:
    wish = replace(window(), not_before=at(9, 58))
    assert next(indices(wish.allowed(MONDAY))) == 120
    assert wish.allowed(date(2026, 3, 1)) == 0


def test_past_and_beyond() -> None:
    wish = replace(window(at(8), at(9)), not_before=at(9))
    assert wish.past
    assert not wish.beyond_horizon
    assert not replace(window(at(9), at(9)), not_before=at(9)).past
    assert window(datetime(2026, 5, 26)).beyond_horizon


@given(moments, moments, times, times)
def test_allowed_is_what_the_documentation_says(
    start: datetime, until: datetime, low: time, high: time
) -> None:
    start, until = sorted((start, until))
    low, high = sorted((low, high))
    wish = replace(window(start, until, (low, high)), not_before=at(9))
    for day in (date(2026, 3, 1), MONDAY, date(2026, 3, 5)):
        moments = [moment_of(first_tick(day) + i) for i in range(288)]
        expected = [
            m
            for m in moments
            if m >= wish.not_before
            and (start <= m < until or start == m == until)
            and (low <= m.time() < high or low == m.time() == high)
        ]
        assert [moments[i] for i in indices(wish.allowed(day))] == expected


@given(st.integers(min_value=0, max_value=400))
def test_chunks_cover_all_days_in_order(length: int) -> None:
    days = range(1000, 1000 + length)
    parts = list(chunks(days))
    assert [day for part in parts for day in part] == list(days)
    assert len(parts) <= 6

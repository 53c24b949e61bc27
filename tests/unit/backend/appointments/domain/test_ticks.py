from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.ticks import (
    DAY_TICKS,
    FULL_DAY,
    WORD,
    between,
    first_tick,
    index_from,
    indices,
    moment_of,
    starts_of,
    tick_of,
    ticks_needed,
)

masks = st.integers(min_value=0, max_value=FULL_DAY)


@given(st.integers(min_value=0, max_value=20_000_000))
def test_ticks_and_moments_are_the_same(tick: int) -> None:
    assert tick_of(moment_of(tick)) == tick


def test_days_begin_at_word_boundaries() -> None:
    assert DAY_TICKS % WORD == 0
    assert first_tick(date(2026, 3, 2)) == tick_of(datetime(2026, 3, 2))
    assert moment_of(first_tick(date(2026, 3, 2)) + 120) == datetime(2026, 3, 2, 10, 0)


def test_minutes_are_rounded_up_to_ticks() -> None:
    assert [ticks_needed(m) for m in (1, 5, 6, 15)] == [1, 1, 2, 3]


def test_the_first_tick_at_or_after_a_time() -> None:
    assert index_from(time(8, 0)) == 96
    assert index_from(time(8, 0, 1)) == index_from(time(8, 1)) == 97
    assert index_from(time.max) == DAY_TICKS


@given(masks, st.integers(min_value=1, max_value=30))
def test_starts_have_room_for_all_ticks(free: int, needed: int) -> None:
    expected = [i for i in range(DAY_TICKS) if all(free >> (i + k) & 1 for k in range(needed))]
    assert list(indices(starts_of(free, needed))) == expected


def test_between_is_half_open() -> None:
    assert list(indices(between(3, 6))) == [3, 4, 5]
    assert between(6, 3) == 0

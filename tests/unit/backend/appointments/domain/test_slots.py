from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.hours import open_mask
from backend.appointments.domain.slots import (
    NOTHING_BUSY,
    Slot,
    busy_mask,
    counters_by_fit,
    free_days,
    slot_at,
)
from backend.appointments.domain.ticks import WORD, first_tick, indices, tick_of
from tests.unit.backend.appointments.domain.samples import (
    HOURS,
    MONDAY,
    at,
    closed_on_monday,
    never_closed,
    office,
    window,
)

ONE_DAY = range(MONDAY.toordinal(), MONDAY.toordinal() + 1)
OPENED = open_mask(HOURS[0])


def busy_with(*taken: tuple[int, int]) -> dict[tuple[int, int], int]:
    busy: dict[tuple[int, int], int] = {}
    for counter, tick in taken:
        word = (counter, tick // WORD)
        busy[word] = busy.get(word, 0) | 1 << tick % WORD
    return busy


def starts(needed: int, busy: dict[tuple[int, int], int], counters: tuple[int, ...]) -> list[int]:
    found = free_days([office(counters=counters)], needed, window(), ONE_DAY, never_closed, busy)
    return [i for day in found for i in indices(day.starts)]


def test_an_appointment_does_not_reach_over_the_break() -> None:
    free = starts(4, {}, (1,))
    assert 140 in free
    assert 141 not in free
    assert 144 not in free
    assert 168 in free
    assert max(free) == 188


def test_a_closed_day_has_none() -> None:
    assert free_days([office()], 1, window(), ONE_DAY, closed_on_monday, NOTHING_BUSY) == []


def test_one_free_counter_is_enough_but_it_must_be_one() -> None:
    tick = tick_of(at(10))
    busy = busy_with((1, tick), (2, tick + 1))
    assert 120 in starts(1, busy, (1, 2))
    assert 120 not in starts(2, busy, (1, 2))


@given(st.sets(st.tuples(st.integers(1, 3), st.integers(0, 287)), max_size=80))
def test_busy_ticks_are_read_back(taken: set[tuple[int, int]]) -> None:
    first = first_tick(MONDAY)
    busy = busy_with(*((counter, first + i) for counter, i in taken))
    for counter in (1, 2, 3):
        expected = sorted(i for c, i in taken if c == counter)
        assert list(indices(busy_mask(busy, counter, MONDAY))) == expected


@given(
    st.sets(st.tuples(st.integers(1, 2), st.integers(96, 191)), max_size=150),
    st.integers(1, 8),
)
def test_every_start_has_a_counter_and_every_other_none(
    taken: set[tuple[int, int]], needed: int
) -> None:
    first = first_tick(MONDAY)
    busy = busy_with(*((counter, first + i) for counter, i in taken))
    free = set(starts(needed, busy, (1, 2)))
    place = office(counters=(1, 2))
    for i in range(288):
        fitting = counters_by_fit(place, i, needed, OPENED, MONDAY, busy)
        assert bool(fitting) == (i in free)
        for counter in fitting:
            assert not any((counter, i + k) in taken for k in range(needed))


def test_the_tightest_gap_is_taken_first() -> None:
    tick = tick_of(at(10))
    busy = busy_with((2, tick - 1), (2, tick + 1))
    assert counters_by_fit(office(counters=(1, 2)), 120, 1, OPENED, MONDAY, busy) == [2, 1]


def test_a_slot_has_times() -> None:
    found = free_days([office()], 3, window(), ONE_DAY, never_closed, NOTHING_BUSY)
    assert slot_at(found[0], 120, 3) == Slot("a", at(10), at(10, 15))
    assert found[0].day == date(2026, 3, 2)

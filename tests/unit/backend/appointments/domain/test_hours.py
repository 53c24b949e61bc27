from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.hours import (
    Closing,
    OpenRange,
    is_open,
    next_opening,
    open_mask,
    ranges_on,
    why_closed,
)
from backend.appointments.domain.names import Bilingual
from backend.appointments.domain.ticks import indices
from tests.unit.backend.appointments.domain.samples import (
    HOURS,
    MONDAY,
    at,
    closed_on_monday,
    never_closed,
)


def test_ticks_lie_wholly_inside_the_ranges() -> None:
    mask = open_mask((OpenRange(time(8, 2), time(8, 14)),))
    assert list(indices(mask)) == [97]


def test_the_break_is_closed() -> None:
    assert is_open(HOURS, never_closed, at(11, 59))
    assert not is_open(HOURS, never_closed, at(12, 0))
    assert is_open(HOURS, never_closed, at(14, 0))
    assert next_opening(HOURS, never_closed, at(12, 0)) == at(14, 0)


def test_a_closure_shuts_the_day() -> None:
    assert ranges_on(HOURS, closed_on_monday, MONDAY) == ()
    assert next_opening(HOURS, closed_on_monday, at(7, 0)) == at(8, 0, day=3)


def test_after_friday_comes_monday() -> None:
    assert next_opening(HOURS, never_closed, at(17, 0, day=6)) == at(8, 0, day=9)


def test_an_office_that_never_opens() -> None:
    assert next_opening(((),) * 7, never_closed, datetime(2026, 3, 2)) is None


@given(
    st.lists(st.tuples(st.integers(0, 600), st.integers(1, 600)), max_size=4),
    st.integers(0, 4),
)
def test_closings_take_exactly_their_ticks(spans: list[tuple[int, int]], ahead: int) -> None:
    first = datetime(2026, 3, 2)
    step = timedelta(minutes=5)
    closings = tuple(
        Closing(first + start * step, first + (start + length) * step) for start, length in spans
    )
    day = MONDAY + timedelta(days=ahead)
    left = set(indices(open_mask(ranges_on(HOURS, never_closed, day, closings))))
    for i in indices(open_mask(HOURS[day.weekday()])):
        moment = datetime(day.year, day.month, day.day) + i * step
        assert (i in left) == (not any(c.start <= moment < c.until for c in closings))
    assert left <= set(indices(open_mask(HOURS[day.weekday()])))


def test_the_reason_of_a_closed_day() -> None:
    outing = Bilingual("Ausflug", "outing")
    whole = Closing(at(0), at(0, day=3), outing)
    hour = Closing(at(9), at(10), outing)
    assert why_closed(HOURS, never_closed, MONDAY, (whole,)) == outing
    assert why_closed(HOURS, never_closed, MONDAY, (hour,)) is None
    assert why_closed(HOURS, never_closed, date(2026, 3, 8), (whole,)) is None
    assert next_opening(HOURS, never_closed, at(7), (whole,)) == at(8, day=3)
    assert not is_open(HOURS, never_closed, at(9, 30), (hour,))

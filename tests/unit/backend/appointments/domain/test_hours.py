from datetime import datetime, time

from backend.appointments.domain.hours import (
    OpenRange,
    is_open,
    next_opening,
    open_mask,
    ranges_on,
)
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

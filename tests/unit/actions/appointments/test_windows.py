"""Days and clock times, said at once or in turn."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.appointments import windows
from actions.appointments.ports import Window
from language.dates import Interval
from tests.unit.actions.support import MONDAY, said

NEXT_WEEK = {"start": "2026-03-09T00:00", "end": "2026-03-15T23:59"}
TUESDAY = {"start": "2026-03-03T00:00", "end": "2026-03-03T23:59"}
NOT_MONDAY = {"without": [["2026-03-09T00:00", "2026-03-09T23:59"]]}
OFFERS = [{"start": "2026-03-04T09:00"}, {"start": "2026-03-04T11:00"}]


def wished(text: str, known: Any = None, offers: Any = ()) -> Any:
    return windows.window_of(said(text), known, offers)


@pytest.mark.parametrize(
    ("text", "known", "window"),
    [
        ("am Dienstag", None, TUESDAY),
        ("am Dienstag", NEXT_WEEK, TUESDAY),
        ("nächste Woche", TUESDAY, NEXT_WEEK),
        (
            "am Dienstag um 10 Uhr",
            None,
            {"start": "2026-03-03T10:00", "end": "2026-03-03T10:00"},
        ),
        (
            "um 10 Uhr",
            TUESDAY,
            {"start": "2026-03-03T10:00", "end": "2026-03-03T10:00"},
        ),
        (
            "nach 15 Uhr",
            TUESDAY,
            {"start": "2026-03-03T15:00", "end": "2026-03-03T23:59"},
        ),
        ("nach 15 Uhr", NEXT_WEEK, NEXT_WEEK | {"daily": ["15:00", "23:59"]}),
        ("um 10 Uhr", NEXT_WEEK, NEXT_WEEK | {"daily": ["10:00", "10:05"]}),
        ("vor 10 Uhr", NEXT_WEEK, NEXT_WEEK | {"daily": ["00:00", "10:00"]}),
        ("nächste Woche nach 15 Uhr", None, NEXT_WEEK | {"daily": ["15:00", "23:59"]}),
        ("egal", NEXT_WEEK, None),
        ("Montag geht nicht", None, None),
        ("Montag geht nicht", NEXT_WEEK, NEXT_WEEK | NOT_MONDAY),
        ("nächste Woche, aber nicht am Montag", None, NEXT_WEEK | NOT_MONDAY),
        (
            "nach 15 Uhr",
            NEXT_WEEK | NOT_MONDAY,
            NEXT_WEEK | NOT_MONDAY | {"daily": ["15:00", "23:59"]},
        ),
    ],
)
def test_the_window_said(text: str, known: Any, window: Any) -> None:
    assert wished(text, known) == window


def test_a_clock_time_alone_means_the_day_on_offer() -> None:
    assert wished("um 10 Uhr", NEXT_WEEK, OFFERS) == {
        "start": "2026-03-04T10:00",
        "end": "2026-03-04T10:00",
    }


def test_a_clock_time_alone_means_the_days_wished_for_while_several_are_on_offer() -> None:
    several = [*OFFERS, {"start": "2026-03-10T09:00"}]
    assert wished("um 10 Uhr", NEXT_WEEK, several) == NEXT_WEEK | {"daily": ["10:00", "10:05"]}


def test_a_clock_time_replaces_the_one_before() -> None:
    after_three = wished("nach 15 Uhr", NEXT_WEEK)
    assert wished("doch lieber vor 10 Uhr", after_three) == NEXT_WEEK | {
        "daily": ["00:00", "10:00"]
    }


def test_any_time_begins_now() -> None:
    assert windows.anytime(MONDAY) == {"start": "2026-03-02T09:00", "end": "9999-12-31T23:59"}


def test_later_than_the_offers_at_the_same_times_of_day() -> None:
    known = NEXT_WEEK | {"daily": ["15:00", "18:00"]}
    assert windows.later_than(OFFERS, known) == {
        "start": "2026-03-04T11:05",
        "end": "9999-12-31T23:59",
        "daily": ["15:00", "18:00"],
    }


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("früher", "2026-03-02T09:00", "2026-03-04T08:55"),
        ("später", "2026-03-04T11:05", "9999-12-31T23:59"),
        ("am selben Tag später", "2026-03-04T09:05", "2026-03-04T23:59"),
        ("am selben Tag früher", "2026-03-04T00:00", "2026-03-04T08:55"),
    ],
)
def test_other_than_the_offers(text: str, start: str, end: str) -> None:
    wish = said(text).first("alternative")
    assert wish is not None
    window = windows.other_than(OFFERS, NEXT_WEEK, MONDAY, wish)
    assert window == {"start": start, "end": end}


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(9999, 12, 31, 23, 59)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(MOMENTS, MOMENTS, st.none() | st.just(("08:00", "12:00")))
def test_a_window_survives_the_frame(start: datetime, end: datetime, daily: Any) -> None:
    window = Window(Interval(start, end), daily)
    assert windows.read(windows.write(window)) == window


def test_what_is_ruled_out_leaves_the_parts_around_it() -> None:
    wednesday = {"without": [["2026-03-11T00:00", "2026-03-11T23:59"]]}
    before, after = windows.pieces(NEXT_WEEK | wednesday)
    assert before.interval == Interval(datetime(2026, 3, 9), datetime(2026, 3, 10, 23, 59))
    assert after.interval == Interval(datetime(2026, 3, 12), datetime(2026, 3, 15, 23, 59))


@pytest.mark.parametrize(
    ("cut", "parts"),
    [
        (["2026-03-01T00:00", "2026-03-02T23:59"], 1),
        (["2026-03-09T00:00", "2026-03-15T23:59"], 0),
        (["2026-03-09T00:00", "2026-03-09T23:59"], 1),
    ],
)
def test_how_many_parts_are_left(cut: list[str], parts: int) -> None:
    assert len(windows.pieces(NEXT_WEEK | {"without": [cut]})) == parts

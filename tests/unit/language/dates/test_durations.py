"""Elapsed time. The reference is Wednesday, 25 November 2026, 10:00, unless named."""

from datetime import datetime

import pytest

from tests.unit.language.dates.support import meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("in zwei Stunden", "de", "2026-11-25 12:00"),
        ("in 2 Std.", "de", "2026-11-25 12:00"),
        ("in einer halben Stunde", "de", "2026-11-25 10:30"),
        ("in einer Viertelstunde", "de", "2026-11-25 10:15"),
        ("in anderthalb Stunden", "de", "2026-11-25 11:30"),
        ("in 90 Minuten", "de", "2026-11-25 11:30"),
        ("in drei Wochen", "de", "2026-12-16"),
        ("in three hours", "en", "2026-11-25 13:00"),
        ("in half an hour", "en", "2026-11-25 10:30"),
        ("in an hour and a half", "en", "2026-11-25 11:30"),
        ("in about an hour", "en", "2026-11-25 11:00"),
        ("two hours from now", "en", "2026-11-25 12:00"),
        ("twenty two hours from now", "en", "2026-11-26 08:00"),
        ("in den nächsten drei Tagen", "de", "2026-11-25 10:00/2026-11-28 23:59"),
        ("innerhalb von zwei Wochen", "de", "2026-11-25 10:00/2026-12-09 23:59"),
        ("within three days", "en", "2026-11-25 10:00/2026-11-28 23:59"),
        ("in the next two weeks", "en", "2026-11-25 10:00/2026-12-09 23:59"),
        ("morgen ab 10 Uhr für 3 Stunden", "de", "2026-11-26 10:00/13:00"),
        ("tomorrow at 2pm for 90 minutes", "en", "2026-11-26 14:00/15:30"),
    ],
)
def test_lengths_of_time(text: str, language: str, expected: str) -> None:
    assert meant(text, language) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (datetime(2027, 3, 28, 1, 0), "2027-03-28 05:00"),
        (datetime(2026, 10, 25, 1, 0), "2026-10-25 03:00"),
    ],
)
def test_hours_are_real_time_across_clock_changes(reference: datetime, expected: str) -> None:
    assert meant("in three hours", "en", reference) == expected


def test_a_year_beyond_the_calendar_is_no_match() -> None:
    assert meant("in 9999 Jahren", "de") == "-"

"""Weekdays counted in a month. The reference is Wednesday, 25 November 2026."""

import pytest

from tests.unit.language.dates.support import meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("erster Montag im Dezember", "de", "2026-12-07"),
        ("letzter Freitag im November", "de", "2026-11-27"),
        ("letzten Freitag", "de", "2026-11-20"),
        ("erster Dienstag im Monat", "de", "2026-12-01"),
        ("fünfter Montag im Dezember", "de", "-"),
        ("last Friday of next month", "en", "2026-12-25"),
        ("first Monday in March 2028", "en", "2028-03-06"),
    ],
)
def test_counted_weekdays(text: str, language: str, expected: str) -> None:
    assert meant(text, language) == expected

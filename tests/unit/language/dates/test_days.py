"""Days by name and distance. The reference is Wednesday, 25 November 2026, 10:00."""

from datetime import datetime

import pytest

from tests.unit.language.dates.support import meant

GERMAN = [
    ("heute", "2026-11-25"),
    ("Geht das noch heute?", "2026-11-25"),
    ("morgen", "2026-11-26"),
    ("MORGEN", "2026-11-26"),
    ("übermorgen", "2026-11-27"),
    ("uebermorgen", "2026-11-27"),
    ("ubermorgen", "2026-11-27"),
    ("gestern", "2026-11-24"),
    ("vorgestern", "2026-11-23"),
    ("Ich würde gern am Freitag kommen", "2026-11-27"),
    ("donnerstag", "2026-11-26"),
    ("Donerstag", "2026-11-26"),
    ("am Dienstg", "2026-12-01"),
    ("Mitwoch", "2026-12-02"),
    ("Sonnabend", "2026-11-28"),
    ("Mittwoch", "2026-12-02"),
    ("heute Mittwoch", "2026-11-25"),
    ("nächsten Mittwoch", "2026-12-02"),
    ("naechsten Freitag", "2026-11-27"),
    ("nachsten Freitag", "2026-11-27"),
    ("diesen Freitag", "2026-11-27"),
    ("kommenden Montag", "2026-11-30"),
    ("übernächsten Montag", "2026-12-07"),
    ("letzten Montag", "2026-11-23"),
    ("letzten Mittwoch", "2026-11-18"),
    ("Montag in einer Woche", "2026-12-07"),
    ("Montag in acht Tagen", "2026-12-07"),
    ("Freitag in zwei Wochen", "2026-12-11"),
    ("heute in acht Tagen", "2026-12-02"),
    ("heute in 14 Tagen", "2026-12-09"),
    ("morgen in einer Woche", "2026-12-03"),
    ("in zwei Wochen am Montag", "2026-12-07"),
    ("nächste Woche Dienstag", "2026-12-01"),
    ("Dienstag nächste Woche", "2026-12-01"),
    ("am Dienstag der nächsten Woche", "2026-12-01"),
    ("am Donnerstag nächster Woche", "2026-12-03"),
    ("Donnerstag in der übernächsten Woche", "2026-12-10"),
    ("diese Woche Freitag", "2026-11-27"),
    ("am Fr.", "2026-11-27"),
    ("Mo, 30.11.", "2026-11-30"),
    ("Di 14 Uhr", "2026-12-01 14:00"),
    ("in drei Tagen", "2026-11-28"),
    ("in 3 Tagen", "2026-11-28"),
    ("in acht Tagen", "2026-12-02"),
    ("in vierzehn Tagen", "2026-12-09"),
    ("in einer Woche", "2026-12-02"),
    ("in zwei Wochen", "2026-12-09"),
    ("in etwa zwei Wochen", "2026-12-09"),
    ("in einem Monat", "2026-12-25"),
    ("in drei Monaten", "2027-02-25"),
    ("in einem Jahr", "2027-11-25"),
    ("am Tag vor Heiligabend", "2026-12-23"),
    ("zwei Tage nach Weihnachten", "2026-12-28"),
    ("am Montag nach Ostern", "2027-04-05"),
    ("vor drei Tagen", "2026-11-22"),
    ("morgen oder übermorgen", "2026-11-26"),
]

ENGLISH = [
    ("today", "2026-11-25"),
    ("tomorrow", "2026-11-26"),
    ("tommorow", "2026-11-26"),
    ("the day after tomorrow", "2026-11-27"),
    ("yesterday", "2026-11-24"),
    ("I'd like to come on Friday", "2026-11-27"),
    ("thurday", "2026-11-26"),
    ("wendesday", "2026-12-02"),
    ("this Friday", "2026-11-27"),
    ("next Friday", "2026-11-27"),
    ("coming Monday", "2026-11-30"),
    ("last Monday", "2026-11-23"),
    ("Monday week", "2026-12-07"),
    ("a week on Monday", "2026-12-07"),
    ("a week from Monday", "2026-12-07"),
    ("Monday in a week", "2026-12-07"),
    ("two weeks from tomorrow", "2026-12-10"),
    ("the Monday after next", "2026-12-07"),
    ("Monday next week", "2026-11-30"),
    ("next week on Thursday", "2026-12-03"),
    ("Thursday of next week", "2026-12-03"),
    ("Thursday this week", "2026-11-26"),
    ("on sat", "2026-11-28"),
    ("Sun, 29.11.", "2026-11-29"),
    ("in three days", "2026-11-28"),
    ("in eight days", "2026-12-03"),
    ("in a week", "2026-12-02"),
    ("in a fortnight", "2026-12-09"),
    ("two weeks from now", "2026-12-09"),
    ("in a month", "2026-12-25"),
    ("a week tomorrow", "2026-12-03"),
    ("the Friday before Christmas", "2026-12-18"),
    ("three days ago", "2026-11-22"),
    ("a week from today", "2026-12-02"),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german(text: str, expected: str) -> None:
    assert meant(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str) -> None:
    assert meant(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("morgen", datetime(2026, 12, 31, 9), "2027-01-01"),
        ("Donnerstag", datetime(2026, 12, 31, 9), "2027-01-07"),
        ("morgen", datetime(2028, 2, 28, 9), "2028-02-29"),
        ("in einem Monat", datetime(2027, 1, 31, 9), "2027-02-28"),
        ("in einem Jahr", datetime(2028, 2, 29, 9), "2029-02-28"),
    ],
)
def test_edges_of_months_and_years(text: str, reference: datetime, expected: str) -> None:
    assert meant(text, "de", reference) == expected

"""Weeks, weekends, months and parts of them. The reference is Wednesday, 25 November 2026."""

from datetime import datetime

import pytest

from tests.unit.language.dates.support import meant

GERMAN = [
    ("diese Woche", "2026-11-23/2026-11-29"),
    ("nächste Woche", "2026-11-30/2026-12-06"),
    ("nächster Woche", "2026-11-30/2026-12-06"),
    ("kommende Woche", "2026-11-30/2026-12-06"),
    ("übernächste Woche", "2026-12-07/2026-12-13"),
    ("letzte Woche", "2026-11-16/2026-11-22"),
    ("KW 49", "2026-11-30/2026-12-06"),
    ("in KW49", "2026-11-30/2026-12-06"),
    ("49. KW", "2026-11-30/2026-12-06"),
    ("Kalenderwoche 2", "2027-01-11/2027-01-17"),
    ("KW 53", "2026-12-28/2027-01-03"),
    ("Dienstag in KW 49", "2026-12-01"),
    ("in der Woche vom 7. Dezember", "2026-12-07/2026-12-13"),
    ("am Wochenende", "2026-11-28/2026-11-29"),
    ("dieses Wochenende", "2026-11-28/2026-11-29"),
    ("nächstes Wochenende", "2026-11-28/2026-11-29"),
    ("übernächstes Wochenende", "2026-12-05/2026-12-06"),
    ("Anfang nächster Woche", "2026-11-30/2026-12-01"),
    ("Anfang der Woche", "2026-11-30/2026-12-01"),
    ("Ende der Woche", "2026-11-26/2026-11-27"),
    ("Mitte nächster Woche", "2026-12-02"),
    ("Ende nächster Woche", "2026-12-03/2026-12-04"),
    ("im Dezember", "2026-12-01/2026-12-31"),
    ("im November", "2026-11-01/2026-11-30"),
    ("im Mai", "2027-05-01/2027-05-31"),
    ("Mai 2028", "2028-05-01/2028-05-31"),
    ("nächsten Monat", "2026-12-01/2026-12-31"),
    ("diesen Monat", "2026-11-01/2026-11-30"),
    ("Anfang Dezember", "2026-12-01/2026-12-10"),
    ("Mitte Januar", "2027-01-11/2027-01-20"),
    ("Ende Februar", "2027-02-21/2027-02-28"),
    ("Ende des Monats", "2026-11-21/2026-11-30"),
    ("Monatsende", "2026-11-21/2026-11-30"),
    ("Anfang des Monats", "2026-12-01/2026-12-10"),
    ("Anfang nächsten Monats", "2026-12-01/2026-12-10"),
    ("nächstes Jahr", "2027-01-01/2027-12-31"),
    ("zwischen den Jahren", "2026-12-27/2026-12-30"),
    ("an Weihnachten", "2026-12-25/2026-12-26"),
]

ENGLISH = [
    ("this week", "2026-11-23/2026-11-29"),
    ("next week", "2026-11-30/2026-12-06"),
    ("the week after next", "2026-12-07/2026-12-13"),
    ("week 49", "2026-11-30/2026-12-06"),
    ("calendar week 49", "2026-11-30/2026-12-06"),
    ("the week of December 7", "2026-12-07/2026-12-13"),
    ("at the weekend", "2026-11-28/2026-11-29"),
    ("this weekend", "2026-11-28/2026-11-29"),
    ("early next week", "2026-11-30/2026-12-01"),
    ("early in the week", "2026-11-30/2026-12-01"),
    ("end of the week", "2026-11-26/2026-11-27"),
    ("late next week", "2026-12-03/2026-12-04"),
    ("the end of next week", "2026-12-03/2026-12-04"),
    ("in December", "2026-12-01/2026-12-31"),
    ("in May", "2027-05-01/2027-05-31"),
    ("in March 2028", "2028-03-01/2028-03-31"),
    ("next month", "2026-12-01/2026-12-31"),
    ("early December", "2026-12-01/2026-12-10"),
    ("mid January", "2027-01-11/2027-01-20"),
    ("mid-January", "2027-01-11/2027-01-20"),
    ("late February", "2027-02-21/2027-02-28"),
    ("the beginning of December", "2026-12-01/2026-12-10"),
    ("end of the month", "2026-11-21/2026-11-30"),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german(text: str, expected: str) -> None:
    assert meant(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str) -> None:
    assert meant(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am Wochenende", "2026-11-28/2026-11-29"),
        ("nächstes Wochenende", "2026-12-05/2026-12-06"),
        ("Ende der Woche", "2026-12-03/2026-12-04"),
        ("nächste Woche", "2026-11-30/2026-12-06"),
    ],
)
def test_on_a_saturday(text: str, expected: str) -> None:
    assert meant(text, "de", datetime(2026, 11, 28, 9)) == expected

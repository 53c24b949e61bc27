"""Questions for data look back. The reference is Wednesday, 25 November 2026."""

import pytest

from language.dates.records import asks_records
from tests.unit.language.dates.support import meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Verbrauchsdaten vom 1. bis 15. September", "de", "2026-09-01/2026-09-15"),
        ("statistics from 1 to 15 September", "en", "2026-09-01/2026-09-15"),
        ("Messwerte vom Montag", "de", "2026-11-23"),
        ("traffic data for week 50", "en", "2025-12-08/2025-12-14"),
        ("Einwohnerzahlen aus 2025 bitte", "de", "2025-01-01/2025-12-31"),
        ("population figures between 2020 and 2024", "en", "2020-01-01/2024-12-31"),
    ],
)
def test_data_is_of_the_last_such_days(text: str, language: str, expected: str) -> None:
    assert meant(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Verbrauchsdaten im Mai 2028", "de", "2028-05-01/2028-05-31"),
        ("Ich brauche die Statistik bis Freitag", "de", "2026-11-25 10:00/2026-11-27 23:59"),
        ("Zahlen für nächste Woche", "de", "2026-11-30/2026-12-06"),
    ],
)
def test_what_is_said_to_come_stays(text: str, language: str, expected: str) -> None:
    assert meant(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ich möchte am Montag meine Daten ändern",
        "Kann ich am Freitag die Gebühren zahlen",
        "I need an appointment about my data on Monday",
        "my phone numbers change on Friday",
        "how many places are free on Monday",
    ],
)
def test_wishes_are_no_questions_for_data(text: str) -> None:
    assert not asks_records(text)

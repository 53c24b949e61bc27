"""Names and labels that a reader of dates must not look into."""

import pytest

from language.dates.proper_names import name_spans
from tests.unit.language.dates.support import meant


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Termin für Frau Freitag", "Frau Freitag"),
        ("ich heiße Jan Mai", "heiße Jan Mai"),
        ("Hallo, ich bin Peter Sonntag.", "bin Peter Sonntag"),
        ("in der August-Thyssen-Straße 20", "August-Thyssen-Straße"),
        ("am Platz des 17. Juni", "Platz des 17. Juni"),
        ("Königstraße 10 bis 12", "straße 10 bis 12"),
        ("Raum 1.12", "Raum 1.12"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert [text[begin:end] for begin, end in name_spans(text)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("für meine Frau Freitag um 10", "2026-11-27 10:00"),
        ("ich bin Ende Mai da", "2027-05-21/2027-05-31"),
        ("ich bin Montag da", "2026-11-30"),
        ("Zimmer 14 Uhr", "2026-11-25 14:00"),
        ("Königstraße 10 bis 12 Uhr", "2026-11-25 10:00/12:00"),
    ],
)
def test_dates_beside_such_words_are_dates(text: str, expected: str) -> None:
    assert meant(text, "de") == expected

"""Years beside a date. The reference is Wednesday, 25 November 2026."""

import pytest

from tests.unit.language.dates.support import meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("3. März 2029", "de", "2029-03-03"),
        ("3. Dezember nächsten Jahres", "de", "2027-12-03"),
        ("nächstes Jahr im März", "de", "2027-03-01/2027-03-31"),
        ("Ostermontag nächstes Jahr", "de", "2027-03-29"),
        ("letztes Jahr im Mai", "de", "2025-05-01/2025-05-31"),
        ("29. Februar nächsten Jahres", "de", "-"),
        ("December 3rd of next year", "en", "2027-12-03"),
        ("the third of May twenty twenty-eight", "en", "2028-05-03"),
    ],
)
def test_a_year_said_beside_a_date(text: str, language: str, expected: str) -> None:
    assert meant(text, language) == expected

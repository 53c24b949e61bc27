"""What is taken back. The reference is Wednesday, 25 November 2026, 10:00."""

import pytest

from tests.unit.language.dates.support import all_meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Montag, nein, lieber Dienstag", "de", ["!2026-11-30", "2026-12-01"]),
        ("Montag um 9, äh, um 10", "de", ["!2026-11-30 09:00", "2026-11-30 10:00"]),
        ("Montag um 9, nein, Dienstag", "de", ["!2026-11-30 09:00", "2026-12-01 09:00"]),
        ("Mittwoch? Nee, da kann ich nicht. Freitag?", "de", ["!2026-12-02", "2026-11-27"]),
        ("Montag. Nein, ich habe keine Fragen mehr.", "de", ["2026-11-30"]),
        ("Monday, sorry, I mean Tuesday", "en", ["!2026-11-30", "2026-12-01"]),
        ("Sorry, Monday or Tuesday", "en", ["2026-11-30", "2026-12-01"]),
    ],
)
def test_the_later_word_counts(text: str, language: str, expected: list[str]) -> None:
    assert all_meant(text, language) == expected

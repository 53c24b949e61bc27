"""What a sentence rules out. The reference is Wednesday, 25 November 2026, 10:00."""

import pytest

from tests.unit.language.dates.support import all_meant, meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Montag geht nicht", "de", ["!2026-11-30"]),
        ("Montag geht nicht, Dienstag schon", "de", ["!2026-11-30", "2026-12-01"]),
        ("nicht am Montag", "de", ["!2026-11-30"]),
        ("nicht Montag, sondern Dienstag", "de", ["!2026-11-30", "2026-12-01"]),
        ("Am Montag kann ich leider nicht", "de", ["!2026-11-30"]),
        ("Am Montag habe ich keine Zeit, aber am Dienstag", "de", ["!2026-11-30", "2026-12-01"]),
        ("Dienstag geht, Montag nicht", "de", ["2026-12-01", "!2026-11-30"]),
        ("nächste Woche, aber nicht Montag", "de", ["2026-11-30/2026-12-06", "!2026-11-30"]),
        ("Montag und Dienstag gehen nicht", "de", ["!2026-11-30", "!2026-12-01"]),
        ("nicht am Montag oder Dienstag", "de", ["!2026-11-30", "!2026-12-01"]),
        ("statt Montag lieber Dienstag", "de", ["!2026-11-30", "2026-12-01"]),
        ("Tuesday instead of Monday", "en", ["2026-12-01", "!2026-11-30"]),
        ("warum nicht Montag", "de", ["2026-11-30"]),
        ("Kann ich nicht am Montag kommen?", "de", ["2026-11-30"]),
        ("Monday doesn't work", "en", ["!2026-11-30"]),
        ("not Monday but Tuesday", "en", ["!2026-11-30", "2026-12-01"]),
        ("I can't come on Monday, how about Tuesday", "en", ["!2026-11-30", "2026-12-01"]),
        ("any day except Monday", "en", ["!2026-11-30"]),
        ("why not Monday", "en", ["2026-11-30"]),
    ],
)
def test_negated(text: str, language: str, expected: list[str]) -> None:
    assert all_meant(text, language) == expected


def test_the_wish_is_the_first_that_is_not_ruled_out() -> None:
    assert meant("Montag geht nicht, Dienstag schon", "de") == "2026-12-01"
    assert meant("Montag geht nicht", "de") == "-"

"""Several expressions in one sentence. The reference is Wednesday, 25 November 2026, 10:00."""

import pytest

from tests.unit.language.dates.support import all_meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Am Montag hätte ich gern einen Termin um 15 Uhr", "de", ["2026-11-30 15:00"]),
        ("um 15 Uhr hätte ich gern einen Termin am Montag", "de", ["2026-11-30 15:00"]),
        ("Ich kann morgen, aber nur nachmittags", "de", ["2026-11-26 12:00/18:00"]),
        ("Montag. 15 Uhr.", "de", ["2026-11-30 15:00"]),
        ("morgen um 10 oder um 11", "de", ["2026-11-26 10:00", "2026-11-26 11:00"]),
        (
            "morgen nachmittag um 3 oder um 4",
            "de",
            ["2026-11-26 15:00", "2026-11-26 16:00"],
        ),
        ("Montag oder Dienstag", "de", ["2026-11-30", "2026-12-01"]),
        (
            "Montag oder Dienstag nachmittags",
            "de",
            ["2026-11-30 12:00/18:00", "2026-12-01 12:00/18:00"],
        ),
        ("am 3. oder 4. Dezember", "de", ["2026-12-03", "2026-12-04"]),
        ("3., 4. oder 5. Dezember", "de", ["2026-12-03", "2026-12-04", "2026-12-05"]),
        ("Mo oder Di", "de", ["2026-11-30", "2026-12-01"]),
        (
            "diese oder nächste Woche",
            "de",
            ["2026-11-23/2026-11-29", "2026-11-30/2026-12-06"],
        ),
        (
            "Anfang oder Mitte Dezember",
            "de",
            ["2026-12-01/2026-12-10", "2026-12-11/2026-12-20"],
        ),
        ("December 3rd or 4th", "en", ["2026-12-03", "2026-12-04"]),
        ("I'd like to book for tomorrow, maybe at 3pm", "en", ["2026-11-26 15:00"]),
        ("Monday or Tuesday at 3", "en", ["2026-11-30 15:00", "2026-12-01 15:00"]),
        ("tomorrow at 10 or 11", "en", ["2026-11-26 10:00", "2026-11-26 11:00"]),
    ],
)
def test_taken_together(text: str, language: str, expected: list[str]) -> None:
    assert all_meant(text, language) == expected

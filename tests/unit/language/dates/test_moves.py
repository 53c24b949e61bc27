"""What an appointment is moved from, and what it is moved to."""

import pytest

from tests.unit.language.dates.support import all_meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("von Montag auf Dienstag", "de", ["!2026-11-30", "2026-12-01"]),
        ("Montag um 9 auf Dienstag um 10 verschieben", "de",
         ["!2026-11-30 09:00", "2026-12-01 10:00"]),
        ("move it from Monday to Tuesday", "en", ["!2026-11-30 00:00/", "2026-12-01"]),
        ("from Monday to Tuesday", "en", ["2026-11-30/2026-12-01"]),
        ("swap Monday for Tuesday", "en", ["!2026-11-30", "2026-12-01"]),
        ("Nacht von Montag auf Dienstag", "de",
         ["2026-11-30 22:00/2026-12-01 06:00", "2026-12-01"]),
    ],
)  # fmt: skip
def test_moves(text: str, language: str, expected: list[str]) -> None:
    assert all_meant(text, language) == expected

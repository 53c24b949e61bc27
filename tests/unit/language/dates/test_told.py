"""Days that are told give way to those that are wished."""

import pytest

from tests.unit.language.dates.support import all_meant, meant


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I moved last week, is there something on Friday", "2026-11-27"),
        ("en", "my appointment was on Monday, can I come on Friday", "2026-11-27"),
        ("de", "Mein Mietvertrag beginnt am 1. Mai, kann ich am Montag kommen", "2026-11-30"),
        ("de", "Mein Pass läuft im März ab, geht Montag um neun", "2026-11-30 09:00"),
        ("de", "Ich habe am Montag Ihren Brief bekommen. Geht Freitag?", "2026-11-27"),
        ("de", "Freitag hab ich schon was vor, Montag wär super", "2026-11-30"),
    ],
)
def test_the_wished_day_is_meant(language: str, text: str, expected: str) -> None:
    assert meant(text, language) == expected
    assert [said[0] for said in all_meant(text, language)].count("!") == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "my passport expires on 3 December", "2026-12-03"),
        ("de", "Ich habe am Montag Zeit, Dienstag auch", "2026-11-30"),
    ],
)
def test_a_day_alone_or_offered_stays(language: str, text: str, expected: str) -> None:
    assert meant(text, language) == expected

"""Parts of day. The reference is Wednesday, 25 November 2026, 10:00."""

import pytest

from tests.unit.language.dates.support import all_meant, meant

GERMAN = [
    ("morgen früh", "2026-11-26 06:00/12:00"),
    ("morgen Vormittag", "2026-11-26 06:00/12:00"),
    ("morgen vormittags", "2026-11-26 06:00/12:00"),
    ("morgen Mittag", "2026-11-26 11:00/14:00"),
    ("morgen nachmittag", "2026-11-26 12:00/18:00"),
    ("am späten Nachmittag", "2026-11-25 15:00/18:00"),
    ("morgen am späten Nachmittag", "2026-11-26 15:00/18:00"),
    ("heute Abend", "2026-11-25 17:00/22:00"),
    ("heute Morgen", "2026-11-25 06:00/12:00"),
    ("Montag morgen", "2026-11-30 06:00/12:00"),
    ("am Montag Morgen um 9", "2026-11-30 09:00"),
    ("Dienstagnachmittag", "2026-12-01 12:00/18:00"),
    ("Dienstag-Nachmittag", "2026-12-01 12:00/18:00"),
    ("am dienstagnachmitag", "2026-12-01 12:00/18:00"),
    ("Freitagabend gegen sieben", "2026-11-27 19:00"),
    ("am Nachmittag", "2026-11-25 12:00/18:00"),
    ("abends", "2026-11-25 17:00/22:00"),
    ("am Morgen", "2026-11-25 06:00/12:00"),
    ("am Morgen des 3. Dezember", "2026-12-03 06:00/12:00"),
    ("am 3.12. vormittags", "2026-12-03 06:00/12:00"),
    ("frühmorgens am Freitag", "2026-11-27 06:00/10:00"),
    ("diesen Nachmittag", "2026-11-25 12:00/18:00"),
    ("heute Nacht um drei", "2026-11-26 03:00"),
    ("morgen früh um 8", "2026-11-26 08:00"),
    ("heute nachmittag um halb vier", "2026-11-25 15:30"),
    ("übermorgen um halb drei", "2026-11-27 14:30"),
]

ENGLISH = [
    ("tomorrow morning", "2026-11-26 06:00/12:00"),
    ("tomorrow at noon", "2026-11-26 11:00/14:00"),
    ("tomorrow afternoon", "2026-11-26 12:00/18:00"),
    ("tomorrow in the late afternoon", "2026-11-26 15:00/18:00"),
    ("late tomorrow afternoon", "2026-11-26 15:00/18:00"),
    ("first thing tomorrow", "2026-11-26 06:00/10:00"),
    ("tomorrow first thing", "2026-11-26 06:00/10:00"),
    ("7 tomorrow morning", "2026-11-26 07:00"),
    ("early Monday morning", "2026-11-30 06:00/10:00"),
    ("this afternoon", "2026-11-25 12:00/18:00"),
    ("tonight", "2026-11-25 17:00/22:00"),
    ("Saturday morning", "2026-11-28 06:00/12:00"),
    ("on the morning of December 3rd", "2026-12-03 06:00/12:00"),
    ("in the evening", "2026-11-25 17:00/22:00"),
    ("Tuesday at 3 in the afternoon", "2026-12-01 15:00"),
    ("tomorrow morning at 9", "2026-11-26 09:00"),
    ("Friday evening around 7", "2026-11-27 19:00"),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german(text: str, expected: str) -> None:
    assert meant(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str) -> None:
    assert meant(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("nächste Woche nachmittags", "de", "2026-11-30/2026-12-06 daily 12:00-18:00"),
        ("nächste Woche nach 15 Uhr", "de", "2026-11-30/2026-12-06 daily 15:00-23:59"),
        ("vormittags in KW 49", "de", "2026-11-30/2026-12-06 daily 06:00-12:00"),
        ("next week in the afternoon", "en", "2026-11-30/2026-12-06 daily 12:00-18:00"),
        ("next week between 10 and 12", "en", "2026-11-30/2026-12-06 daily 10:00-12:00"),
        ("mornings in December", "en", "2026-12-01/2026-12-31 daily 06:00-12:00"),
    ],
)
def test_on_each_day_of_a_longer_time(text: str, language: str, expected: str) -> None:
    assert all_meant(text, language) == [expected]

"""Whole sentences: what is no date, where matches lie, and that nothing ever raises."""

import time
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates import find_dates, parse_date
from tests.unit.language.dates.support import NOW, all_meant, meant

WORDS = (
    "am um bis ab von vor nach in halb viertel zehn drei 3 3. 14:30 3.12. 30.2. Montag morgen früh"
    " Uhr nächste Woche Ende Dezember oder nicht KW 49 Tagen Stunden zwischen und - , . ? heute"
    " on at to from until before after next the quarter half past May 3rd pm tomorrow week noon"
    " not between weekend ago first Monday in"
).split()
REFERENCES = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1))

NO_DATES_DE = [
    "",
    "2 Personen",
    "für 2 bis 3 Personen",
    "wir sind zu dritt",
    "0203 283-0",
    "meine Nummer ist 0171 1234567",
    "+49 203 2830",
    "K7MP-3WQX",
    "mein Code ist 3WQX-K7MP",
    "Sonnenwall 73–75",
    "Sonnenwall 10-12",
    "Burgplatz 19, 47051 Duisburg",
    "max.freitag@example.de",
    "https://duisburg.de/2026/montag",
    "zwei Reisepässe",
    "ein Termin",
    "ich brauche einen Termin",
    "Ich möchte jetzt einen Termin machen",
    "Guten Morgen",
    "guten abend zusammen",
    "Morgen, ich habe eine Frage",
    "schönes Wochenende",
    "im 3. Stock",
    "der dritte Versuch",
    "3,50 Euro",
    "12.50 €",
    "um 3 Personen erweitern",
    "ab 16 Jahren",
    "so ist das",
    "das mache ich so",
    "Ich wohne in Neudorf",
    "mögen",
    "Monteur für die Montage",
    "Frau Sonntag",
    "Tempo 30",
    "A40",
    "24/7",
    "Bewertung von 2",
    "ich nehme den ersten",
    "der zweite bitte",
    "Jan Peters",
    "18 Mio. Euro",
    "wir sind Christian und Augusta",
]
NO_DATES_EN = [
    "2 people",
    "may I ask something",
    "I may need a passport",
    "the sun is shining",
    "we sat down",
    "a second passport",
    "one appointment please",
    "good morning",
    "Morning! can you help me",
    "have a nice weekend",
    "at 5 Main Street",
    "room 12",
    "a table for two",
    "I want to book now please",
    "march on",
    "the first one please",
    "I take the second",
    "around 18 million",
    "Christian Jan Smith",
    "K7MP-3WQX",
]


@pytest.mark.parametrize("text", NO_DATES_DE)
def test_no_date_in_german(text: str) -> None:
    assert all_meant(text, "de") == []


@pytest.mark.parametrize("text", NO_DATES_EN)
def test_no_date_in_english(text: str) -> None:
    assert all_meant(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Guten Morgen, ich möchte morgen kommen", "de", ["2026-11-26"]),
        ("Termin für 2 Personen am 3.12. um 10 Uhr", "de", ["2026-12-03 10:00"]),
        ("Zwei Reisepässe, nächsten Dienstag, 0203 283-0", "de", ["2026-12-01"]),
        ("Verschieben von Montag auf Dienstag", "de", ["!2026-11-30", "2026-12-01"]),
        ("Hat das Bezirksamt in Walsum am Samstag auf?", "de", ["2026-11-28"]),
        ("cancel K7MP-3WQX on 3 December", "en", ["2026-12-03"]),
        ("Can we do tomorrow?", "en", ["2026-11-26"]),
    ],
)
def test_only_the_date_in_a_sentence(text: str, language: str, expected: list[str]) -> None:
    assert all_meant(text, language) == expected


def test_a_match_knows_its_place() -> None:
    text = "Geht es Dienstagnachmittag oder am 3. Dezember?"
    first, second = find_dates(text, "de", NOW)
    assert text[first.begin : first.finish] == first.text == "Dienstagnachmittag"
    assert text[second.begin : second.finish] == second.text == "am 3. Dezember"


def test_an_unknown_language_tries_both() -> None:
    assert meant("übermorgen", "fr") == "2026-11-27"
    assert meant("the day after tomorrow", "") == "2026-11-27"


def test_decomposed_umlauts_are_read() -> None:
    assert meant("u\u0308bermorgen", "de") == "2026-11-27"


@given(st.text(max_size=300), st.sampled_from(["de", "en", "xx"]), REFERENCES)
def test_no_text_raises(text: str, language: str, reference: datetime) -> None:
    find_dates(text, language, reference)


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(["de", "en"]), REFERENCES)
def test_matches_are_ordered_and_apart(
    words: list[str], language: str, reference: datetime
) -> None:
    text = " ".join(words)
    matches = find_dates(text, language, reference)
    position = 0
    for match in matches:
        assert match.interval.start <= match.interval.end
        assert position <= match.begin < match.finish <= len(text)
        assert match.text == text[match.begin : match.finish]
        position = match.finish
    wanted = [match.interval for match in matches if not match.negated]
    assert parse_date(text, language, reference) == (wanted[0] if wanted else None)


@pytest.mark.parametrize(
    "piece", ["1", "von ", "am 3. bis ", "3.12.", "9" * 50, "a1-", "0 ", "3,", "Mo 3h-"]
)
def test_long_texts_take_bounded_time(piece: str) -> None:
    started = time.process_time()
    find_dates(piece * (100_000 // len(piece)), "de", NOW)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("shore power at station 2 tonight", "en", ["2026-11-25 17:00/22:00"]),
        ("outlet two tonight", "en", ["2026-11-25 17:00/22:00"]),
        ("Strom an Säule 2 heute Abend", "de", ["2026-11-25 17:00/22:00"]),
        ("meet me at the station 2 pm tomorrow", "en", ["2026-11-26 14:00"]),
    ],
)
def test_numbers_of_stations_are_no_hours(text: str, language: str, expected: list[str]) -> None:
    assert all_meant(text, language) == expected

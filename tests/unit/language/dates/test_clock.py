"""Clock times. The reference is Wednesday, 25 November 2026, 10:00."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates import parse_date
from tests.unit.language.dates.support import NOW, meant

GERMAN = [
    ("14:30", "14:30"),
    ("14:30 Uhr", "14:30"),
    ("14.30 Uhr", "14:30"),
    ("um 14.30", "14:30"),
    ("14 Uhr 30", "14:30"),
    ("14 uhr", "14:00"),
    ("14h30", "14:30"),
    ("14h", "14:00"),
    ("1430 Uhr", "14:30"),
    ("vierzehn Uhr dreißig", "14:30"),
    ("dreizehn uhr", "13:00"),
    ("14,30 Uhr", "14:30"),
    ("um 3", "15:00"),
    ("um drei", "15:00"),
    ("gegen drei", "15:00"),
    ("so gegen 3 Uhr", "15:00"),
    ("um 12", "12:00"),
    ("um 6", "18:00"),
    ("um eins", "13:00"),
    ("um ein Uhr", "13:00"),
    ("halb drei", "14:30"),
    ("halb 3", "14:30"),
    ("halb eins", "12:30"),
    ("um halb fünf", "16:30"),
    ("viertel drei", "14:15"),
    ("dreiviertel drei", "14:45"),
    ("3/4 drei", "14:45"),
    ("Viertel nach drei", "15:15"),
    ("viertel vor drei", "14:45"),
    ("Viertel vor 12", "11:45"),
    ("zehn vor halb drei", "14:20"),
    ("fünf nach halb drei", "14:35"),
    ("fuenf nach drei", "15:05"),
    ("5 vor 12", "11:55"),
    ("fünf Minuten vor drei", "14:55"),
    ("zwanzig nach elf", "11:20"),
    ("zehn vor eins", "12:50"),
    ("3 Uhr nachmittags", "15:00"),
    ("8 Uhr abends", "20:00"),
    ("acht Uhr abends", "20:00"),
    ("um 7 am Abend", "19:00"),
    ("um 12 Uhr mittags", "12:00"),
    ("um 1 Uhr mittags", "13:00"),
    ("halb acht abends", "19:30"),
    ("um elf nachts", "23:00"),
]
TOMORROW = [
    ("um 9", "09:00"),
    ("halb acht", "07:30"),
    ("viertel acht", "07:15"),
    ("dreiviertel acht", "07:45"),
    ("zehn vor halb neun", "08:20"),
    ("07:15 Uhr", "07:15"),
    ("06:30", "06:30"),
    ("8 Uhr früh", "08:00"),
    ("6 Uhr morgens", "06:00"),
    ("nachts um 3", "03:00"),
    ("0:30 Uhr", "00:30"),
    ("Mitternacht", "00:00"),
    ("24 Uhr", "00:00"),
]
ENGLISH = [
    ("14:30", "14:30"),
    ("at 3", "15:00"),
    ("at three", "15:00"),
    ("around 3", "15:00"),
    ("3pm", "15:00"),
    ("3 pm", "15:00"),
    ("3 p.m.", "15:00"),
    ("3:30pm", "15:30"),
    ("3.30 pm", "15:30"),
    ("11 AM", "11:00"),
    ("12pm", "12:00"),
    ("3 o'clock", "15:00"),
    ("three o’clock", "15:00"),
    ("half past two", "14:30"),
    ("half two", "14:30"),
    ("quarter past three", "15:15"),
    ("a quarter to three", "14:45"),
    ("ten past four", "16:10"),
    ("five minutes past three", "15:05"),
    ("20 to five", "16:40"),
    ("ten to twelve", "11:50"),
    ("at three thirty", "15:30"),
    ("at 3 in the afternoon", "15:00"),
    ("8 in the evening", "20:00"),
    ("at 7 tonight", "19:00"),
    ("12 noon", "12:00"),
    ("11 at night", "23:00"),
    ("seven pm", "19:00"),
]
ENGLISH_TOMORROW = [
    ("at 9", "09:00"),
    ("quarter to nine", "08:45"),
    ("9am", "09:00"),
    ("eight thirty a.m.", "08:30"),
    ("12 am", "00:00"),
    ("midnight", "00:00"),
    ("8 in the morning", "08:00"),
    ("3 at night", "03:00"),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_later_today(text: str, expected: str) -> None:
    assert meant(text, "de") == f"2026-11-25 {expected}"


@pytest.mark.parametrize(("text", "expected"), TOMORROW)
def test_german_that_has_passed_today(text: str, expected: str) -> None:
    assert meant(text, "de") == f"2026-11-26 {expected}"


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_later_today(text: str, expected: str) -> None:
    assert meant(text, "en") == f"2026-11-25 {expected}"


@pytest.mark.parametrize(("text", "expected"), ENGLISH_TOMORROW)
def test_english_that_has_passed_today(text: str, expected: str) -> None:
    assert meant(text, "en") == f"2026-11-26 {expected}"


@pytest.mark.parametrize("text", ["25:00", "um 25 Uhr", "14:75", "um 30"])
def test_times_no_clock_shows_are_no_match(text: str) -> None:
    assert meant(text, "de") == "-"


@given(st.times(), st.sampled_from(["{:%H:%M}", "um {:%H.%M} Uhr", "{:%H} Uhr {:%M}"]))
def test_a_written_time_reads_the_same(moment: time, form: str) -> None:
    interval = parse_date("morgen " + form.format(moment, moment), "de", NOW)
    assert interval is not None
    assert interval.start == interval.end
    if moment.minute >= 10 or "Uhr {" not in form:
        assert interval.start.time() == moment.replace(second=0, microsecond=0)

"""What a voice says, and that a listener's words lead back to it."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.ids import SeededIds
from language.contacts import find_contacts, is_phone
from language.numbers import parse_number
from language.speaking import (
    speak_address,
    speak_code,
    speak_day,
    speak_digits,
    speak_email,
    speak_moment,
    speak_money,
    speak_phone,
    speak_time,
    speak_year,
)

MOMENT = datetime(2026, 12, 1, 9, 5)
LANGUAGES = st.sampled_from(["de", "en"])


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (speak_moment(MOMENT, "de"), "Dienstag, der erste Dezember, um neun Uhr fünf"),
        (speak_moment(MOMENT, "en"), "Tuesday, the first of December, at nine oh five a.m."),
        (
            speak_day(MOMENT, "de", with_year=True),
            "Dienstag, der erste Dezember zweitausendsechsundzwanzig",
        ),
        (speak_day(MOMENT, "en"), "Tuesday, the first of December"),
        (speak_year(1984, "de"), "neunzehnhundertvierundachtzig"),
        (speak_year(1984, "en"), "nineteen eighty-four"),
        (speak_year(1900, "de"), "neunzehnhundert"),
        (speak_year(2026, "en"), "twenty twenty-six"),
        (speak_year(2005, "en"), "two thousand and five"),
        (speak_time(time(1, 0), "de"), "ein Uhr"),
        (speak_time(time(13, 30), "de"), "dreizehn Uhr dreißig"),
        (speak_time(time(13, 30), "en"), "one thirty p.m."),
        (speak_time(time(12, 0), "en"), "twelve noon"),
        (speak_time(time(0, 0), "en"), "midnight"),
        (speak_time(time(0, 5), "en"), "twelve oh five a.m."),
        (speak_time(time(10, 0), "en"), "ten a.m."),
        (speak_money(2760, "de"), "siebenundzwanzig Euro sechzig"),
        (speak_money(100, "de"), "ein Euro"),
        (speak_money(105, "de"), "ein Euro fünf Cent"),
        (speak_money(35, "en"), "thirty-five cents"),
        (speak_money(4600, "en"), "forty-six euros"),
        (speak_money(0, "de"), "null Euro"),
        (speak_digits("47051", "de"), "vier sieben null fünf eins"),
        (speak_digits("1234567", "en"), "one two three, four five, six seven"),
        (speak_phone("0203283000", "de"), "null zwo null drei, zwo acht drei, null null null"),
        (
            speak_code("K7MP-3W", "de"),
            "K wie Köln, sieben, M wie München, P wie Potsdam, Bindestrich, drei, W wie Wuppertal",
        ),
        (speak_code("K7", "en"), "K as in Kilo, seven"),
        (
            speak_email("anna.schmidt85@web.de", "de"),
            "anna Punkt schmidt acht fünf ät web Punkt de",
        ),
        (speak_email("j_smith@t-online.de", "en"), "j underscore smith at t hyphen online dot de"),
        (
            speak_address("Sonnenwall 73–75, 47051 Duisburg", "de"),
            "Sonnenwall dreiundsiebzig bis fünfundsiebzig, vier sieben null fünf eins Duisburg",
        ),
    ],
)
def test_said(said: str, text: str) -> None:
    assert said == text


def heard(said: str, language: str) -> list[tuple[str, str]]:
    return [(match.kind, match.value) for match in find_contacts(said, language)]


@given(st.integers(), LANGUAGES)
def test_a_code_that_is_read_out_is_understood(seed: int, language: str) -> None:
    code = SeededIds(seed).code()
    understood = heard(speak_code(code, language), language)
    # Eight letters without a digit are words as well.
    assert understood == [("code", code)] or code.replace("-", "").isalpha()


@given(st.from_regex(r"0[1-9][0-9]{5,10}", fullmatch=True), LANGUAGES)
def test_a_number_that_is_read_out_is_understood(phone: str, language: str) -> None:
    kind = "phone" if is_phone(phone) else "invalid_phone"
    assert heard(speak_phone(phone, language), language) == [(kind, phone)]


NAME = st.sampled_from(["anna", "schmidt", "kaya", "t", "x7", "mehmet85", "post"])
SIGN = st.sampled_from([".", "-", "_"])
HOST = st.sampled_from(["web.de", "gmx.net", "t-online.de", "uni-due.de", "mail.example.org"])


@given(NAME, SIGN, NAME, HOST, LANGUAGES)
def test_an_address_that_is_read_out_is_understood(
    first: str, sign: str, last: str, host: str, language: str
) -> None:
    address = f"{first}{sign}{last}@{host}"
    assert heard(speak_email(address, language), language) == [("email", address)]


@given(st.integers(1100, 2099), LANGUAGES)
def test_a_year_that_is_read_out_is_understood(year: int, language: str) -> None:
    assert parse_number(speak_year(year, language), language) == year


@given(st.text(max_size=60), LANGUAGES)
def test_any_text_is_read_out(text: str, language: str) -> None:
    for speak in (speak_code, speak_email, speak_address, speak_phone):
        speak(text, language)

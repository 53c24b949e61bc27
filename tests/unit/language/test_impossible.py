"""Days and clock times that no calendar has."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.impossible import find_impossible
from language.writing import write_day, write_day_short


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("am 31. Februar", "31. Februar", "day"),
        ("30.2. um 10", "30.2.", "day"),
        ("der 31.04.2027 wäre gut", "31.04.2027", "day"),
        ("29.02.2027", "29.02.2027", "day"),
        ("February 30 please", "February 30", "day"),
        ("the 31st of June", "31st of June", "day"),
        ("am 32.", "am 32.", "day"),
        ("um 25 Uhr", "25 Uhr", "clock"),
        ("13:75 passt", "13:75", "clock"),
        ("at 24:30", "24:30", "clock"),
    ],
)
def test_what_cannot_be(text: str, said: str, kind: str) -> None:
    found = find_impossible(text)
    assert found is not None
    assert (found.said, found.kind) == (said, kind)
    assert text[found.start : found.end] == said


@pytest.mark.parametrize(
    "text",
    [
        *("am 31. Dezember", "29.2.", "29.02.2028", "May 5", "5 May 2027", "am 12. um 10:30"),
        *(
            "24:00",
            "um 24 Uhr",
            "0203 123456",
            "47051 Duisburg",
            "Haus 45",
            "2 Personen",
            "35,50 €",
        ),
        *("am 12.30 Uhr", "Marienstraße 99", "die 31 Kinder", "may 70 people come?"),
    ],
)
def test_what_can_be(text: str) -> None:
    assert find_impossible(text) is None


@given(st.integers(0, 800), st.sampled_from(["de", "en"]))
def test_no_day_of_the_calendar_is_impossible(offset: int, language: str) -> None:
    day = date(2026, 1, 1) + timedelta(days=offset)
    for text in (write_day(day, language), write_day_short(day, language), f"{day:%d.%m.%Y}"):
        assert find_impossible(text) is None


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    find_impossible(text)

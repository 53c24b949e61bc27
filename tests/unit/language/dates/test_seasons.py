"""Seasons, quarters, halves of a year and their parts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates.seasons import quarter_span
from tests.unit.language.dates.support import meant


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("im Frühjahr", "de", "2027-03-01/2027-05-31"),
        ("im Herbst", "de", "2026-09-01/2026-11-30"),
        ("nächsten Herbst", "de", "2027-09-01/2027-11-30"),
        ("Winter 2027", "de", "2027-12-01/2028-02-29"),
        ("Ende Q1", "de", "2027-03-01/2027-03-31"),
        ("third quarter of next year", "en", "2027-07-01/2027-09-30"),
        ("the last quarter of the year", "en", "2026-10-01/2026-12-31"),
        ("im Sommer 2028, im Juli", "de", "2028-07-01/2028-07-31"),
        ("Herr Winter", "de", "-"),
        ("Q5", "de", "-"),
        ("I fall ill", "en", "-"),
        ("quarter past three", "en", "2026-11-25 15:15"),
    ],
)
def test_seasons(text: str, language: str, expected: str) -> None:
    assert meant(text, language) == expected


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(-8, 8))
def test_quarters_follow_one_another(today: date, step: int) -> None:
    first, last = quarter_span(today, step)
    assert quarter_span(today, step + 1)[0] == last + timedelta(1)
    assert step or first <= today <= last

"""Feasts of other calendars, checked against published days and against each other."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from language.dates.feasts import feast
from language.dates.other_calendars import OTHER_FEASTS, spans

YEARS = range(2024, 2060)
ISLAMIC_YEAR = (354, 355)


def firsts(name: str) -> list[date]:
    return [first for year in YEARS for first, _ in spans(name, year)]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("eid_al_fitr", date(2026, 3, 20), date(2026, 3, 22)),
        ("eid_al_adha", date(2026, 5, 27), date(2026, 5, 30)),
        ("ramadan", date(2026, 2, 18), date(2026, 3, 19)),
        ("yom_kippur", date(2026, 9, 21), date(2026, 9, 21)),
        ("pesach", date(2026, 4, 2), date(2026, 4, 9)),
        ("diwali", date(2026, 11, 8), date(2026, 11, 8)),
        ("orthodox_easter", date(2026, 4, 12), date(2026, 4, 13)),
    ],
)
def test_published_days(name: str, first: date, last: date) -> None:
    assert spans(name, 2026) == ((first, last),)


@pytest.mark.parametrize("name", ["eid_al_fitr", "eid_al_adha"])
def test_an_islamic_year_has_354_or_355_days(name: str) -> None:
    days = firsts(name)
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert all(abs(gap - ISLAMIC_YEAR[0]) <= 2 for gap in gaps)


def test_the_fast_ends_the_day_before_the_feast() -> None:
    feasts = set(firsts("eid_al_fitr"))
    ends = [last for year in YEARS for _, last in spans("ramadan", year)]
    assert ends
    assert all(last + timedelta(1) in feasts for last in ends[:-1])


@pytest.mark.parametrize("name", sorted(OTHER_FEASTS))
def test_every_feast_is_known_for_the_coming_years(name: str) -> None:
    assert all(feast(name, date(year, 6, 1)) for year in range(2024, 2034))


def test_a_feast_beyond_the_known_years_is_none() -> None:
    assert feast("eid_al_fitr", date(2500, 1, 1)) is None

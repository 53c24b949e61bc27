"""Feasts, checked against the `holidays` package and known years."""

from datetime import date

import holidays
import pytest

from language.dates.feasts import FEASTS, easter, feast

NRW = {
    "new_year", "good_friday", "easter_monday", "labour_day", "ascension", "whit_monday",
    "corpus_christi", "unity_day", "all_saints", "christmas_day", "boxing_day",
}  # fmt: skip


@pytest.mark.parametrize("year", range(2020, 2060))
def test_public_holidays_are_those_of_north_rhine_westphalia(year: int) -> None:
    ours = {FEASTS[name](year)[0] for name in NRW}
    assert ours == set(holidays.country_holidays("DE", subdiv="NW", years=year))


def test_easter() -> None:
    assert [easter(year) for year in (2026, 2027, 2038)] == [
        date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25),
    ]  # fmt: skip


@pytest.mark.parametrize("year", range(2020, 2060))
def test_the_fourth_advent_is_the_last_sunday_before_christmas_day(year: int) -> None:
    fourth = FEASTS["advent_4"](year)[0]
    assert fourth.weekday() == 6
    assert 18 <= fourth.day <= 24
    assert FEASTS["repentance"](year)[0].weekday() == 2


def test_a_feast_under_way_counts() -> None:
    assert feast("christmas", date(2026, 12, 26)) == (date(2026, 12, 25), date(2026, 12, 26))

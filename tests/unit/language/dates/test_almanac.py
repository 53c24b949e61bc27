"""The calendar: leap years, long ISO years, short months."""

from datetime import date

from language.dates.almanac import add_months, iso_week, next_date


def test_next_date_waits_for_a_leap_year() -> None:
    assert next_date(date(2096, 3, 1), 2, 29) == date(2104, 2, 29)
    assert next_date(date(2026, 1, 1), 2, 30) is None


def test_iso_week_53_exists_in_some_years_only() -> None:
    assert iso_week(date(2026, 11, 25), 53) == (date(2026, 12, 28), date(2027, 1, 3))
    assert iso_week(date(2027, 2, 1), 53) is None


def test_add_months_keeps_within_the_month() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 30), -12) == date(2025, 11, 30)

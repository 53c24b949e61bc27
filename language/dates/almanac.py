"""The calendar: weekdays, weeks and months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_date(today: date, month: int, day: int) -> date | None:
    """The next such day, today included; None if no year has it. 29 February may be far off."""
    years = range(today.year, min(today.year + 9, 9999))
    found = (safe_date(year, month, day) for year in years)
    return next((each for each in found if each and each >= today), None)


def next_day_of_month(today: date, day: int, weekday: int | None = None) -> date | None:
    """The next date with this day number (and weekday), today included."""
    year, month = today.year, today.month
    for _ in range(60):
        found = safe_date(year, month, day)
        if found and found >= today and weekday in (None, found.weekday()):
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def next_weekday(today: date, weekday: int) -> date:
    """The next such weekday (Monday 0 … Sunday 6), today excluded."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def week_of(day: date) -> Span:
    """Monday and Sunday of the ISO week around `day`."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def iso_week(today: date, number: int, year: int | None = None) -> Span | None:
    """The ISO week of that number: in `year`, or else the next, the running one included."""
    for candidate in [year] if year else [today.year - 1, today.year, today.year + 1]:
        try:
            monday = date.fromisocalendar(candidate, number, 1)
        except ValueError:
            continue
        if year or monday + timedelta(6) >= today:
            return monday, monday + timedelta(6)
    return None


def month_of(year: int, month: int) -> Span:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day `months` later; the last day of a shorter month."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month; `nth` −1 is the last."""
    first, last = month_of(year, month)
    if nth == -1:
        return last - timedelta((last.weekday() - weekday) % 7)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if nth > 0 and day <= last else None

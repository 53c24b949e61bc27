"""Runs of days, as the readers of day expressions hand them on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from language.dates.almanac import Span, add_months, month_of, safe_date, week_of


class Shape(Enum):
    """How the days were said, which decides what they combine with."""

    RELATIVE = auto()  # heute, tomorrow
    WEEKDAY = auto()
    DATE = auto()
    NUMBER = auto()  # "am 3.": a day whose month may yet be named
    PERIOD = auto()  # week, weekend, month
    SHIFT = auto()  # "in einer Woche": from today or from a day named beside it
    DEADLINE = auto()  # "within three days": from the reference on
    IMPOSSIBLE = auto()  # 30 February


@dataclass(frozen=True)
class Days:
    """From `first` to `last`; `shift` is the length of a SHIFT in days."""

    first: date
    last: date
    shape: Shape
    shift: int = 0


Found = tuple[Days, int]
"""Days and the index of the lexeme behind them."""

IMPOSSIBLE = Days(date.min, date.min, Shape.IMPOSSIBLE)


def one_day(day: date | None, shape: Shape) -> Days:
    """A single day; None becomes IMPOSSIBLE."""
    return Days(day, day, shape) if day else IMPOSSIBLE


def period(span: Span | None) -> Days:
    """A week, weekend, month or feast; None becomes IMPOSSIBLE."""
    return Days(*span, Shape.PERIOD) if span else IMPOSSIBLE


def most_recent(days: Days, today: date) -> Days:
    """The days read as past ones: "seit Montag", "since the first"."""
    if days.first <= today:
        return days
    back = {Shape.NUMBER: -1, Shape.DATE: -12, Shape.PERIOD: -12}
    if days.shape is Shape.WEEKDAY:
        return one_day(days.first - timedelta(7), Shape.WEEKDAY)
    return one_day(add_months(days.first, back.get(days.shape, 0)), days.shape)


def merged(days: Days, more: Days) -> Days | None:
    """Two expressions for the same days ("Donnerstag, 3.12.", "nächste Woche Montag") as one.

    None if they speak of different days.
    """
    for one, other in ((days, more), (more, days)):
        if other.shape is Shape.IMPOSSIBLE:
            return other
        if other.shape is Shape.DEADLINE and one.first == one.last >= other.first:
            return Days(other.first, one.last, Shape.DEADLINE)  # "Friday, end of day"
        if one.shape is Shape.WEEKDAY and other.shape is Shape.PERIOD:
            return _weekdays_in(one, other)
        if one.shape is Shape.NUMBER and other.shape is Shape.PERIOD:
            return _day_in(one.first.day, other)
        if one.shape in (Shape.RELATIVE, Shape.WEEKDAY) and other.shape is Shape.DATE:
            return other
        if one.shape is Shape.RELATIVE and other.shape is Shape.WEEKDAY:
            return one
        if one.shape is Shape.PERIOD and other.shape is Shape.DATE and _holds(one, other):
            return other  # "Karneval, Rosenmontag"
        if _is_season(one) and _is_month(other):
            return _month_in(one, other)
        if _is_year(one) and other.shape in (Shape.DATE, Shape.PERIOD) and not _is_year(other):
            return _in_year(other, one.first.year)
    if days.shape is Shape.WEEKDAY and more.shape is Shape.NUMBER:
        return more
    return _shifted(days, more)


def weekday_frame(days: Days, more: Days) -> Days | None:
    """The period, where one of both is a weekday and the other a period it lies in."""
    for one, other in ((days, more), (more, days)):
        if one.shape is Shape.WEEKDAY and other.shape is Shape.PERIOD:
            return other
    return None


def _holds(days: Days, day: Days) -> bool:
    return days.first <= day.first <= day.last <= days.last


def _is_year(days: Days) -> bool:
    return days.shape is Shape.PERIOD and (days.last - days.first).days >= 364


def _is_season(days: Days) -> bool:
    return days.shape is Shape.PERIOD and 88 <= (days.last - days.first).days <= 92


def _is_month(days: Days) -> bool:
    month = days.first.day == 1 and days.last == month_of(days.first.year, days.first.month)[1]
    return days.shape is Shape.PERIOD and month


def _month_in(season: Days, month: Days) -> Days | None:
    """The month where it lies in the season said beside it ("im Sommer 2028, im Juli")."""
    years = (season.first.year, season.last.year)
    found = (Days(*month_of(year, month.first.month), Shape.PERIOD) for year in years)
    return next((each for each in found if _holds(season, each)), None)


def _in_year(days: Days, year: int) -> Days | None:
    """The same day or month in the year said beside it ("nächstes Jahr im März")."""
    if days.first.year == year == days.last.year:
        return days
    whole_months = days.first.day == 1 and (days.last + timedelta(1)).day == 1
    if days.shape is Shape.PERIOD:
        months = 12 * (year - days.first.year)
        last = add_months(days.last.replace(day=1), months)
        inside = add_months(days.first, months), month_of(last.year, last.month)[1]
        return period(inside) if whole_months else None
    return one_day(safe_date(year, days.first.month, days.first.day), Shape.DATE)


def _shifted(days: Days, more: Days) -> Days | None:
    if more.shape is Shape.SHIFT and days.shape in (Shape.RELATIVE, Shape.WEEKDAY, Shape.DATE):
        later = timedelta(more.shift)
        return Days(days.first + later, days.last + later, Shape.DATE)
    if days.shape is Shape.SHIFT and more.shape is Shape.WEEKDAY:
        return _weekdays_in(more, period(week_of(days.first)))
    return None


def in_year_of(days: Days, later: Days) -> Days:
    """The days in the last year in which they begin before `later` does."""
    if days.shape not in (Shape.DATE, Shape.PERIOD) or later.shape is Shape.IMPOSSIBLE:
        return days
    in_year = _in_year(days, later.first.year)
    if in_year and in_year.shape is not Shape.IMPOSSIBLE and in_year.first > later.last:
        in_year = _in_year(days, later.first.year - 1)
    return in_year or days


def _day_in(day: int, month: Days) -> Days | None:
    """The 5th of a month said beside it; None if the period is no month or too short."""
    whole = month.first.day == 1 and month.first.month == month.last.month
    inside = whole and month.last.day > 26 and day <= month.last.day
    return one_day(month.first.replace(day=day), Shape.DATE) if inside else None


def _weekdays_in(weekdays: Days, days: Days) -> Days | None:
    """A weekday, or Monday to Wednesday, inside a week, weekend or month."""
    first = days.first + timedelta((weekdays.first.weekday() - days.first.weekday()) % 7)
    last = first + (weekdays.last - weekdays.first)
    shape = Shape.DATE if first == last else Shape.PERIOD
    return Days(first, last, shape) if last <= days.last else None

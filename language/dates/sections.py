"""Parts of weeks, months and years: "Anfang Dezember", "Ende der Woche", "mid January"."""

from __future__ import annotations

from datetime import date, timedelta

from language.dates.almanac import Span, add_months, month_of, week_of
from language.dates.calendar_dates import read_date
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.periods import read_period, unit_span
from language.dates.seasons import quarter_span, read_season
from language.dates.spans import Days, Found, period
from language.dates.years import read_year

_MONTHS = (Kind.MONTH, Kind.COMMON_MONTH)
_JOINTS = (Kind.OR, Kind.AND, Kind.UNTIL, Kind.TO)
_WEEK_SECTIONS = {
    "early": (0, 1), "mid": (2, 2), "late": (3, 4), "first_half": (0, 2), "second_half": (3, 6),
}  # fmt: skip
_MONTH_SECTIONS = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 0), "first_half": (1, 15),
    "second_half": (16, 0),
}  # fmt: skip
_YEAR_SECTIONS = {
    "early": (1, 1), "mid": (6, 7), "late": (12, 12), "first_half": (1, 6), "second_half": (7, 12),
}  # fmt: skip
_QUARTER_SECTIONS = {"early": 0, "mid": 1, "late": 2}
_QUARTER = range(89, 92)
_HOLIDAYS = 10


def read_section(lexemes: Lexemes, at: int, context: Context, joined: bool = False) -> Found | None:
    """Reads "Anfang Dezember", "Ende nächster Woche", "mid January", "end of the month".

    `joined` says that it is the second half of "Anfang oder Mitte Dezember".
    """
    name, target = lexemes[at].name or "early", at + 1
    while lexemes[target].kind in (Kind.GLUE, Kind.IN, Kind.DASH, Kind.FROM):
        target += 1
    today = context.today
    kind = lexemes[target].kind
    if not joined and kind in _JOINTS and lexemes[target + 1].kind is Kind.SECTION:
        other = read_section(
            lexemes, target + 1, context, joined=True
        )  # "Anfang oder Mitte Dezember"
        named = _part_of(name, _around(other[0])) if other else None
        return (period(named), at + 1) if named else None
    if kind is Kind.NUMBER and 1900 <= lexemes[target].value <= 2199:
        year = lexemes[target].value
        return period(_part_of(name, (date(year, 1, 1), date(year, 12, 31)))), target + 1
    season = read_season(lexemes, target, context)
    if season:
        days = _part_of(name, (season[0].first, season[0].last))
        return (period(days), season[1]) if days else None
    if kind is Kind.UNIT and lexemes[target].name == "year":
        given, behind = read_year(today, lexemes, target + 1)
        if given:
            return period(_part_of(name, (date(given, 1, 1), date(given, 12, 31)))), behind
    if kind is Kind.FEAST:
        feast = read_date(lexemes, target, context, glued=True)
        days = _part_of_holidays(name, feast[0]) if feast else None
        return (period(days), feast[1]) if feast and days else None
    if kind is Kind.QUARTER_YEAR or lexemes[target].form == "quarter":
        return period(_part_of(name, quarter_span(today, 0))), target + 1
    if kind is Kind.UNIT:
        span = unit_span(today, lexemes[target].name, 0)
        days = _part_of(name, span) if span else None
        if span and days and days[1] < today:
            days = _part_of(name, unit_span(today, lexemes[target].name, 1))
        return (period(days), target + 1) if days else None
    if kind in (*_MONTHS, Kind.SPECIFIER, Kind.CALENDAR_WEEK):
        whole = (
            read_date(lexemes, target, context, glued=True)
            if kind in _MONTHS
            else read_period(lexemes, target, context)
        )
        days = _part_of(name, (whole[0].first, whole[0].last)) if whole else None
        return (period(days), whole[1]) if whole and days else None
    return None


def _part_of_holidays(name: str, days: Days) -> Span | None:
    """The first or the last week of school holidays; None for shorter feasts."""
    if (days.last - days.first).days < _HOLIDAYS or name not in ("early", "late"):
        return None
    week = timedelta(6)
    return (days.first, days.first + week) if name == "early" else (days.last - week, days.last)


def _around(days: Days) -> Span:
    """The week or month that a part of it belongs to."""
    if (days.last - days.first).days <= 1:
        return week_of(days.first)
    return month_of(days.first.year, days.first.month)


def _part_of(name: str, span: Span | None) -> Span | None:
    """Early, mid or late in a week, a month or a year; None for other spans."""
    if span is None:
        return None
    first, last = span
    length = (last - first).days
    if length == 6:
        begin, end = _WEEK_SECTIONS[name]
        return first + timedelta(begin), first + timedelta(end)
    if 27 <= length <= 30:
        begin, end = _MONTH_SECTIONS[name]
        return first.replace(day=begin), first.replace(day=end or last.day)
    if length in _QUARTER and name in _QUARTER_SECTIONS:
        month = add_months(first, _QUARTER_SECTIONS[name])
        return month_of(month.year, month.month)
    if length >= 364:
        begin, end = _YEAR_SECTIONS[name]
        return date(first.year, begin, 1), month_of(first.year, end)[1]
    return None

"""Weekdays counted in a month: "erster Montag im Dezember", "last Friday of the month"."""

from __future__ import annotations

from datetime import date, timedelta

from language.dates.almanac import Span, add_months, month_of, nth_weekday
from language.dates.calendar_dates import read_day_number
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.spans import IMPOSSIBLE, Found, Shape, one_day, period
from language.dates.years import read_year

_MONTHS = (Kind.MONTH, Kind.COMMON_MONTH)
_LAST = -1
_SATURDAY = 5


def read_weekday_of_month(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "erster Montag im Dezember", "last Friday of next month" from the number on."""
    if lexemes[at].kind is Kind.SPECIFIER:
        number = (_LAST, at + 1) if lexemes[at].value == _LAST else None
    else:
        number = read_day_number(lexemes, at)
    if number is None or not _counted(lexemes, at, number[1]):
        return None
    nth, weekday_at = number
    month_at = weekday_at + 1
    while lexemes[month_at].kind in (Kind.IN, Kind.GLUE):
        month_at += 1
    if month_at == weekday_at + 1:
        return None
    read = _months(lexemes, month_at, context)
    if read is None:
        return None
    months, given, behind = read
    for year, month in months:
        if lexemes[weekday_at].name == "week":
            if (week := _week_in(year, month, nth)) and (given or week[1] >= context.today):
                return period(week), behind
            continue
        if lexemes[weekday_at].kind is Kind.WEEKEND:
            saturday = nth_weekday(year, month, _SATURDAY, nth)
            if saturday and (given or saturday >= context.today):
                return period((saturday, saturday + timedelta(1))), behind
            continue
        if lexemes[weekday_at].kind is Kind.UNIT:
            day: date | None = month_of(year, month)[0 if nth > 0 else 1]
        else:
            day = nth_weekday(year, month, lexemes[weekday_at].value, nth)
        if day and (given or day >= context.today):
            return one_day(day, Shape.DATE), behind
    return IMPOSSIBLE, behind


def _counted(lexemes: Lexemes, at: int, noun: int) -> bool:
    """Whether a weekday, or the first or last "day", stands behind the number."""
    if lexemes[noun].kind in (Kind.WEEKDAY, Kind.WEEKEND):
        return True
    if lexemes[noun].kind is Kind.UNIT and lexemes[noun].name == "week":
        return lexemes[at].kind in (Kind.ORDINAL, Kind.SPECIFIER) or noun > at + 1
    end = lexemes[at].kind is Kind.SPECIFIER or (
        lexemes[at].kind is Kind.ORDINAL and lexemes[at].value == 1
    )
    return end and lexemes[noun].kind is Kind.UNIT and lexemes[noun].name == "day"


def _week_in(year: int, month: int, nth: int) -> Span | None:
    """Days 1–7, 8–14 …, or the last seven days of a month."""
    first, last = month_of(year, month)
    if nth == _LAST:
        return last - timedelta(6), last
    begin = first + timedelta(7 * (nth - 1))
    return (begin, begin + timedelta(6)) if 1 <= nth <= 4 else None


def _months(
    lexemes: Lexemes, at: int, context: Context
) -> tuple[list[tuple[int, int]], bool, int] | None:
    """The months that may be meant, whether it is a certain one, and the index behind."""
    today, lexeme = context.today, lexemes[at]
    this = today.replace(day=1)
    if lexeme.kind is Kind.SPECIFIER and lexemes[at + 1].name == "month":
        first = add_months(this, lexeme.value)
        return [(first.year, first.month)], True, at + 2
    if lexeme.kind is Kind.UNIT and lexeme.name == "month":
        firsts = (this, add_months(this, 1))
        return [(first.year, first.month) for first in firsts], False, at + 1
    if lexeme.kind not in _MONTHS:
        return None
    year, behind = read_year(today, lexemes, at + 1)
    years = [year] if year else [today.year, today.year + 1]
    return [(each, lexeme.value) for each in years], bool(year), behind

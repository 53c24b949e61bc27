"""Seasons, quarters and halves of a year: "im Frühjahr", "Q2", "third quarter", "next summer".

Seasons are those of the weather service: spring is March to May; winter ends in the next year.
"""

from __future__ import annotations

from datetime import date, timedelta

from language.dates.almanac import Span, add_months
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.spans import Days, Found, Shape, period
from language.dates.years import read_year

_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_QUARTERS = 4
_MONTHS = 3
_NUMBERS = (Kind.NUMBER, Kind.ORDINAL)
SEASONAL = (Kind.SEASON, Kind.QUARTER_YEAR, Kind.SPECIFIER, Kind.NUMBER, Kind.ORDINAL)
"""The kinds of words that such an expression begins with."""
_INTRODUCES = (
    Kind.IN, Kind.GLUE, Kind.SECTION, Kind.SHADE, Kind.EARLY, Kind.FROM, Kind.ONWARD_FROM,
    Kind.UNTIL, Kind.LATEST, Kind.BEFORE, Kind.AFTER, Kind.OR, Kind.WITHIN, Kind.BETWEEN,
    Kind.EARLIEST, Kind.SINCE,
)  # fmt: skip


def read_season(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """The season, quarter or half year that begins at `at`, with an optional year behind it."""
    step = lexemes[at].value if lexemes[at].kind is Kind.SPECIFIER else None
    start = at + (step is not None)
    if lexemes[start].kind is Kind.SEASON:
        return _season(lexemes, start, context, step)
    if step is not None and lexemes[start].kind in (Kind.QUARTER_YEAR, Kind.QUARTER):
        if step == -1 and (given := _year(lexemes, start + 1, context))[0]:
            return _span(context.today, 10, given[0]), given[1]  # "the last quarter of the year"
        then = lexemes[start + 1].kind  # "this quarter", not "next quarter past"
        if then not in (Kind.PAST, Kind.TO, Kind.BEFORE, Kind.AFTER):
            return period(quarter_span(context.today, step)), start + 1
    number = _quarter_number(lexemes, at)
    if number is None:
        return None
    year, behind = _year(lexemes, number[1], context)
    return _span(context.today, 3 * number[0] - 2, year), behind


def quarter_span(today: date, step: int) -> Span:
    """The running quarter of the year (0), the next one (1) …"""
    first = date(today.year, (today.month - 1) // _MONTHS * _MONTHS + 1, 1)
    return _three_months(add_months(first, _MONTHS * step))


def _season(lexemes: Lexemes, at: int, context: Context, step: int | None) -> Found | None:
    year, behind = _year(lexemes, at + 1, context)
    before = lexemes[at - 1].kind if at else Kind.END
    alone = before is Kind.END and lexemes[behind].kind in (Kind.END, Kind.STOP)
    if step is None and not (year or alone or before in _INTRODUCES):
        return None  # "Winter, Peter", "I fall ill"
    days = _span(context.today, _FIRST_MONTH[lexemes[at].name], year)
    if step:
        running = days.first <= context.today
        years = step - 1 + running if step > 0 else step
        days = period(_three_months(add_months(days.first, 12 * years)))
    return days, behind


def _span(today: date, month: int, year: int) -> Days:
    """Three months from `month` on: in `year`, or else the next, the running ones included."""
    if year:
        return period(_three_months(date(year, month, 1)))
    starts = (date(today.year + each, month, 1) for each in (-1, 0, 1))
    return next(
        Days(*span, Shape.PERIOD) for span in map(_three_months, starts) if span[1] >= today
    )


def _three_months(first: date) -> Span:
    return first, add_months(first, _MONTHS) - timedelta(1)


def _quarter_number(lexemes: Lexemes, at: int) -> tuple[int, int] | None:
    """Reads "Q2", "Quartal 2", "drittes Quartal", "3. Quartal", "third quarter"."""
    first = lexemes[at]
    if first.kind is Kind.QUARTER_YEAR:
        number = lexemes[at + 1]
        fits = number.kind is Kind.NUMBER and number.name in ("digits", "word")
        found = (number.value, at + 2) if fits else None
    elif first.kind in _NUMBERS:
        noun = at + 1 + (lexemes[at + 1].kind is Kind.STOP)
        marked = first.kind is Kind.ORDINAL or noun > at + 1
        named = lexemes[noun].kind is Kind.QUARTER_YEAR or lexemes[noun].form == "quarter"
        found = (first.value, noun + 1) if marked and named and first.name != "article" else None
    else:
        found = None
    return found if found and 1 <= found[0] <= _QUARTERS else None


def _year(lexemes: Lexemes, at: int, context: Context) -> tuple[int, int]:
    """A year behind: "2027", "of next year", "in 2027", "/27"."""
    start = at
    while lexemes[start].kind in (Kind.IN, Kind.GLUE):
        start += 1
    year, behind = read_year(context.today, lexemes, start)
    if year:
        return year, behind
    lexeme = lexemes[start + (lexemes[start].kind is Kind.PUNCTUATION)]
    if lexemes[start].form == "/" and lexeme.kind is Kind.NUMBER and lexeme.name == "digits":
        return (2000 + lexeme.value, start + 2) if 20 <= lexeme.value <= 99 else (0, at)
    if lexemes[start].kind is Kind.UNIT and lexemes[start].name == "year" and start > at:
        return context.today.year, start + 1  # "third quarter of the year"
    return 0, at

"""Weeks, weekends and months: "nächste Woche", "KW 49", "next weekend"."""

from __future__ import annotations

from datetime import date, timedelta

from language.dates.almanac import Span, add_months, iso_week, month_of, week_of
from language.dates.calendar_dates import next_month, read_date
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.spans import IMPOSSIBLE, Days, Found, Shape, period

_MONTHS = (Kind.MONTH, Kind.COMMON_MONTH)
_NOUNS = (Kind.UNIT, Kind.WEEKEND)
_CLOSING = (Kind.END, Kind.STOP, Kind.COMMA)
_NEAR = 8


def read_period(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """The week, weekend, month or year that begins at `at`."""
    kind = lexemes[at].kind
    if kind is Kind.WEEKEND:
        later = lexemes[at + 1].kind is Kind.AFTER_NEXT
        dated = _week_of_date(lexemes, at, context)
        if dated and dated[0] is not IMPOSSIBLE:
            return Days(dated[0].first + timedelta(5), dated[0].last, Shape.PERIOD), dated[1]
        return period(_weekend(context.today, 2 if later else 0)), at + 1 + later
    if kind in (Kind.CALENDAR_WEEK, Kind.NUMBER, Kind.ORDINAL, Kind.UNIT):
        if lexemes[at + 1].kind is Kind.AFTER_NEXT:
            span = unit_span(context.today, lexemes[at].name, 2)
            return (period(span), at + 2) if span else None
        return _numbered_week(lexemes, at, context) or _week_of_date(lexemes, at, context)
    if kind is Kind.SPECIFIER:
        return (
            _specified(lexemes, at, context)
            or _coming(lexemes, at, context)
            or _elliptic(lexemes, at, context)
        )
    return None


def _specified(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    step, target = lexemes[at].value, lexemes[at + 1]
    if target.kind in (Kind.OR, Kind.AND) and lexemes[at + 2].kind is Kind.SPECIFIER:
        noun = lexemes[at + 3]  # "diese oder nächste Woche"
        found = _specified([lexemes[at], noun, *lexemes[-3:]], 0, context)
        return (found[0], at + 1) if found else None
    today = context.today
    if target.kind is Kind.WEEKEND:
        return period(_weekend(today, step)), at + 2
    if target.kind in _MONTHS:
        first = next_month(today, target.value)
        if step == 1 and first <= today:
            first = add_months(first, 12)
        years = {-2: -2, -1: -1, 2: 1}.get(step, 0)
        return period(month_of(first.year + years, target.value)), at + 2
    if target.kind is not Kind.UNIT:
        return None
    if lexemes[at + 2].kind is Kind.AFTER_NEXT:
        step += 1
    if step == -1 and target.name == "week" and lexemes[at + 2].kind is Kind.BEFORE:
        return _week_of_date(lexemes, at + 1, context)  # "letzte Woche vor Weihnachten"
    span = unit_span(today, target.name, step)
    return (period(span), at + 2) if span else None


def _elliptic(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads the "nächste" of "nicht diese Woche, lieber nächste"."""
    if lexemes[at].value < 1 or lexemes[at + 1].kind not in _CLOSING:
        return None
    nouns = (each for each in reversed(lexemes[max(0, at - _NEAR) : at]) if each.kind in _NOUNS)
    noun = next(nouns, None)
    found = _specified([lexemes[at], noun, *lexemes[-3:]], 0, context) if noun else None
    return (found[0], at + 1) if found else None


def unit_span(today: date, name: str, step: int) -> Span | None:
    """The running week, month or year (0), the next (1) …; None for other units."""
    if name == "week":
        return week_of(today + timedelta(7 * step))
    if name == "month":
        first = add_months(today.replace(day=1), step)
        return month_of(first.year, first.month)
    if name == "year":
        return date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    return None


def _coming(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "in den nächsten drei Tagen", "the next two weeks": from now to the end of that day."""
    number, unit = lexemes[at + 1], lexemes[at + 2]
    if lexemes[at].value != 1 or number.kind is not Kind.NUMBER or unit.kind is not Kind.UNIT:
        return None
    if number.value > 999 or unit.name not in ("day", "week", "month"):
        return None
    last = context.today + timedelta(number.value * {"day": 1, "week": 7}.get(unit.name, 0))
    if unit.name == "month":
        last = add_months(context.today, number.value)
    return Days(context.today, last, Shape.DEADLINE), at + 3


def _weekend(today: date, step: int) -> Span:
    """The coming weekend (0, 1), the one after it (2) or the past one (−1).

    On a Saturday or Sunday 0 is the running one.
    """
    saturday = week_of(today)[0] + timedelta(5)
    running = today >= saturday
    weeks = {0: 0, 1: int(running), 2: 1 + running, -1: -1, -2: -2}[step]
    return saturday + timedelta(7 * weeks), saturday + timedelta(7 * weeks + 1)


def _numbered_week(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "KW 49", "49. KW", "week 49", each with an optional year."""
    first, behind = lexemes[at], at + 1
    behind += lexemes[behind].kind is Kind.STOP
    if first.kind in (Kind.NUMBER, Kind.ORDINAL):
        if lexemes[behind].kind is not Kind.CALENDAR_WEEK:
            return None
        number = first.value
    elif first.kind is Kind.CALENDAR_WEEK or first.name == "week":
        if lexemes[behind].kind is not Kind.NUMBER or lexemes[behind].name == "article":
            return None
        number = lexemes[behind].value
    else:
        return None
    behind += 1
    slash = lexemes[behind].kind is Kind.PUNCTUATION
    given = lexemes[behind + slash]
    year = given.value if given.kind is Kind.NUMBER and 1900 <= given.value <= 2199 else None
    return period(iso_week(context.today, number, year)), behind + (slash + 1 if year else 0)


def _week_of_date(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "Woche vom 7. Dezember", "week of December 7", "Woche vor Weihnachten"."""
    kind = lexemes[at + 1].kind
    weeks = {Kind.BEFORE: -1, Kind.AFTER: 1}.get(kind, 0)
    beside = weeks and lexemes[at + 2].kind is Kind.FEAST
    named = lexemes[at].kind is Kind.WEEKEND or lexemes[at].name == "week"
    if not named or not (beside or kind in (Kind.FROM, Kind.GLUE)):
        return None
    inner = at + 2 + (lexemes[at + 2].kind is Kind.GLUE)
    found = read_date(lexemes, inner, context, glued=True)
    if found is None or (found[0].shape is Shape.PERIOD and not weeks):
        return None
    days, behind = found
    if days is IMPOSSIBLE:
        return found
    around = days.last if weeks > 0 else days.first
    return period(week_of(around + timedelta(7 * weeks))), behind

"""Two ends: "10 bis 12 Uhr", "zwischen Montag und Mittwoch", "3.–5. Dezember", "2-4pm"."""

from __future__ import annotations

from datetime import date, timedelta

from language.dates.almanac import add_months, next_date, next_day_of_month, next_weekday
from language.dates.calendar_dates import read_date, read_day_number
from language.dates.clock import read_clock
from language.dates.days import read_days
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.moves import is_moved
from language.dates.parts import NOON, Clock
from language.dates.spans import IMPOSSIBLE, Days, Found, Shape, in_year_of, one_day
from language.dates.years import is_year

_JOINTS = (Kind.UNTIL, Kind.TO, Kind.DASH)
_SKIPPED = (Kind.GLUE, Kind.AT, Kind.LATEST)
_LISTS = (Kind.AND, Kind.OR, Kind.COMMA)
_LONGEST_LIST = 4
_OPENING = (Kind.FROM, Kind.BETWEEN)


def range_end(lexemes: Lexemes, at: int, between: bool = False) -> int | None:
    """Where the second end begins if a word like "bis", "to", "–" stands at `at`."""
    kind = lexemes[at].kind
    if kind is Kind.TO and is_moved(lexemes, at):
        return None  # "from Monday to Tuesday" is where an appointment goes.
    if kind not in _JOINTS and not (between and kind is Kind.AND):
        return None
    at += 1
    while lexemes[at].kind in _SKIPPED:
        at += 1
    return at


def opened_range(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """The "3." of "3. bis 5. Dezember" or "3., 4. oder 5. Dezember", whose month is named later."""
    first = number = read_day_number(lexemes, at)
    for _ in range(_LONGEST_LIST):
        if number is None or lexemes[number[1]].kind not in (*_JOINTS, *_LISTS):
            break
        at = number[1] + 1
        listed = lexemes[number[1]].kind is Kind.COMMA  # "10 and 12, on the 2nd"
        while lexemes[at].kind is Kind.GLUE and not listed:
            at += 1
        number = read_day_number(lexemes, at)
    if first is None or at < first[1]:
        return None
    found = read_date(lexemes, at, context, glued=False)
    if found is None or found[0].shape not in (Shape.DATE, Shape.NUMBER):
        return None
    return one_day(next_day_of_month(context.today, first[0]), Shape.NUMBER), first[1]


def day_range(
    lexemes: Lexemes, first: Days, behind: int, bound: Kind | None, context: Context
) -> tuple[Days, int] | None:
    """The run of days from `first` to the days named after "bis"/"to"/"and", if they are."""
    at = range_end(lexemes, behind, bound is Kind.BETWEEN)
    if at is None:
        return None
    marked = read_day_number(lexemes, at)
    glued = lexemes[at].kind is Kind.ORDINAL or (marked is not None and marked[1] > at + 1)
    found = read_days(lexemes, at, context, glued or lexemes[behind].name == "day")
    if found is None and context.language == "en" and first.shape is Shape.DATE and marked:
        day = next_day_of_month(first.first, marked[0])
        plain = read_clock(lexemes, at, context, loose=False, exact=False) is None
        found = (one_day(day, Shape.DATE), marked[1]) if plain else None
    if found is None or found[0].shape in (Shape.SHIFT, Shape.DEADLINE):
        return None
    dated = any(is_year(each) for each in lexemes[at : found[1]])
    if dated and not is_year(lexemes[behind - 1]):
        first = in_year_of(first, found[0])
    return _run(first, found[0], context.today), found[1]


def _run(first: Days, last: Days, today: date) -> Days:
    if Shape.IMPOSSIBLE in (first.shape, last.shape):
        return IMPOSSIBLE
    begin, end = first.first, last.last
    if first.shape is Shape.NUMBER and last.shape is Shape.DATE:
        begin = same_month(begin.day, last.first) or begin
    if last.shape is Shape.NUMBER:
        end = next_day_of_month(begin, end.day) or end
    elif last.shape is Shape.WEEKDAY:
        end = next_weekday(begin, end.weekday())
    elif end < begin and last.shape is Shape.DATE:
        end = next_date(begin, end.month, end.day) or end
    elif end < begin:
        end = add_months(end, 12)
    both = first.shape is Shape.WEEKDAY and last.shape is Shape.WEEKDAY
    return Days(min(begin, end), max(begin, end), Shape.WEEKDAY if both else Shape.PERIOD)


def same_month(day: int, named: date) -> date | None:
    """The day with that number on or before `named`: "3." of "3. bis 5. Dezember"."""
    if day <= named.day:
        return named.replace(day=day)
    before = named.replace(day=1) - timedelta(1)
    return before.replace(day=day) if day <= before.day else None


def clock_range(
    lexemes: Lexemes, at: int, context: Context, bound: Kind | None, loose: bool
) -> tuple[Clock, Clock, int] | None:
    """Both ends of a range of times and the index behind it.

    Bare numbers ("10-12") need `loose`, a marked end ("10-12 Uhr") or to be all that is said.
    """
    opened = bound in _OPENING
    first = _first_end(lexemes, at, context, opened)
    if first is None:
        return None
    second_at = range_end(lexemes, first[1], bound is Kind.BETWEEN)
    if second_at is None or _is_day(lexemes, first[1], second_at):
        return None
    second = _noon(lexemes, second_at) or read_clock(
        lexemes, second_at, context, loose=True, exact=opened
    )
    if second is None:
        return None
    alone = at == 0 and lexemes[second[1]].kind is Kind.END
    loose = loose or (opened and _day_follows(lexemes, second[1]))
    marked = any(
        _noon(lexemes, i) or read_clock(lexemes, i, context, False, False) for i in (at, second_at)
    )
    return (first[0], second[0], second[1]) if loose or alone or marked else None


def _is_day(lexemes: Lexemes, joint: int, at: int) -> bool:
    """Whether a day, not an hour, follows: the 14. of "20 Uhr bis zum 14. 8 Uhr"."""
    number = read_day_number(lexemes, at)
    dotted = number is not None and number[1] > at + 1
    return lexemes[joint].name == "day" and dotted and lexemes[at + 2].kind is not Kind.END


def _noon(lexemes: Lexemes, at: int) -> tuple[Clock, int] | None:
    noon = lexemes[at].kind is Kind.PART and lexemes[at].name == "noon"
    return (NOON, at + 1) if noon else None


def _day_follows(lexemes: Lexemes, at: int) -> bool:
    """Whether a day stands behind, as in "von 8 bis 10 am Freitag"."""
    while lexemes[at].kind is Kind.GLUE:
        at += 1
    return lexemes[at].kind in (Kind.WEEKDAY, Kind.DAY, Kind.MORGEN, Kind.DATE)


def _first_end(
    lexemes: Lexemes, at: int, context: Context, opened: bool
) -> tuple[Clock, int] | None:
    number = lexemes[at]
    if opened and (noon := _noon(lexemes, at)):
        return noon
    spoken = number.kind is Kind.NUMBER and number.value <= 24 and number.name != "article"
    if opened and spoken and lexemes[at + 1].kind in (*_JOINTS, Kind.AND):
        return Clock(number.value, 0, number.value > 12 or number.name == "padded"), at + 1
    return read_clock(lexemes, at, context, loose=True, exact=False)

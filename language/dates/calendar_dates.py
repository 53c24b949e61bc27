"""Calendar dates: "3.12.", "3. Dezember 2026", "am dritten zwölften", "December 3rd"."""

from __future__ import annotations

from datetime import date

from language.dates.almanac import add_months, month_of, next_date, next_day_of_month, safe_date
from language.dates.clock import may_follow
from language.dates.feasts import feast
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.spans import IMPOSSIBLE, Days, Found, Shape, one_day, period
from language.dates.years import read_year

_MONTHS = (Kind.MONTH, Kind.COMMON_MONTH)
_INTRODUCES_MAY = (
    Kind.SHADE,
    Kind.EARLY,
    Kind.IN,
    Kind.GLUE,
    Kind.SECTION,
    Kind.ONWARD_FROM,
    Kind.UNTIL,
    Kind.LATEST,
    Kind.FROM,
    Kind.BEFORE,
    Kind.AFTER,
    Kind.SINCE,
    Kind.WITHIN,
    Kind.EARLIEST,
)
_INTRODUCES_RECORDS = (Kind.FOR, Kind.BETWEEN, Kind.AND, Kind.TO)
_DAY_ARTICLES = ("am", "zum", "on the")
_DAY_LEADS = (
    Kind.WEEKDAY,
    Kind.UNTIL,
    Kind.LATEST,
    Kind.FROM,
    Kind.ONWARD_FROM,
    Kind.AFTER,
    Kind.BEFORE,
)
_CLOCK_WORDS = (Kind.UHR, Kind.AM, Kind.PM, Kind.COUNTED, Kind.UNIT, Kind.TIME)

_CLOCK_STARTS = (Kind.NUMBER, Kind.TIME, Kind.HALF, Kind.QUARTER, Kind.THREE_QUARTERS)


def read_date(lexemes: Lexemes, at: int, context: Context, glued: bool) -> Found | None:
    """The calendar date that begins at `at`; `glued` says that "am", "den", "the" … precedes."""
    kind = lexemes[at].kind
    if kind is Kind.DATE:
        year, month, day = lexemes[at].numbers
        return _dated(context.today, year, month, day), at + 1
    if kind is Kind.DOTTED:
        return _dotted(lexemes, at, context, glued)
    if kind in _MONTHS:
        return _month(lexemes, at, context)
    if kind is Kind.FEAST:
        year, behind = read_year(context.today, lexemes, at + 1)
        span = feast(lexemes[at].name, context.today, year or None)
        if span and span[0] > context.today and _looks_back(lexemes, at):
            span = feast(lexemes[at].name, context.today, context.today.year)
            if span and span[0] > context.today:
                span = feast(lexemes[at].name, context.today, context.today.year - 1)
        if span is None:
            return IMPOSSIBLE, behind
        first, last = span
        shape = Shape.DATE if first == last else Shape.PERIOD
        return Days(first, last, shape), behind
    if kind in (Kind.NUMBER, Kind.ORDINAL):
        return _day_and_month(lexemes, at, context) or (
            _day_number(lexemes, at, context) if glued else None
        )
    return None


def _looks_back(lexemes: Lexemes, at: int) -> bool:
    while at and lexemes[at - 1].kind is Kind.GLUE:
        at -= 1
    return at > 0 and lexemes[at - 1].kind is Kind.SINCE


def read_day_number(lexemes: Lexemes, at: int) -> tuple[int, int] | None:
    """Reads "3.", "3rd", "dritten", "3": (day, index behind it)."""
    lexeme = lexemes[at]
    if lexeme.kind not in (Kind.NUMBER, Kind.ORDINAL) or not 1 <= lexeme.value <= 31:
        return None
    if lexeme.name == "article":
        return None
    dot = lexemes[at + 1].kind is Kind.STOP and lexemes[at + 1].begin == lexeme.finish
    return lexeme.value, at + 1 + dot


def next_month(today: date, month: int) -> date:
    """The first day of the next such month; the running one counts."""
    return date(today.year + (month < today.month), month, 1)


def _dated(today: date, year: int, month: int, day: int) -> Days:
    if not 1 <= month <= 12:
        return IMPOSSIBLE
    found = safe_date(year, month, day) if year else next_date(today, month, day)
    return one_day(found, Shape.DATE)


def _dotted(lexemes: Lexemes, at: int, context: Context, glued: bool) -> Found | None:
    day, month = lexemes[at].numbers
    short = lexemes[at].name == "short"
    timed = lexemes[at + 1].kind in (Kind.AT, Kind.TIME)  # "16.9 um 11"
    if lexemes[at + 1].kind in (Kind.COUNTED, Kind.UNIT) or (short and not (glued or timed)):
        return None
    return _dated(context.today, 0, month, day), at + 1


def _month(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "December 3rd, 2026", "Dec. 3", "Dezember 2026", "Dezember"."""
    month = lexemes[at].value
    after = at + 1
    if lexemes[after].kind is Kind.STOP and lexemes[after + 1].kind is not Kind.WORD:
        after += lexemes[after + 1].kind in (Kind.NUMBER, Kind.ORDINAL)
    while lexemes[after].kind is Kind.GLUE and lexemes[after + 1].kind is Kind.ORDINAL:
        after += 1
    number = read_day_number(lexemes, after)
    if number and not _starts_time(lexemes, after):
        behind = after + 1
        year, behind = read_year(context.today, lexemes, behind)
        return _dated(context.today, year, month, number[0]), behind
    year, behind = read_year(context.today, lexemes, at + 1)
    joint = lexemes[at - 1].kind is Kind.DASH and at > 1  # "mid-May"
    before = lexemes[at - 1 - joint].kind if at else Kind.END
    alone = before is Kind.END and lexemes[behind].kind is Kind.END
    introduced = year or alone or before in _INTRODUCES_MAY
    introduced = introduced or (context.records and before in _INTRODUCES_RECORDS)
    name = lexemes[behind].kind is Kind.WORD and lexemes[behind].value and at == 0  # "June Smith"
    if (lexemes[at].kind is Kind.COMMON_MONTH or name) and not introduced:
        return None
    start = date(year, month, 1) if year else next_month(context.today, month)
    return period(month_of(start.year, month)), behind


def _starts_time(lexemes: Lexemes, at: int) -> bool:
    behind = lexemes[at + 1]
    return behind.kind in _CLOCK_WORDS or (behind.kind is Kind.WORD and behind.value == 1)


def _day_and_month(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "3. Dezember", "3rd of December 2026", "dritten zwölften"."""
    number = read_day_number(lexemes, at)
    if number is None:
        return None
    day, behind = number
    if of_month := _of_month(lexemes, at, behind, day, context):
        return of_month
    while lexemes[behind].kind is Kind.GLUE and lexemes[behind + 1].kind in _MONTHS:
        behind += 1
    if lexemes[behind].form == "of" and lexemes[behind + 1].form == "the":
        behind += 2 * (lexemes[behind + 2].kind is Kind.ORDINAL)  # "fourth of the tenth"
    month = lexemes[behind]
    ordinals = lexemes[at].kind is Kind.ORDINAL or behind == at + 2
    if month.kind not in _MONTHS and not (
        ordinals and month.kind is Kind.ORDINAL and month.name == "word" and month.value <= 12
    ):
        return None
    behind += 1
    if lexemes[behind].kind is Kind.STOP and lexemes[behind + 1].kind in (
        Kind.NUMBER, Kind.AT, Kind.COMMA, Kind.UNTIL, Kind.DASH,
    ):  # fmt: skip
        behind += 1
    year, behind = read_year(context.today, lexemes, behind)
    return _dated(context.today, year, month.value, day), behind


def _of_month(lexemes: Lexemes, at: int, behind: int, day: int, context: Context) -> Found | None:
    """Reads "first of the month", "am 15. des nächsten Monats"."""
    noun = behind
    if lexemes[noun].kind not in (Kind.GLUE, Kind.SPECIFIER):
        return None
    while lexemes[noun].kind is Kind.GLUE:
        noun += 1
    specified = lexemes[noun].kind is Kind.SPECIFIER
    month = lexemes[noun + specified]
    marked = lexemes[at].kind is Kind.ORDINAL or behind > at + 1
    if not marked or month.kind is not Kind.UNIT or month.name != "month" or noun == at:
        return None
    if not specified:
        if noun == behind:
            return None  # "dritter Monat"
        found = next_day_of_month(context.today, day)
    else:
        first = add_months(context.today.replace(day=1), lexemes[noun].value)
        found = safe_date(first.year, first.month, day)
    return one_day(found, Shape.DATE), noun + specified + 1


def _day_number(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "am 3.", "am dritten", "on the 3rd": the next day with that number."""
    number = read_day_number(lexemes, at)
    if number is None or (lexemes[at].name == "word" and not _introduced(lexemes, at)):
        return None
    day, behind = number
    plain = lexemes[at].kind is Kind.NUMBER and behind == at + 1
    if plain and lexemes[at - 1].form == "der":
        return None  # "die 2 statt der 5"
    timed = behind > at + 1 and (
        lexemes[behind].kind is Kind.TIME or lexemes[behind + 1].kind is Kind.UHR
    )
    if timed and lexemes[behind].kind in (Kind.TIME, Kind.NUMBER):
        return one_day(next_day_of_month(context.today, day), Shape.NUMBER), behind
    if (plain and context.language == "en") or lexemes[behind].kind in _CLOCK_WORDS:
        return None
    ends = behind > at + 1 and lexemes[behind].kind is Kind.WORD and lexemes[behind].value == 0
    if not may_follow(lexemes[behind], False) and not ends:
        return None
    weekday_at = at - 1
    while weekday_at > 0 and lexemes[weekday_at].kind in (Kind.GLUE, Kind.COMMA):
        weekday_at -= 1
    weekday = lexemes[weekday_at].value if lexemes[weekday_at].kind is Kind.WEEKDAY else None
    return one_day(next_day_of_month(context.today, day, weekday), Shape.NUMBER), behind


def _introduced(lexemes: Lexemes, at: int) -> bool:
    """Whether a spoken ordinal is a day: "am dritten", "Montag, den dritten", "by the third".

    "Den dritten, bitte" rather picks the third of something.
    """
    if lexemes[at].kind is not Kind.ORDINAL or at == 0:
        return False
    before = lexemes[at - 1]
    timed = lexemes[at + 1].kind is Kind.AT and lexemes[at + 2].kind in _CLOCK_STARTS
    if timed and before.form in ("the", "den", "der"):
        return True  # "the twenty third at two"
    if before.form in _DAY_ARTICLES or before.name == "day" or before.kind is Kind.OR:
        return True
    at -= 2
    while at >= 0 and lexemes[at].kind is Kind.COMMA:
        at -= 1
    return at >= 0 and lexemes[at].kind in _DAY_LEADS

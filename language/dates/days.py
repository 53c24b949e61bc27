"""Days by name or distance: "übermorgen", "nächsten Dienstag", "Monday week", "in acht Tagen"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from language.dates.almanac import next_weekday
from language.dates.calendar_dates import read_date
from language.dates.durations import Length, read_distance, read_length, shifted
from language.dates.lexemes import Context, Kind, Lexeme, Lexemes
from language.dates.monthly import read_weekday_of_month
from language.dates.periods import read_period, unit_span
from language.dates.seasons import SEASONAL, read_season
from language.dates.sections import read_section
from language.dates.spans import IMPOSSIBLE, Days, Found, Shape, merged, one_day, period
from language.dates.years import read_year_of_records

_WEEKDAYS = (Kind.WEEKDAY, Kind.SHORT_WEEKDAY)
_BASES = (Kind.DAY, Kind.WEEKDAY, Kind.SPECIFIER, Kind.FEAST, Kind.DATE)
_AFTERWARDS = (Kind.END, Kind.STOP, Kind.COMMA, Kind.FOLLOWER, Kind.PUNCTUATION)
_NUMERIC = (Kind.DATE, Kind.DOTTED, Kind.NUMBER, Kind.TIME)
_NUMBERS = (Kind.NUMBER, Kind.ORDINAL)
_NOUNS = (
    Kind.UNIT,
    Kind.WEEKDAY,
    Kind.WEEKEND,
    Kind.QUARTER_YEAR,
    Kind.QUARTER,
    Kind.CALENDAR_WEEK,
)
"""Nouns that make the number before them something else than a day of the month."""
_BEFORE_SHORT = frozenset(("am", "on", "an", "den"))
_INTRODUCES_SHORT = (Kind.DASH, Kind.SPECIFIER, Kind.ONWARD_FROM, Kind.UNTIL, Kind.UNIT)


def read_days(lexemes: Lexemes, at: int, context: Context, glued: bool) -> Found | None:
    """The day or run of days that begins at `at`; `glued` says that "am", "the" … precedes."""
    kind = lexemes[at].kind
    if kind is Kind.DAY:
        week = _week_behind(lexemes[at + 1], context)
        return relative(context, lexemes[at].value + 7 * week), at + 1 + week
    if kind is Kind.MORGEN:
        return relative(context, 1), at + 1
    if kind in _WEEKDAYS:
        return _weekday(lexemes, at, context, 0)
    if kind is Kind.DAY_END:
        return _day_of_end(lexemes, at, context)
    if kind is Kind.SPECIFIER:
        behind = at + 1
        if lexemes[behind].kind in _WEEKDAYS:
            return read_weekday_of_month(lexemes, at, context) or _weekday(
                lexemes, behind, context, lexemes[at].value
            )
        if lexemes[behind].kind is Kind.FEAST:
            return read_date(lexemes, behind, context, glued=True)
        counted = lexemes[behind].name == "week" or lexemes[behind].kind is Kind.WEEKEND
        inside = read_weekday_of_month(lexemes, at, context) if counted else None
        if inside:
            return inside  # "the last week of March"
    if kind in (Kind.SECTION, Kind.EARLY, Kind.SHADE):
        return read_section(lexemes, at, context)
    year = read_year_of_records(lexemes, at) if context.records else None
    if year:
        return period((date(year[0], 1, 1), date(year[0], 12, 31))), year[1]
    if (
        kind in _NUMBERS
        and lexemes[at + 1 + (lexemes[at + 1].kind is Kind.STOP)].kind not in _NOUNS
    ):
        return read_date(lexemes, at, context, glued)
    if kind is Kind.THEREAFTER or _week_after(lexemes, at):
        return _thereafter(lexemes[at].name, context), at + 1 + (kind is Kind.UNIT)
    return (
        (read_season(lexemes, at, context) if kind in SEASONAL else None)
        or _distance(lexemes, at, context)
        or _within(lexemes, at, context)
        or read_period(lexemes, at, context)
        or read_weekday_of_month(lexemes, at, context)
        or _first_beside_feast(lexemes, at, context)
        or read_date(lexemes, at, context, glued)
    )


def _week_after(lexemes: Lexemes, at: int) -> bool:
    """Reads "not next week, the week after"."""
    after = lexemes[at].name in ("day", "week", "month") and lexemes[at + 1].form == "after"
    return after and lexemes[at + 2].kind in _AFTERWARDS


def _thereafter(unit: str, context: Context) -> Days:
    """The day, week or month after what was named before, or else after the running one."""
    last = context.named or context.today
    if unit == "day":
        return one_day(last + timedelta(1), Shape.RELATIVE)
    return period(unit_span(last, unit, 1))


def relative(context: Context, offset: int) -> Days:
    """The day `offset` days from today."""
    return one_day(context.today + timedelta(offset), Shape.RELATIVE)


def _weekday(lexemes: Lexemes, at: int, context: Context, step: int) -> Found | None:
    lexeme, behind = lexemes[at], at + 1
    if lexeme.kind is Kind.SHORT_WEEKDAY and not _is_weekday(lexemes, at):
        return None
    if lexemes[behind].kind is Kind.STOP and lexemes[behind + 1].kind in _NUMERIC:
        behind += lexeme.finish - lexeme.begin <= 3
    beside = _beside_feast(lexemes, behind, context, lexeme.value)
    if beside:
        return beside
    day = next_weekday(context.today, lexeme.value)
    if lexemes[behind].kind is Kind.AFTER_NEXT or _week_behind(lexemes[behind], context):
        step, behind = 2, behind + 1
    if context.language == "en" and lexemes[behind].name == "fortnight":
        step, behind = 3, behind + 1
    if step > 1:
        day += timedelta(7 * (step - 1))
    if step < 0:
        today = day - timedelta(7) == context.today
        day += timedelta(7 * step - 7 * today)
    return one_day(day, Shape.WEEKDAY), behind


def _beside_feast(lexemes: Lexemes, at: int, context: Context, weekday: int) -> Found | None:
    """Reads "Montag nach Ostern", "the Friday before Christmas": `at` is behind the weekday."""
    kind = lexemes[at].kind
    if kind not in (Kind.AFTER, Kind.BEFORE):
        return None
    named = at + 1 + (lexemes[at + 1].kind is Kind.GLUE)
    if lexemes[named].kind is not Kind.FEAST:
        return None
    feast, behind = read_date(lexemes, named, context, glued=True) or (None, at)
    if feast is None:
        return None
    if kind is Kind.AFTER:
        return one_day(next_weekday(feast.last, weekday), Shape.DATE), behind
    return one_day(next_weekday(feast.first - timedelta(8), weekday), Shape.DATE), behind


def _first_beside_feast(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "first Monday after the holidays" from the number on."""
    if lexemes[at].kind is not Kind.ORDINAL or lexemes[at].value != 1:
        return None
    weekday = lexemes[at + 1]
    if weekday.kind is not Kind.WEEKDAY:
        return None
    return _beside_feast(lexemes, at + 2, context, weekday.value)


def _day_of_end(lexemes: Lexemes, at: int, context: Context) -> Found:
    """The deadline of "end of day tomorrow"; today if no day is named."""
    base = at + 1
    while lexemes[base].kind in (Kind.GLUE, Kind.COMMA):
        base += 1
    named = lexemes[base].kind in (*_BASES, Kind.MORGEN)
    day = read_days(lexemes, base, context, glued=True) if named else None
    last, behind = day or (relative(context, 0), at + 1)
    if last is IMPOSSIBLE:
        return last, behind
    return Days(context.today, last.last, Shape.DEADLINE), behind


def _week_behind(lexeme: Lexeme, context: Context) -> bool:
    """The British "Monday week": a week after next Monday."""
    return context.language == "en" and lexeme.kind is Kind.UNIT and lexeme.name == "week"


def _is_weekday(lexemes: Lexemes, at: int) -> bool:
    """Whether "so", "do", "sun" … can only be the weekday where it stands."""
    before, behind, then = lexemes[at - 1].kind, lexemes[at + 1].kind, lexemes[at + 2].kind
    if at == 0:
        before = Kind.END
    clocked = then in (Kind.UHR, Kind.AM, Kind.PM, Kind.DASH, Kind.UNTIL)
    timed = behind in (Kind.TIME, Kind.PART) or (behind is Kind.NUMBER and clocked)
    if lexemes[at].form == "so" and (timed or behind is Kind.AT or before is Kind.UNIT):
        return False  # "bis so 15 Uhr" means about three.
    opens = before in (Kind.END, Kind.COMMA, Kind.STOP) and behind is Kind.AT  # "mo um 8"
    introduced = (
        opens or before in _INTRODUCES_SHORT or (at > 0 and lexemes[at - 1].form in _BEFORE_SHORT)
    )
    marked = behind in (Kind.COMMA, Kind.STOP) and then in _NUMERIC
    listed = (Kind.DASH, Kind.OR, Kind.AND, Kind.UNTIL)
    ranged = behind in listed and then in _WEEKDAYS
    ranged = ranged or (before in listed and at > 1 and lexemes[at - 2].kind in _WEEKDAYS)
    alone = before is Kind.END and behind is Kind.END
    then_short = then is Kind.SHORT_WEEKDAY or lexemes[at].form not in ("so", "do")
    listing = behind is Kind.COMMA and then in _WEEKDAYS and then_short
    listing |= at > 1 and before is Kind.COMMA and lexemes[at - 2].kind is Kind.SHORT_WEEKDAY
    ranged = ranged or listing
    last = before is Kind.COMMA and behind is Kind.END and lexemes[at].form not in ("so", "do")
    suffixed = lexemes[at + 1].name == "suffix"  # "Sat 24th"
    dated = suffixed or behind is Kind.DATE
    return marked or ranged or alone or last or timed or introduced or dated


def _distance(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "in drei Tagen", "two weeks from now", "a week on Monday", "vor drei Tagen"."""
    found = read_distance(lexemes, at, context)
    if found:
        days = shifted(found[0], context, found[2])
        return (days, found[1]) if days else None
    return _from_day(lexemes, at, context)


def _from_day(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "a week on Monday", "zwei Tage nach Weihnachten", "the day before Easter"."""
    if lexemes[at].kind is Kind.UNIT and lexemes[at].name == "day":
        length, joint = Length(days=1), at + 1
    else:
        found = read_length(lexemes, at, context)
        if found is None:
            return None
        length, joint = found
    kind, base = lexemes[joint].kind, joint + 1
    if kind is Kind.DAY and context.language == "en":  # "a week tomorrow"
        base = joint
    elif kind not in (Kind.FROM, Kind.GLUE, Kind.AFTER, Kind.BEFORE):
        return None
    if joint == at + 1 and kind is Kind.GLUE:
        return None  # "all day on Friday"
    distance = shifted(length, context, -1 if kind is Kind.BEFORE else 1)
    if distance is None or lexemes[base].kind not in _BASES:
        return None
    day = read_days(lexemes, base, context, glued=True)
    both = merged(_edge(day[0], kind), distance) if day else None
    return (both, day[1]) if day and both else None


def _edge(days: Days, kind: Kind) -> Days:
    """The day from which to count before or after a feast of several days."""
    day = days.first if kind is Kind.BEFORE else days.last
    return replace(days, first=day, last=day, shape=Shape.DATE)


def _within(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    """Reads "innerhalb von zwei Wochen", "within three days": from now to the end of that day."""
    if lexemes[at].kind is not Kind.WITHIN:
        return None
    start = at + 1
    while lexemes[start].kind in (Kind.GLUE, Kind.FROM, Kind.SPECIFIER):
        start += 1
    length = read_length(lexemes, start, context)
    days = shifted(length[0], context) if length else None
    if length is None or days is None:
        return None
    return Days(context.today, days.last, Shape.DEADLINE), length[1]

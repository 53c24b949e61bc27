"""Reads one date expression out of the lexemes, piece by piece, in any order of pieces."""

from __future__ import annotations

from datetime import timedelta

from language.dates.almanac import next_weekday
from language.dates.clock import read_clock
from language.dates.days import read_days, relative
from language.dates.durations import elapsed, read_distance, read_length
from language.dates.leads import INSIDE, Lead, read_lead
from language.dates.lexemes import Context, Kind, Lexeme, Lexemes
from language.dates.parts import NOON
from language.dates.ranges import clock_range, day_range, opened_range, range_end
from language.dates.spans import Shape, one_day
from language.dates.wishes import Wish

_BEHIND = {
    Kind.LATEST: Kind.LATEST, Kind.EARLIEST: Kind.EARLIEST, Kind.OR_LATER: Kind.ONWARD_FROM,
    Kind.OR_EARLIER: Kind.UNTIL, Kind.ONWARD: Kind.ONWARD_FROM,
}  # fmt: skip
_HAVE_SECTIONS = (Kind.MONTH, Kind.COMMON_MONTH, Kind.SEASON, Kind.QUARTER_YEAR)
_OR_BEYOND = (Kind.OR_LATER, Kind.OR_EARLIER)
_ENDS = (
    Kind.END, Kind.STOP, Kind.COMMA, Kind.PUNCTUATION, Kind.WORD, Kind.FOLLOWER, Kind.OR,
    Kind.AND, Kind.NOT, Kind.BUT,
)  # fmt: skip


def read_wish(
    lexemes: Lexemes,
    at: int,
    context: Context,
    loose: bool = False,
    far: bool = False,
) -> tuple[Wish, int] | None:
    """The longest date expression from `at` on: (wish, index behind it), or None.

    `loose` lets it begin with a bare number: the 11 of "um 10 oder 11"; `far` says that it
    is the far end of a range.
    """
    wish = Wish(lexemes[at].begin, lexemes[at].begin)
    position = at
    while True:
        lead = read_lead(lexemes, position, context, inside=not wish.empty)
        if loose and wish.empty:
            lead = lead._replace(exact=True, loose=True)
        if far and wish.empty and lexemes[at - 1].name in ("article", "day"):
            lead = lead._replace(article=True)  # "bis zum 14. um 8 Uhr"
        behind = _piece(lexemes, lead, context, wish)
        if behind is None:
            break
        position = _suffix(lexemes, behind, wish, lead.bound)
        if not far:
            position = _far_end(lexemes, position, context, wish)
        wish.finish = lexemes[position - 1].finish
    if wish.empty:
        return None
    if wish.shade == "early" and wish.days and not wish.timed:
        wish.part = "first"
    return wish, position


def _piece(lexemes: Lexemes, lead: Lead, context: Context, wish: Wish) -> int | None:
    """Adds the piece at `lead` to the wish; the index behind it, or None if there is none."""
    at, kind = lead.at, lexemes[lead.at].kind
    if kind is Kind.SOON and not wish.soon:
        wish.soon = True
        return at + 1
    if kind is Kind.NOW:
        return _now(lexemes, lead, context, wish)
    if kind is Kind.FOR and not wish.empty:
        length = read_length(lexemes, at + 1, context)
        if length and wish.length is None:
            wish.length = length[0]
            return length[1]
    return (
        _instant(lexemes, at, context, wish)
        or _part(lexemes, lead, context, wish)
        or (_clock(lexemes, lead, context, wish) if _clock_first(lexemes, lead) else None)
        or _days(lexemes, lead, context, wish)
        or _clock(lexemes, lead, context, wish)
    )


def _clock_first(lexemes: Lexemes, lead: Lead) -> bool:
    kind = lexemes[lead.at].kind
    return kind is Kind.DOTTED or (kind is Kind.NUMBER and lead.exact)


def _now(lexemes: Lexemes, lead: Lead, context: Context, wish: Wish) -> int | None:
    """The word "jetzt" is a filler word unless it is all that is said or "ab" stands before it."""
    alone = lead.at == 0 and lexemes[1].kind in (Kind.END, Kind.STOP)
    if not wish.empty or not (alone or lead.bound is Kind.ONWARD_FROM):
        return None
    if alone:
        wish.instant = context.reference
    else:
        wish.soon = True
    return lead.at + 1


def _instant(lexemes: Lexemes, at: int, context: Context, wish: Wish) -> int | None:
    today = wish.days is not None and wish.days.first == context.today and not wish.timed
    found = read_distance(lexemes, at, context) if wish.empty or today else None
    if found is None or not found[0].minutes:
        return None
    wish.instant = elapsed(context.reference, found[0].minutes * found[2])
    return found[1]


def _part(lexemes: Lexemes, lead: Lead, context: Context, wish: Wish) -> int | None:
    lexeme, at = lexemes[lead.at], lead.at
    behind = lexemes[at + 1]
    opened = lexeme.name == "noon" and lead.bound in (Kind.FROM, Kind.BETWEEN)
    if opened and range_end(lexemes, at + 1, lead.bound is Kind.BETWEEN) is not None:
        return None  # "from noon to three"
    if lexeme.name == "night" and behind.form in ("auf", "zum") and not wish.days:
        later = lexemes[at + 2]
        if later.kind is Kind.WEEKDAY and wish.add_part("night", None):  # "Nacht auf Samstag"
            eve = next_weekday(context.today, later.value) - timedelta(1)
            return at + 3 if wish.add_days(one_day(eve, Shape.DATE), None) else None
    if lexeme.kind is Kind.MORGEN:
        after_day = wish.days is not None and not lead.comma and wish.part is None
        if not (lead.article or after_day or wish.shade) or (lead.bound and not lead.article):
            return None
        return at + 1 if wish.add_part("morning", lead.bound) else None
    if lexeme.kind is Kind.PART:
        return at + 1 if wish.add_part(lexeme.name, lead.bound) else None
    if lexeme.kind is Kind.SPECIFIER and behind.kind is Kind.PART and lexeme.value in (0, 1):
        added = wish.add_days(relative(context, lexeme.value), lead.bound)
        return at + 2 if added and wish.add_part(behind.name, None) else None
    if lexeme.kind in (Kind.EARLY, Kind.SHADE):
        return _shade(lexemes, lead, wish)
    return None


def _shade(lexemes: Lexemes, lead: Lead, wish: Wish) -> int | None:
    """Reads "späten Nachmittag", "early tomorrow morning", and "früh" behind a day or time."""
    at = lead.at
    target = at + 1
    while lexemes[target].kind is Kind.GLUE:
        target += 1
    kind = lexemes[target].kind
    day = kind in (Kind.DAY, Kind.WEEKDAY)
    if (day and not wish.days) or kind in (Kind.PART, Kind.MORGEN):
        wish.shade = lexemes[at].name or "early"
        if kind is Kind.MORGEN:
            return target + 1 if wish.add_part("morning", lead.bound) else None
        if kind is Kind.PART:
            return target + 1 if wish.add_part(lexemes[target].name, lead.bound) else None
        return target if wish.empty else None
    whole = kind is Kind.SPECIFIER and lexemes[target + 1].kind is Kind.UNIT
    if kind in _HAVE_SECTIONS or whole:
        return None  # "Friday in early January"
    if lexemes[at].kind is Kind.EARLY and (wish.days or wish.clocked):
        return at + 1 if wish.add_part("morning", lead.bound) else None
    return None


def _days(lexemes: Lexemes, lead: Lead, context: Context, wish: Wish) -> int | None:
    beside_weekday = lexemes[lead.at - 1].kind is Kind.WEEKDAY and wish.days is not None
    suffixed = lexemes[lead.at].name == "suffix"  # "Thursday 3rd"
    after_on = context.language == "en" and (lead.bound or lexemes[lead.at - 1].form == "on")
    led = beside_weekday or (after_on and lead.at > 0)  # "on 14th", "by 14th"
    glued = lead.article or (led and suffixed) or (lead.loose and not wish.days)
    found = read_days(lexemes, lead.at, context, glued)
    found = found or opened_range(lexemes, lead.at, context)
    if found is None:
        return None
    days, behind = found
    bound = lead.bound
    if bound is Kind.BEFORE and _is_end(lexemes[lead.at]):
        bound = Kind.UNTIL  # "Before the end of the month" holds its last day.
    ranged = None if wish.clocked else day_range(lexemes, days, behind, bound, context)
    if ranged is not None:
        days, behind = ranged
    if ranged or bound is Kind.BETWEEN or (bound is Kind.FROM and context.language == "de"):
        bound = None
    return behind if wish.add_days(days, bound) else None


def _is_end(lexeme: Lexeme) -> bool:
    return lexeme.kind is Kind.SECTION and lexeme.name == "late" and "end" in lexeme.form


def _clock(lexemes: Lexemes, lead: Lead, context: Context, wish: Wish) -> int | None:
    beside_day = wish.days is not None and lexemes[lead.at - 1].kind not in INSIDE
    bound = lead.bound
    if bound is Kind.FROM and context.language == "de" and not _onward(lexemes, lead.at + 1):
        bound = None  # "von 6" alone is no time.
    loose = lead.exact or bound is not None or (beside_day and not lead.glued)
    ranged = clock_range(lexemes, lead.at, context, lead.bound, loose or wish.part is not None)
    if ranged is not None:
        first, last, behind = ranged
        return behind if wish.add_range(first, last) else None
    found = read_clock(lexemes, lead.at, context, loose, lead.exact)
    torn = lead.bound is Kind.BETWEEN and lexemes[lead.at + 1].kind is Kind.AND
    if found is None or torn:  # Torn: "zwischen 10 und 20 Euro".
        return None
    bound = None if lead.bound is Kind.BETWEEN else lead.bound
    return found[1] if wish.add_clock(found[0], bound) else None


def _onward(lexemes: Lexemes, at: int) -> bool:
    """Whether "an" or "ab" stands behind, as in "von 10 an"."""
    return lexemes[at].kind in (Kind.ONWARD, Kind.ONWARD_FROM)


def _suffix(lexemes: Lexemes, at: int, wish: Wish, bound: Kind | None) -> int:
    """Takes up what stands behind a piece: "an", "oder später", "at the latest"."""
    kind, then = lexemes[at].kind, lexemes[at + 1].kind
    onward = kind is Kind.ONWARD_FROM or lexemes[at].form == "on"
    if bound is Kind.FROM and onward and then in _ENDS:
        wish.bound_again(Kind.ONWARD_FROM)
        return at + 1
    opened = bound in (Kind.FROM, Kind.ONWARD_FROM)
    if kind is Kind.ONWARD and (opened or (then in _ENDS and lexemes[at].form != "an")):
        wish.bound_again(Kind.ONWARD_FROM)
        return at + 1
    leads = lexemes[at].form == "by"  # "figures for 2024 by district"
    if (
        kind is not Kind.ONWARD
        and kind in _BEHIND
        and not leads
        and (kind in _OR_BEYOND or then in _ENDS)
    ):
        wish.bound_again(_BEHIND[kind])
        return at + 1
    return at


def _far_end(lexemes: Lexemes, at: int, context: Context, wish: Wish) -> int:
    """Takes up "bis Sonntag 12 Uhr" behind "Freitag 18 Uhr"."""
    comma = lexemes[at].kind is Kind.COMMA
    end = range_end(lexemes, at + comma) if wish.days and wish.timed else None
    other = read_wish(lexemes, end, context, far=True) if end is not None else None
    if other and other[0].days and not other[0].bound:
        if other[0].part == "noon" and not other[0].clocked:
            other[0].part, other[0].at = None, NOON
        wish.until = other[0]
        return other[1]
    return at

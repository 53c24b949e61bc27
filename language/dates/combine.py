"""Expressions of one sentence taken together.

"Am Montag hätte ich gern einen Termin um 15 Uhr" is one wish; in "morgen um 10 oder um 11"
the second time is tomorrow, too; in "Montag oder Dienstag nachmittags" so is the first day.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from language.dates.almanac import next_day_of_month
from language.dates.corrections import take_back
from language.dates.lexemes import Kind, Lexemes
from language.dates.moves import leave_old
from language.dates.negation import is_negated
from language.dates.ranges import same_month
from language.dates.spans import Shape, merged, one_day, weekday_frame
from language.dates.wishes import Found, Wish

_WIDEST_GAP = 12
_PARTING = (Kind.OR, Kind.STOP, Kind.NOT, Kind.PUNCTUATION)
_TURNING = (Kind.OR, Kind.NOT, Kind.CORRECTION, Kind.BUT)
_TIMES = (Kind.NUMBER, Kind.TIME, Kind.AT, Kind.HALF, Kind.QUARTER, Kind.THREE_QUARTERS)
_LIKEWISE = ("ebenso", "ebenfalls", "genauso", "auch", "too", "either", "neither")
_LISTING = (Kind.OR, Kind.AND, Kind.COMMA, Kind.GLUE, Kind.BUT)


def combine(found: list[Found], lexemes: Lexemes) -> list[Wish]:
    """The wishes with what they take over from one another, and which are refused."""
    leave_old(found, lexemes)
    joined = _joined(found, lexemes)
    _hand_back(joined, lexemes)
    _hand_on(joined, lexemes)
    for i, each in enumerate(joined):
        following = joined[i + 1].begin if i + 1 < len(joined) else len(lexemes) - 1
        each.wish.negated |= is_negated(lexemes, each.begin, each.end, following)
    _refuse_lists(joined, lexemes)
    take_back(joined, lexemes)
    _leave_past(joined)
    return [each.wish for each in joined]


def _joined(found: list[Found], lexemes: Lexemes) -> list[Found]:
    joined: list[Found] = []
    for each in found:
        last = joined[-1] if joined and not joined[-1].wish.negated else None
        both = _both(last.wish, each.wish) if last and _one_sentence(last, each, lexemes) else None
        refused = (
            both and each.wish.days and is_negated(lexemes, each.begin, each.end, len(lexemes) - 1)
        )
        both = None if refused else both
        if last and both:
            joined[-1] = Found(both, last.begin, each.end)
        else:
            joined.append(each)
    return joined


def _one_sentence(first: Found, second: Found, lexemes: Lexemes) -> bool:
    gap = [lexeme.kind for lexeme in lexemes[first.end : second.begin]]
    only_stops = all(kind in (Kind.STOP, Kind.COMMA) for kind in gap)
    if _week_and_weekday(first.wish, second.wish) and len(gap) <= _WIDEST_GAP:
        return not any(kind in _TURNING for kind in gap)
    return only_stops or (len(gap) <= _WIDEST_GAP and not any(kind in _PARTING for kind in gap))


def _week_and_weekday(first: Wish, second: Wish) -> bool:
    """Whether the second names a day of the first: "nächste Woche? Am liebsten Dienstag"."""
    days, more = first.days, second.days
    week = days is not None and days.shape is Shape.PERIOD and (days.last - days.first).days <= 6
    return week and more is not None and more.shape is Shape.WEEKDAY


def _both(first: Wish, second: Wish) -> Wish | None:
    """A day and a time said apart, as one wish; None if they do not complete each other."""
    if Kind.SINCE in (first.bound, second.bound):
        return None
    bounds = first.after and second.before and not (first.before or second.after)
    if bounds and bool(first.days) != bool(second.days):  # "after two but before four on Tuesday"
        return replace(
            first, finish=second.finish, before=second.before, days=first.days or second.days,
            bound=first.bound or second.bound,
        )  # fmt: skip
    if first.days and second.days:
        return _narrowed(first, second)
    days, times = (first, second) if first.days else (second, first)
    parted = days.part and not days.bound and not days.clocked and times.clocked and not times.part
    if not days.days or not times.timed or times.days or times.instant:
        return None
    if days.timed and not parted:
        return None
    return replace(
        times, begin=first.begin, finish=second.finish, days=days.days, bound=days.bound,
        part=times.part or days.part, length=days.length or times.length,
    )  # fmt: skip


def _narrowed(first: Wish, second: Wish) -> Wish | None:
    """Reads "nächste Woche hätte ich Zeit, am besten Mittwochnachmittag" as that Wednesday."""
    if first.days is None or second.days is None or first.timed or first.bound or first.until:
        return None
    if first.days.shape is not Shape.PERIOD:
        return None
    if second.days.shape not in (Shape.WEEKDAY, Shape.PERIOD) or second.bound:
        return None
    days = merged(first.days, second.days)
    inside = weekday_frame(first.days, second.days) or second.inside
    return replace(second, begin=first.begin, days=days, inside=inside) if days else None


def _leave_past(found: list[Found]) -> None:
    """In "seit dem 1.6. in Meiderich, Montag ummelden" only Monday is wished."""
    wished = any(not each.wish.negated and each.wish.bound is not Kind.SINCE for each in found)
    for each in found:
        each.wish.negated |= wished and each.wish.bound is Kind.SINCE


def _listed(first: Found, second: Found, lexemes: Lexemes) -> bool:
    return all(lexeme.kind in _LISTING for lexeme in lexemes[first.end : second.begin])


def _refuse_lists(found: list[Found], lexemes: Lexemes) -> None:
    """Refuses all of "Montag und Dienstag gehen nicht", "weder Montag noch Dienstag"."""
    for first, second in pairwise(found):
        gap = [lexeme.kind for lexeme in lexemes[first.end : second.begin]]
        joined = all(kind in (Kind.AND, Kind.OR, Kind.GLUE) for kind in gap)
        before = is_negated(lexemes, first.begin, first.begin, first.begin)
        gap = gap or [Kind.AND] * (lexemes[second.begin].form == "noch")  # "weder … noch …"
        if joined and gap and (before or (Kind.AND in gap and Kind.OR not in gap)):
            refused = first.wish.negated if before else second.wish.negated
            first.wish.negated = second.wish.negated = refused
        if first.wish.negated and lexemes[second.end].form in _LIKEWISE:
            second.wish.negated = True


def _hand_back(found: list[Found], lexemes: Lexemes) -> None:
    """Gives the time, or the month, of the last alternative to those before it."""
    for first, second in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        one, other = first.wish, second.wish
        if not _listed(first, second, lexemes) or not other.days:
            continue
        if one.days is None:
            if one.clocked and other.clocked and lexemes[second.begin].kind in _TIMES:
                one.days = other.days  # "um 10 oder um 11 am Montag"
            continue
        if one.days.shape is Shape.NUMBER and other.days.shape is Shape.DATE:
            one.days = one_day(same_month(one.days.first.day, other.days.first), Shape.DATE)
        _take_frame(one, other)
        if not one.timed and one.bound is None and other.bound is None:
            one.part, one.at = other.part, other.at
            one.after, one.before = other.after, other.before


def _take_frame(wish: Wish, other: Wish) -> None:
    """Puts a weekday into the week or month of its alternative: "Monday or Friday next week"."""
    if wish.days and wish.days.shape is Shape.WEEKDAY and other.inside and not wish.bound:
        wish.days = merged(wish.days, other.inside) or wish.days
        wish.inside = other.inside


def _hand_on(found: list[Found], lexemes: Lexemes) -> None:
    """Gives the day, part of day or month of one alternative to the next."""
    for first, second in pairwise(found):
        one, other = first.wish, second.wish
        if one.days and other.days and _listed(first, second, lexemes):
            dates = one.days.shape is Shape.DATE and other.days.shape is Shape.NUMBER
            if dates and not one.timed:
                day = next_day_of_month(one.days.first, other.days.first.day)
                other.days = one_day(day, Shape.DATE)
        if _listed(first, second, lexemes):
            _take_frame(other, one)
        if one.days and other.timed and not other.days and _listed(first, second, lexemes):
            other.days = one.days
            other.part = other.part or (one.part if other.clocked else None)

"""Wishes for other times than those on offer: "früher bitte", "zu früh", "a week later"."""

import re
from dataclasses import dataclass

from language.numbers import parse_number
from language.text import fold_in_place

_EARLIER = (
    r"frueher\w*|fruehern|eher|earlier|sooner|zu spaet|too late|(?:etwas|bisschen) frueh"
    r"|nach vorne?|vorzieh\w*|vorverleg\w*"
)
_LATER = r"spaeter\w*|spaetern|later|zu frueh|too (?:early|soon)|nach hinten"
_UNITS = {"minute": 1, "stunde": 60, "hour": 60, "tag": 1440, "day": 1440, "woche": 10080}
_UNITS |= {"week": 10080}
_HALF = frozenset("halbe halben half".split())
_ONE = frozenset("ein eine einen a an one".split())
# "Eine Woche später", "two hours earlier": what stands just before the wish.
_BY = re.compile(rf"\b(half an?|\w+) ({'|'.join(_UNITS)})\w*(?: (?:weiter|noch))? $")
_TIMES = re.compile(rf"\b(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))\b")
_SAME_DAY = re.compile(
    r"\b(?:(?:am|an dem|den|dem)(?: ?selben| gleichen) tag|selbe[rn]? tag|gleiche[rn]? tag"
    r"|an (?:dem|diesem) tag|(?:on )?(?:the same|that(?: same)?) day|same day)\b"
)


@dataclass(frozen=True)
class Alternative:
    """``value`` is "earlier" or "later"; ``same_day`` keeps the day; ``minutes`` is by how much,
    None where nobody says so; character offsets.
    """

    value: str
    start: int
    end: int
    same_day: bool = False
    minutes: int | None = None


def find_alternative(text: str) -> Alternative | None:
    """The wish for earlier or later times, or None when there is none or both."""
    folded = fold_in_place(text)
    found = list(_TIMES.finditer(folded.text))
    kinds = {"later" if match.group("later") else "earlier" for match in found}
    if len(kinds) != 1:
        return None
    day = _SAME_DAY.search(folded.text)
    spans = [match.span() for match in (*found[:1], day) if match]
    start, end = folded.place(min(s for s, _ in spans), max(e for _, e in spans))
    minutes = _minutes(folded.text[: found[0].start()])
    return Alternative(kinds.pop(), start, end, same_day=day is not None, minutes=minutes)


def _minutes(before: str) -> int | None:
    """How long "zwei Stunden" at the end of ``before`` is."""
    by = _BY.search(before)
    if by is None:
        return None
    said = by.group(1).split()[0]
    if said in _HALF:
        return _UNITS[by.group(2)] // 2
    number = 1 if said in _ONE else parse_number(said, "de") or parse_number(said, "en")
    return number * _UNITS[by.group(2)] if number else None

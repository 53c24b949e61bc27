"""Wishes for other times than those on offer: "früher bitte", "zu früh", "anything later?"."""

import re
from dataclasses import dataclass

from language.text import fold_in_place

_EARLIER = r"frueher\w*|fruehern|eher|earlier|sooner|zu spaet|too late|(?:etwas|bisschen) frueh"
_LATER = r"spaeter\w*|spaetern|later|zu frueh|too (?:early|soon)"
_TIMES = re.compile(rf"\b(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))\b")
_SAME_DAY = re.compile(
    r"\b(?:(?:am|an dem|den|dem)(?: ?selben| gleichen) tag|selbe[rn]? tag|gleiche[rn]? tag"
    r"|an (?:dem|diesem) tag|(?:on )?(?:the same|that(?: same)?) day|same day)\b"
)


@dataclass(frozen=True)
class Alternative:
    """``value`` is "earlier" or "later"; ``same_day`` keeps the day; character offsets."""

    value: str
    start: int
    end: int
    same_day: bool = False


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
    return Alternative(kinds.pop(), start, end, same_day=day is not None)

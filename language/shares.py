"""Whose the things are, where some are for several people and others are not.

"Pass für beide Kinder, ein Perso", "my two children need passports, I need a card".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from language.party import Party, find_parties
from language.service_match import ServiceMatch
from language.text import fold_in_place, words

_FOR = re.compile(r"\b(?:fuer|for)\s+$")
_NEEDS = (
    "brauchen|benoetigen|wollen|moechten|bekommen|kriegen|sollen|haben|need|want|require|get|would"
    "|like|must|have|to"
)
_ARTICLE = "ein|eine|einen|einem|n|nen|a|an|one|my|mein|meinen|meine"
_EACH = "je|jeweils|jede[nrs]?|each"
_SMALL = rf"{_EACH}|{_ARTICLE}|neue[nrs]?|new|auch|noch|bald|beide|both|also|card|cards|antrag"
_BEFORE_FOR = re.compile(rf"(?:\s|\b(?:{_EACH}|card|cards|antrag|beantragen)\b)*")
_BEHIND = re.compile(rf"(?:\s|\b(?:{_SMALL})\b)*")
_BEHIND_NEED = re.compile(rf"\s+(?:{_NEEDS})\b(?:\s|\b(?:{_NEEDS}|{_SMALL})\b)*")
_JOINED = re.compile(r"\s*(?:[,&+]|\b(?:und|and|sowie|plus)\b)\s*(?:card|cards)?\s*")
_JOINED_EACH = re.compile(
    rf"\s*(?:[,&+]|\b(?:und|and|sowie|plus)\b)\s*(?:\b(?:{_EACH})\s+(?:{_ARTICLE})\b\s*)?"
)
_LED_BY_ARTICLE = re.compile(rf"\b(?:{_ARTICLE}|\d+x?)\s+(?:neue[nrs]?\s+|new\s+)?$")


def with_shares(found: Sequence[ServiceMatch], text: str) -> list[ServiceMatch]:
    """``found`` with the number of people for whom only some of it is.

    What all of it is for is told by the number of people itself (``find_people``).
    """
    if len(found) < 2 or all(match.count for match in found):
        return list(found)
    folded = fold_in_place(text)
    plain = _Plain(folded.text, [_in_folded(match, text) for match in found])
    counts: dict[int, int] = {}
    for party in find_parties(words(plain.text), plain.text):
        if party.count > 1:
            counts |= dict.fromkeys(_share(plain, party, found), party.count)
    if len(counts) == len(found) and not any(match.count for match in found):
        return list(found)
    return [replace(match, count=match.count or counts.get(at)) for at, match in enumerate(found)]


class _Plain:
    """A folded text with the places of what was found in it, in order."""

    def __init__(self, text: str, places: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.places = places

    def between(self, start: int, end: int) -> str:
        return self.text[start:end]


def _in_folded(match: ServiceMatch, text: str) -> tuple[int, int]:
    """Folding may lengthen what stands before ("für" → "fuer")."""
    start = len(fold_in_place(text[: match.start]).text)
    return start, start + len(fold_in_place(text[match.start : match.end]).text)


def _share(plain: _Plain, party: Party, found: Sequence[ServiceMatch]) -> list[int]:
    """Which of those found are for ``party``."""
    led = _FOR.search(plain.text[: party.start])
    if led:
        return _before(plain, led.start(), party, found) or _behind(plain, party, _BEHIND)
    return _behind(plain, party, _BEHIND_NEED)


def _before(plain: _Plain, end: int, party: Party, found: Sequence[ServiceMatch]) -> list[int]:
    """As in "Pass und Perso für …": the last thing, and those that it is joined to."""
    last = max((at for at, (_, stop) in enumerate(plain.places) if stop <= end), default=None)
    if last is None or found[last].count not in (None, party.count):
        return []
    if not _BEFORE_FOR.fullmatch(plain.between(plain.places[last][1], end)):
        return []
    shared = [last]
    while shared[-1] > 0 and not found[shared[-1] - 1].count:
        one, other = plain.places[shared[-1] - 1], plain.places[shared[-1]]
        is_single = _LED_BY_ARTICLE.search(plain.text[: one[0]])
        if is_single or not _JOINED.fullmatch(plain.between(one[1], other[0])):
            break
        shared.append(shared[-1] - 1)
    return shared


def _behind(plain: _Plain, party: Party, lead: re.Pattern[str]) -> list[int]:
    """As in "für meine Kinder je einen Pass": the first thing, and those that it is joined to."""
    first = next((at for at, (start, _) in enumerate(plain.places) if start >= party.end), None)
    if first is None or not lead.fullmatch(plain.between(party.end, plain.places[first][0])):
        return []
    shared = [first]
    for at in range(first + 1, len(plain.places)):
        gap = plain.between(plain.places[at - 1][1], plain.places[at][0])
        if not _JOINED_EACH.fullmatch(gap):
            break
        shared.append(at)
    return shared

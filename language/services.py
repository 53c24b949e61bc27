"""Which of the offices' services a sentence names, and how many of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from language.gazetteer import Found, Gazetteer
from language.numbers import parse_number
from language.text import Word, words
from language.vocabulary import load

_MOST_OF_ONE = 20
_ONE = frozenset(
    ["ein", "eine", "einen", "einem", "einer", "a", "an", "one", "mein", "meine", "meinen", "my"]
)


@dataclass(frozen=True)
class ServiceMatch:
    """A service named in a text; ``count`` is None when no number was said.

    Of words that stand apart the place is the first word's, so that what stands between
    them ("mein Auto morgen anmelden") is still found.
    """

    key: str
    count: int | None
    start: int
    end: int


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer({key: entry["names"] for key, entry in load("services").items()})


@cache
def _together() -> list[tuple[str, list[frozenset[str]]]]:
    """Services told by words that may stand apart ("mein Auto morgen anmelden")."""
    return [
        (key, [frozenset(w.form for name in group for w in words(name)) for group in groups])
        for key, entry in load("services").items()
        for groups in entry.get("together", [])
    ]


def plain_name(key: str) -> str:
    """The ordinary German word for a service: "Personalausweis" for what people call Perso."""
    return str(load("services")[key]["names"][0])


def find_services(text: str) -> list[ServiceMatch]:
    """All services named in ``text``, in order, each once.

    Words that belong together only across the sentence outrank the single word:
    "Auto anmelden" is a vehicle registration, not a registration of residence.
    """
    tokens = words(text)
    together = _find_together(tokens)
    apart = [match for match, _ in together]
    taken = [(word.start, word.end) for _, said in together for word in said]
    single = [
        ServiceMatch(found.key, _count_before(tokens, found), found.start, found.end)
        for found in _gazetteer().find_in(tokens)
        if not any(start < found.end and found.start < end for start, end in taken)
    ]
    seen: set[str] = set()
    unique = []
    for match in sorted(apart + single, key=lambda match: match.start):
        if match.key not in seen:
            seen.add(match.key)
            unique.append(match)
    return unique


def _find_together(tokens: Sequence[Word]) -> list[tuple[ServiceMatch, list[Word]]]:
    """Services told by words that belong together, each with these words."""
    matches = []
    for key, groups in _together():
        hits = [next((w for w in tokens if w.form in group), None) for group in groups]
        found = sorted((word for word in hits if word), key=lambda word: word.start)
        if len(found) == len(groups):
            first, last = found[0], found[-1]
            count = _count_before(tokens, Found(key, first.start, first.end))
            neighbours = tokens.index(last) - tokens.index(first) < len(found)
            end = last.end if neighbours else first.end
            matches.append((ServiceMatch(key, count, first.start, end), found))
    return matches


def _count_before(tokens: Sequence[Word], found: Found) -> int | None:
    """The number in the two words before a name: "zwei neue Reisepässe" → 2."""
    before = [word.form for word in tokens if word.end <= found.start][-2:]
    for form in reversed(before):
        if form in _ONE:
            return None
        if not re.fullmatch(r"\d{1,2}|[a-z]+", form):
            continue
        number = parse_number(form, "de") or parse_number(form, "en")
        if number and 1 <= number <= _MOST_OF_ONE:
            return number
    return None

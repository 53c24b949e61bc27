"""Services told by words that may stand apart: "mein Auto morgen anmelden", "meld mein Auto ab"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from language.gazetteer import Gazetteer
from language.text import Word, fold, words
from language.vocabulary import load

_PARTICLES = frozenset("an ab um".split())
_AFTER_PARTICLE = frozenset("und oder bitte and aber weil da zum".split())
_ANOTHER = frozenset("neues neuen neue anderes anderen andere new other another one".split())
_MOST_HITS = 4
_DOCUMENTS = frozenset("ausweis perso personalausweis id card".split())
_LISTING = re.compile(r"[,;.&+]|\b(?:und|and|sowie|plus)\b")
_SHORTEST_ENDING = 4
_ONESELF = frozenset("mich uns myself ourselves".split())

Groups = list[frozenset[str]]


@dataclass(frozen=True)
class Together:
    """A service and the positions of the words that tell it, as its groups are listed."""

    key: str
    at: tuple[int, ...]

    @property
    def span(self) -> int:
        """How many words lie between the first and the last."""
        return max(self.at) - min(self.at)


@cache
def _groups() -> list[tuple[str, Groups]]:
    sets = load("service_words")["sets"]
    return [
        (key, [_forms(group, sets) for group in groups])
        for key, entry in load("services").items()
        for groups in entry.get("together", [])
    ]


def _forms(group: Sequence[str], sets: Mapping[str, Any]) -> frozenset[str]:
    named = [word for name in group for word in (sets[name[1:]] if name[0] == "~" else [name])]
    return frozenset(word.form for name in named for word in words(name))


@cache
def _known() -> Gazetteer:
    forms = {form for _, groups in _groups() for group in groups for form in group}
    return Gazetteer({form: [form] for form in forms}, load("service_words")["ordinary"])


@cache
def _unless() -> dict[str, frozenset[str]]:
    return {
        key: frozenset(word.form for name in entry.get("unless", []) for word in words(name))
        for key, entry in load("services").items()
    }


def is_something_else(key: str, tokens: Sequence[Word]) -> bool:
    """Whether a word of the sentence shows that general words do not mean service ``key``."""
    others = _unless()[key]
    ends = tuple(form for form in others if len(form) >= _SHORTEST_ENDING)
    return any(t.form in others or (bool(ends) and t.form.endswith(ends)) for t in tokens)


def find_together(tokens: Sequence[Word], text: str) -> list[Together]:
    """Services told by words apart; each thing belongs to what is done to it nearest by."""
    near = [frozenset(_known().meant(token.form)) for token in tokens]
    found = []
    for key, groups in _groups():
        if is_something_else(key, tokens):
            continue
        hits = [[i for i, meant in enumerate(near) if meant & group] for group in groups]
        usable = [
            [i for i in at if tokens[i].form not in _PARTICLES or _ends(tokens, i, text)]
            for at in hits
        ]
        choices = [
            Together(key, at)
            for at in product(*(each[:_MOST_HITS] for each in usable))
            if len(set(at)) == len(at)
        ]
        choices = [match for match in choices if not _lists_a_document(match, tokens, text)]
        if choices:
            found.append(min(choices, key=lambda match: match.span))
    return sorted(_undisputed(found, tokens), key=lambda match: match.span)


def _lists_a_document(match: Together, tokens: Sequence[Word], text: str) -> bool:
    """Whether the document is a thing of its own: "an identity card and a change of address"."""
    if len(match.at) < 3 or tokens[match.at[-1]].form not in _DOCUMENTS:
        return False
    last = tokens[match.at[-1]]
    others = [tokens[at] for at in match.at[:-1]]
    behind = [text[each.end : last.start] for each in others if each.end <= last.start]
    before = [text[last.end : each.start] for each in others if each.start >= last.end]
    gaps = [min(side, key=len) for side in (behind, before) if side]
    return bool(gaps) and all(_LISTING.search(fold(gap)) for gap in gaps)


def _ends(tokens: Sequence[Word], at: int, text: str) -> bool:
    """Whether a verb's particle stands where its clause ends: "melde mich an."."""
    if at + 1 == len(tokens) or tokens[at + 1].form in _AFTER_PARTICLE:
        return True
    return any(not char.isspace() for char in text[tokens[at].end : tokens[at + 1].start])


def _undisputed(found: Sequence[Together], tokens: Sequence[Word]) -> Iterator[Together]:
    for match in found:
        rivals = [o for o in found if o.key != match.key and o.at[1:2] == match.at[1:2]]
        nearer = any(rival.span < match.span for rival in rivals)
        before = {token.form for token in tokens[max(0, match.at[0] - 2) : match.at[0]]}
        shared = any(o.key != match.key and o.at[0] == match.at[0] for o in found)
        is_oneself = len(match.at) > 1 and tokens[match.at[1]].form in _ONESELF
        if (not nearer or before & _ANOTHER) and not (shared and is_oneself):
            yield match

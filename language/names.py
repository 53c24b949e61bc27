"""Names of people, introduced ("ich heiße …") or given as an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from language.text import clean, fold, words
from language.vocabulary import load

LONGEST_NAME = 80
_MOST_WORDS = 6
_PARTICLES = frozenset(
    "von van vom zu zum zur de del der den di da la le el al bin ben ter ten".split()
)
_SURE_LEAD = (
    r"ich hei(?:ß|ss)e|mein name(?: ist| w(?:ä|ae)re|:)|auf den namen|der name (?:ist|lautet)"
    r"|my name(?: is|'s|’s)|(?:under|in) the name(?: of)?|the name is"
)
_WEAK_LEAD = (
    r"ich bin(?: der| die)?(?: frau| herr)?|name(?: ist)?:?|mein name"
    r"|i am|i['’]m|it['’]s|this is"
)
_ASIDE = r"(?:(?:übrigens|nämlich|also|eigentlich|halt|ja) +)?"
_INTRODUCED = re.compile(rf"\b(?:{_SURE_LEAD})[ :,]+{_ASIDE}", re.IGNORECASE)
_LEAD = re.compile(rf"^\s*(?:{_SURE_LEAD}|{_WEAK_LEAD})[ :,]+{_ASIDE}", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-ÿ][\w'’-]+(?:\s+[^\W\d_a-zß-ÿ][\w'’-]+)*")
_ALIKE = 70
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*", re.UNICODE)


@dataclass(frozen=True)
class NameMatch:
    """A name with the words that introduce it; character offsets."""

    name: str
    start: int
    end: int


@cache
def _never_in_a_name() -> frozenset[str]:
    vocabulary = load("words")
    ordinary = {*vocabulary["markers"]["de"], *vocabulary["markers"]["en"], *vocabulary["no_name"]}
    return frozenset(map(fold, ordinary)) - _PARTICLES - set(vocabulary["also_names"])


def find_name(text: str) -> NameMatch | None:
    """The name somebody introduces, whatever was asked: "ich heiße Erika von der Heide"."""
    lead = _INTRODUCED.search(text)
    if lead is None:
        return None
    taken = list(_name_words(text, lead.end()))
    if not taken:
        return None
    end = taken[-1].end()
    return NameMatch(written(text[lead.end() : end]), lead.start(), end)


def _name_words(text: str, at: int) -> Iterator[re.Match[str]]:
    """The words of a name from ``at`` on: up to the first word that stands in no name."""
    held: list[re.Match[str]] = []
    capitals = any(char.isupper() for char in text[at:])
    while len(held) < _MOST_WORDS and (word := _NAME_WORD.match(text, at)):
        form = fold(word.group()).rstrip(".")
        is_small = capitals and word.group()[0].islower() and form not in _PARTICLES
        if form in _never_in_a_name() or is_small:
            break
        held.append(word)
        gap = re.compile(r"[ \t]+").match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    while held and fold(held[-1].group()) in _PARTICLES:
        held.pop()
    yield from held


def bare_name(text: str) -> str | None:
    """What is left of an answer to "your name?" without its introduction, or None where
    ordinary words show that it is something else."""
    name = clean(_LEAD.sub("", text)).strip(" .,!:;\"'")
    forms = [word.form for word in words(name)]
    if not forms or any(form in _never_in_a_name() for form in forms):
        return None
    return written(name)


def is_possible_name(name: str) -> bool:
    """Whether ``name`` is made as names are: 2 to 80 characters, letters, at most six words."""
    return (
        2 <= len(name) <= LONGEST_NAME
        and len(words(name)) <= _MOST_WORDS
        and all(char.isalpha() or char in " .'’-," for char in name)
    )


def written(name: str) -> str:
    """``name`` with capitals where somebody typed none."""
    name = clean(name).strip(" .,!:;\"'")
    return name if any(char.isupper() for char in name) else name.title()


def corrected_name(text: str, known: str) -> str | None:
    """``known`` as ``text`` puts it right: "nein, Hans Meyer", "Meyer mit y".

    A name that is said must be like the known one, or hold a part of it; a family name
    alone takes the place of the one it is like.
    """
    for said in _capitalised(text):
        if fold(said) in fold(known):
            continue
        parts, said_parts = known.split(), said.split()
        if len(said_parts) > 1 and (set(parts) & set(said_parts) or _alike(said, known)):
            return said
        like = [part for part in parts if len(said_parts) == 1 and _alike(said, part)]
        if len(like) == 1:
            return " ".join(said if part == like[0] else part for part in parts)
    return None


def _capitalised(text: str) -> Iterator[str]:
    for match in _CAPITALISED.finditer(text):
        words_of_name = [w for w in match.group().split() if fold(w) not in _never_in_a_name()]
        if words_of_name:
            yield " ".join(words_of_name)


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(fold(one), fold(other)) >= _ALIKE

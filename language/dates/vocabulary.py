"""The date words of a language, found exactly, without umlauts, or with a typo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from language.dates import vocabulary_de, vocabulary_en
from language.dates.lexemes import Kind
from language.dates.vocabulary_types import Compounds, Words
from language.numbers import parse_number, parse_ordinal
from language.text import fold

Entry = tuple[Kind, int, str]
"""(kind, value, name) of a word."""

_FORGIVING = {
    Kind.WEEKDAY, Kind.MONTH, Kind.COMMON_MONTH, Kind.DAY, Kind.PART, Kind.FEAST,
    Kind.SPECIFIER, Kind.UNIT, Kind.WEEKEND, Kind.QUARTER, Kind.QUARTER_YEAR,
}  # fmt: skip
_ROUGHLY_SAID = (Kind.WEEKDAY, Kind.MONTH, Kind.DAY, Kind.PART, Kind.WEEKEND)
_SHORTEST_TYPO = 6
_LONG = 8
_NO_TYPOS = frozenset(
    (
        "montage",
        "montagen",
        "dienste",
        "dienstes",
        "monate",
        "sundae",
        "augusta",
        "angust",
        "winter",
        "nichts",
        "diensten",
        "freien",
        "freilich",
        "easier",
        "elster",
        "eastern",
        "huette",
        "ferein",
        "hefte",
        "freier",
        "fragen",
    )
)
_ARTICLES = frozenset(
    ("ein", "eine", "einen", "einem", "einer", "eines", "nem", "ner", "a", "an", "every", "jede")
)
_PLAIN = str.maketrans("äöü", "aou")
_DOUBLED = re.compile(r"(.)\1")
_REPEATED = re.compile(r"(.)\1{2,}")


class Phrase(NamedTuple):
    """A fixed sequence of folded words and what it says."""

    words: tuple[str, ...]
    entries: tuple[Entry, ...]


class Vocabulary:
    """The phrases of one language by their first word, the longest first."""

    def __init__(self, language: str, words: Words, compounds: Compounds) -> None:
        self.language = language
        self.phrases: dict[str, list[Phrase]] = {}
        for phrase in _phrases(words, compounds):
            self.phrases.setdefault(phrase.words[0], []).append(phrase)
        for known in self.phrases.values():
            known.sort(key=lambda phrase: -len(phrase.words))
        self._targets = [
            phrase
            for known in self.phrases.values()
            for phrase in known
            if len(phrase.words) == 1
            and len(phrase.words[0]) >= _SHORTEST_TYPO
            and phrase.entries[0][0] in _FORGIVING
        ]

    @lru_cache(maxsize=8192)  # noqa: B019 - vocabularies live as long as the process
    def guess(self, word: str) -> tuple[Entry, ...]:
        """What a folded word outside the phrases says: a number, a typo, or nothing (empty)."""
        if word in _ARTICLES:
            return ((Kind.NUMBER, 1, "article"),)
        number = parse_number(word, self.language)
        if number is not None:
            return ((Kind.NUMBER, number, "word"),)
        ordinal = parse_ordinal(word, self.language)
        if ordinal is not None:
            return ((Kind.ORDINAL, ordinal, "word"),)
        if word in _NO_TYPOS:
            return ()
        return self._spoken_hour(word) or self._drawn_out(word) or self._typo(word)

    def _spoken_hour(self, word: str) -> tuple[Entry, ...]:
        """Reads "um viere", "fourish"."""
        ending = "e" if self.language == "de" else "ish"
        stem = word.removesuffix(ending)
        if stem == word:
            return ()
        most = 12 if ending == "e" else 59  # "ten thirtyish"
        hours = (parse_number(each, self.language) for each in (stem, stem + "e", stem[:-1]))
        hour = next((each for each in hours if each is not None and each <= most), None)
        if not hour:
            return self._roughly(stem) if ending == "ish" else ()
        said: Entry = (Kind.NUMBER, hour, "word")
        return (said, (Kind.UHR, 0, "")) if ending == "ish" else (said,)

    def _roughly(self, stem: str) -> tuple[Entry, ...]:
        """Reads "Fridayish", "afternoonish" as the day or part of day."""
        known = (p.entries for p in self.phrases.get(stem, ()) if not p.words[1:])
        return next((each for each in known if each[0][0] in _ROUGHLY_SAID), ())

    def _drawn_out(self, word: str) -> tuple[Entry, ...]:
        """Reads "weeek", "Monnat" as the words they are."""
        forms = [_REPEATED.sub(kept, word) for kept in (r"\1\1", r"\1")]
        forms += [_DOUBLED.sub(r"\1", word)] if len(word) > _SHORTEST_TYPO - 1 else []
        if set(forms) == {word}:
            return ()
        found = (p.entries for form in forms for p in self.phrases.get(form, ()) if not p.words[1:])
        return next(found, ())

    def _swapped(self, word: str) -> tuple[Entry, ...]:
        """Reads "wohce", "sundy": in short words two letters changed, or one of a day lacks."""
        missing = (
            target.entries
            for target in self._targets
            if len(target.words[0]) == _SHORTEST_TYPO
            and target.entries[0][0] in (Kind.WEEKDAY, Kind.MONTH)
            and target.words[0][0] == word[0]
            and OSA.distance(word, target.words[0], score_cutoff=1) == 1
        )
        swaps = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
        known = (p for swap in swaps for p in self.phrases.get(swap, ()) if not p.words[1:])
        swapped = (p.entries for p in known if p.entries[0][0] in _FORGIVING)
        return next(swapped, next(missing, ()))

    def _typo(self, word: str) -> tuple[Entry, ...]:
        if len(word) == _SHORTEST_TYPO - 1:
            return self._swapped(word)
        if not _SHORTEST_TYPO <= len(word) <= 24:
            return ()
        best: Phrase | None = None
        most = 2 if len(word) >= _LONG else 1
        least = most + 1
        for target in self._targets:
            known = target.words[0]
            if known[0] != word[0]:
                continue
            allowed = most if _may_differ_twice(word, target) else 1
            distance = OSA.distance(word, known, score_cutoff=least - 1)
            if distance < least and distance <= allowed:
                best, least = target, distance
        return best.entries if best else ()


def _may_differ_twice(word: str, target: Phrase) -> bool:
    """Only the distinct names of days and months: "Christian" is not "Christmas"."""
    kind = target.entries[0][0]
    if kind in (Kind.WEEKDAY, Kind.MONTH):
        return len(target.words[0]) >= _LONG
    return kind in (Kind.DAY, Kind.PART) and len(word) > _LONG


def _phrases(words: Words, compounds: Compounds) -> Iterator[Phrase]:
    for kind, meaning, spellings in words:
        for spelling in spellings.split("|"):
            yield from _variants(spelling, (_entry(kind, meaning),))
    for spelling, parts in compounds.items():
        yield from _variants(spelling, tuple(_entry(kind, meaning) for kind, meaning in parts))


def _variants(spelling: str, entries: tuple[Entry, ...]) -> Iterator[Phrase]:
    plain = spelling.translate(_PLAIN)
    ruhr = spelling.replace("tag", "tach") if entries[0][0] in _FORGIVING else spelling
    for form in dict.fromkeys((fold(spelling), fold(plain), fold(ruhr))):
        yield Phrase(tuple(form.split()), entries)


def _entry(kind: Kind, meaning: int | str) -> Entry:
    return (kind, 0, meaning) if isinstance(meaning, str) else (kind, meaning, "")


@lru_cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of "de" or "en"."""
    module = vocabulary_de if language == "de" else vocabulary_en
    return Vocabulary(language, module.WORDS, module.COMPOUNDS)

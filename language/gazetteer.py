"""Finding known names in a text although they are mistyped, inflected, split or compounded."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from language.evidence import is_word
from language.text import Word, words

_LONGEST_PHRASE = 6
_FUZZY_FROM = 6
_SHORTEST_SLIP = 4
_LONG = 9
_COMPOUND_FROM = 7
_SPLIT_FROM = 6
_MOST_NEAR = 3
_MOST_CACHED = 20_000
_LONGEST_WORD = 40
_ARTICLES = frozenset("ein a not".split())
_SOUNDS = [
    (re.compile(heard), written)
    for heard, written in (
        (r"chs|cks|ks|gs(?=[lt])", "x"),
        (r"(?<=[aeiourlnb])(?:ch|g|k|ck)$", "g"),
        (r"ph|v", "f"),
        (r"tz|z|ts", "z"),
        (r"dt|th|d$", "t"),
        (r"ck", "k"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"([a-z])\1", r"\1"),
        (r"ay|ey|ei|ai", "ei"),
        (r"(?:al|el|le)$", "l"),
    )
]


@dataclass(frozen=True)
class Found:
    """A known name found in a text: its key and its place, as character offsets."""

    key: str
    start: int
    end: int


class Gazetteer:
    """Names by key, e.g. ``{"passport": ["Reisepass", "passport"]}``.

    A phrase is found when its words follow one another, or when they are written apart or
    together ("Reise Pass", "Althamborn"). Words of six letters or more are also found with
    one mistyped letter, of nine or more with two; a word of seven or more also when it begins
    a compound ("Reisepassantrag"). The longest phrase wins. What is itself a word of German
    or English is never a mistyped name; nor are the ``ordinary`` words, which begin no
    compound either.
    """

    def __init__(self, names: Mapping[str, Iterable[str]], ordinary: Iterable[str] = ()) -> None:
        self._ordinary = frozenset(ordinary)
        self._phrases: dict[tuple[str, ...], str] = {}
        for key, spellings in names.items():
            for spelling in spellings:
                for form in _variants(spelling):
                    if form[0] in self._ordinary and len(form) == 1:
                        continue
                    self._phrases.setdefault(form, key)
        self._joined: dict[str, str] = {}
        for phrase, key in self._phrases.items():
            if len("".join(phrase)) >= _SPLIT_FROM:
                self._joined.setdefault("".join(phrase), key)
        for joined, key in self._joined.items():
            self._phrases.setdefault((joined,), key)
        self._words = {word for phrase in self._phrases for word in phrase}
        self._fuzzy: dict[str, list[str]] = {}
        for word in sorted(self._words):
            if len(word) >= _FUZZY_FROM:
                self._fuzzy.setdefault(word[0], []).append(word)
        self._short: dict[str, list[str]] = {}
        for word in sorted({w for phrase in self._phrases if len(phrase) > 1 for w in phrase}):
            if _SHORTEST_SLIP <= len(word) < _FUZZY_FROM:
                self._short.setdefault(word[0], []).append(word)
        singles = [phrase[0] for phrase in self._phrases if len(phrase) == 1]
        self._stems: dict[str, list[str]] = {}
        for stem in sorted((f for f in singles if len(f) >= _COMPOUND_FROM), key=len)[::-1]:
            self._stems.setdefault(stem[0], []).append(stem)
        self._by_sound = {_sound(w): w for w in sorted(self._words) if len(w) >= _SPLIT_FROM - 1}
        self._near_cache: dict[str, tuple[str, ...]] = {}
        self._longest = min(_LONGEST_PHRASE, max(map(len, self._phrases), default=0))

    def find(self, text: str) -> list[Found]:
        """All names in ``text``, in order, never overlapping."""
        return self.find_in(words(text))

    def find_in(self, tokens: Sequence[Word]) -> list[Found]:
        """As :meth:`find`, on words already split."""
        near = [self._near(token.form) for token in tokens]
        slips = [nearest or self._slips(t.form) for nearest, t in zip(near, tokens, strict=True)]
        found = []
        at = 0
        while at < len(tokens):
            length, key = self._at(tokens, near, slips, at)
            if key is not None:
                found.append(Found(key, tokens[at].start, tokens[at + length - 1].end))
            at += length
        return found

    def meant(self, form: str) -> tuple[str, ...]:
        """The known words that a folded word is or may be meant for, the likeliest first."""
        return self._near(form)

    def _at(
        self,
        tokens: Sequence[Word],
        near: Sequence[tuple[str, ...]],
        slips: Sequence[tuple[str, ...]],
        at: int,
    ) -> tuple[int, str | None]:
        for length in range(min(self._longest, len(tokens) - at), 0, -1):
            forms = tuple(token.form for token in tokens[at : at + length])
            key = self._phrases.get(forms) or self._written_apart(forms)
            if key is None and all(near[at : at + length]):
                key = self._nearly(near[at : at + length])
            if key is None and length > 1 and any(near[at : at + length]):
                key = self._nearly(slips[at : at + length])
            if key is not None:
                return length, key
        return 1, self._compound(tokens[at].form)

    def _written_apart(self, forms: tuple[str, ...]) -> str | None:
        joined = "".join(forms)
        key = None if forms[0] in _ARTICLES and len(forms) > 1 else self._joined.get(joined)
        if key or len(forms) != 2 or not _LONG <= len(joined) <= _LONGEST_WORD:
            return key
        if min(map(len, forms)) < 4 or any(f in self._words or is_word(f) for f in forms):
            return None
        close = [w for w in self._near(joined) if (w,) in self._phrases]
        return self._phrases[(close[0],)] if close else None

    def _nearly(self, near: Sequence[tuple[str, ...]]) -> str | None:
        for forms in product(*near):
            key = self._phrases.get(forms)
            if key is not None:
                return key
        return None

    def _near(self, form: str) -> tuple[str, ...]:
        """The known words that ``form`` is or may be meant for, the likeliest first."""
        if form in self._words:
            return (form,)
        if not _FUZZY_FROM - 1 <= len(form) <= _LONGEST_WORD or form in self._ordinary:
            return ()
        if is_word(form):
            return ()
        known = self._near_cache.get(form)
        if known is None:
            if len(self._near_cache) >= _MOST_CACHED:
                self._near_cache.clear()
            known = self._near_cache[form] = tuple(self._search(form))
        return known

    def _slips(self, form: str) -> tuple[str, ...]:
        """The short words of phrases that ``form`` may be meant for: "crad" beside "identity"."""
        if not _SHORTEST_SLIP <= len(form) < _FUZZY_FROM or is_word(form):
            return ()
        candidates = self._short.get(form[0], [])
        close = process.extract(
            form, candidates, scorer=OSA.distance, score_cutoff=1, limit=_MOST_NEAR
        )
        return tuple(word for word, *_ in close)

    def _search(self, form: str) -> Iterable[str]:
        most = 2 if len(form) >= _LONG else 1
        alike = self._by_sound.get(_sound(form))
        if alike:
            yield alike
        candidates = self._fuzzy.get(form[0], [])
        close = process.extract(
            form, candidates, scorer=OSA.distance, score_cutoff=most, limit=_MOST_NEAR
        )
        for word, distance, _ in close:
            if word != alike and (distance <= 1 or len(word) >= _LONG):
                yield word

    def _compound(self, form: str) -> str | None:
        if len(form) <= _COMPOUND_FROM or form in self._ordinary:
            return None
        for stem in self._stems.get(form[0], []):
            if form.startswith(stem) and not self._is_ordinary(form, stem):
                return self._phrases[(stem,)]
        return None

    def _is_ordinary(self, form: str, stem: str) -> bool:
        return any(form.startswith(word) for word in self._ordinary if word.startswith(stem))


def _sound(form: str) -> str:
    """``form`` as it sounds: spellings that German speakers mix up are made one."""
    for heard, written in _SOUNDS:
        form = heard.sub(written, form)
    return form


def _variants(spelling: str) -> Iterable[tuple[str, ...]]:
    """The folded words, also without their umlauts ("Hüttenheim": "huettenheim", "huttenheim")."""
    plain = spelling.lower().translate(str.maketrans("äöü", "aou"))
    for form in dict.fromkeys((spelling, plain)):
        phrase = tuple(word.form for word in words(form))
        if phrase:
            yield phrase

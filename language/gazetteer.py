"""Finding known names in a text although they are mistyped, inflected or compounded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from language.text import Word, words

_LONGEST_PHRASE = 6
_FUZZY_FROM = 6
_FUZZY_SCORE = 86.0
_COMPOUND_FROM = 7


@dataclass(frozen=True)
class Found:
    """A known name found in a text: its key and its place, as character offsets."""

    key: str
    start: int
    end: int


class Gazetteer:
    """Names by key, e.g. ``{"passport": ["Reisepass", "passport"]}``.

    A phrase is found when its words follow one another. A single word of six
    letters or more is also found when mistyped, and of seven or more when it
    begins a compound ("Reisepassantrag"). The longest phrase wins.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._phrases: dict[tuple[str, ...], str] = {}
        for key, spellings in names.items():
            for spelling in spellings:
                phrase = tuple(word.form for word in words(spelling))
                self._phrases.setdefault(phrase, key)
        self._single = {phrase[0]: key for phrase, key in self._phrases.items() if len(phrase) == 1}
        self._fuzzy = [form for form in self._single if len(form) >= _FUZZY_FROM]
        self._stems = sorted((f for f in self._single if len(f) >= _COMPOUND_FROM), key=len)[::-1]

    def find(self, text: str) -> list[Found]:
        """All names in ``text``, in order, never overlapping."""
        return self.find_in(words(text))

    def find_in(self, tokens: Sequence[Word]) -> list[Found]:
        """As :meth:`find`, on words already split."""
        found = []
        at = 0
        while at < len(tokens):
            length, key = self._at(tokens, at)
            if key is not None:
                found.append(Found(key, tokens[at].start, tokens[at + length - 1].end))
            at += length
        return found

    def _at(self, tokens: Sequence[Word], at: int) -> tuple[int, str | None]:
        for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
            key = self._phrases.get(tuple(word.form for word in tokens[at : at + length]))
            if key is not None:
                return length, key
        return 1, self._loosely(tokens[at].form)

    def _loosely(self, form: str) -> str | None:
        if len(form) < _FUZZY_FROM:
            return None
        for stem in self._stems:
            if form.startswith(stem):
                return self._single[stem]
        best = process.extractOne(form, self._fuzzy, scorer=fuzz.ratio, score_cutoff=_FUZZY_SCORE)
        return self._single[best[0]] if best else None

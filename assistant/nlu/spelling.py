"""Misspelt words put right by the words the examples use."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from language.text import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_USES = 2
_LONG = 7
_SHORTEST_PART = 4
_CONSIDERED = 20


class Spelling:
    """Learns the words of the examples; ``is_word`` says what else is right as it stands.

    Words are compared folded, so umlauts may be missing or spelled out.
    """

    def __init__(self, is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        self._words: list[str] = []
        self._forms: dict[str, str] = {}

    def fit(self, texts: Sequence[str]) -> None:
        """Words that occur at least twice, in their commonest writing."""
        uses = Counter(word for text in texts for word in _WORD.findall(text))
        forms: dict[str, str] = {}
        folded: Counter[str] = Counter()
        for form, count in uses.most_common():
            forms.setdefault(fold(form), form)
            folded[fold(form)] += count
        self._words = [word for word, count in folded.most_common() if count >= _FEWEST_USES]
        self._forms = {word: forms[word] for word in self._words}

    def corrected(self, text: str) -> str:
        """``text`` with each unknown word replaced by the nearest: one letter dropped, added,
        changed or swapped with its neighbour, two in long words. Of several, one with the
        same letters is preferred ("fier" is "fire", not "hier"), then the commonest.
        """
        return _WORD.sub(lambda found: self._nearest(found[0]), text)

    def knows_any(self, text: str) -> bool:
        """Whether ``text`` has a word that there is, or one put together of two; what has none
        is a name, a message full of slips, or keys struck at random.
        """
        return any(map(self._is_one, _ANY_WORD.findall(text)))

    def _is_one(self, word: str) -> bool:
        splits = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        return self._is_known(word) or any(
            self._is_known(word[:at]) and self._is_known(word[at:]) for at in splits
        )

    def _is_known(self, word: str) -> bool:
        return fold(word) in self._forms or self._is_word(word)

    def _nearest(self, word: str) -> str:
        if self._is_known(word):
            return word
        folded = fold(word)
        most = 2 if len(folded) >= _LONG else 1
        near = process.extract(
            folded, self._words, scorer=OSA.distance, score_cutoff=most, limit=_CONSIDERED
        )
        if not near:
            return word
        letters = sorted(folded)
        best = min(near, key=lambda found: (found[1], sorted(found[0]) != letters, found[2]))
        return self._forms[best[0]]

"""Messages without a word to go by: keys struck at random, signs alone, made-up words."""

import re
from collections.abc import Iterable

from language.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_REPEATED = re.compile(r"(.)\1+")
# Said in few set words, so that a guess by the sound of a word nobody says is none.
SET_PHRASES = frozenset(
    {
        *("greet", "goodbye", "thank", "affirm", "deny", "skip", "stop", "inform"),
        *("ask_repeat", "ask_more", "ask_summary", "ask_help", "complain"),
    }
)


class Vocabulary:
    """The words of the examples, however long they are drawn out: "haaallo"."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = frozenset(form for text in texts for form in _forms(text))

    def has_any(self, text: str) -> bool:
        """Whether an example uses a word of ``text``."""
        return not self._words.isdisjoint(_forms(text))


def _forms(text: str) -> Iterable[str]:
    drawn_in = (_REPEATED.sub(r"\1", word.lower()) for word in _WORD.findall(text))
    return (_REPEATED.sub(r"\1", fold(word)) for word in drawn_in)

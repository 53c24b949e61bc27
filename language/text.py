"""Folding of written and recognised speech to one comparable form."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "´": "'", "`": "'"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


def fold(text: str) -> str:
    """Lower-case ``text`` with umlauts spelled out and other accents removed.

    "Bürger" and "Buerger" fold to the same form, "Burger" does not.
    """
    if text.isascii():  # The same, but ten times as fast.
        return text.lower().replace("`", "'")
    lowered = unicodedata.normalize("NFKC", text).lower().translate(_FOLDS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def clean(text: str) -> str:
    """``text`` without control and direction characters, white space folded to single blanks."""
    kept = (" " if char.isspace() else char for char in text if _is_readable(char))
    return " ".join("".join(kept).split())


def _is_readable(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cn", "Cs"}


@lru_cache(maxsize=512)
def _fold_piece(piece: str) -> str:
    return fold(piece)


@dataclass(frozen=True)
class Folded:
    """A folded text that knows for each of its characters where it came from."""

    text: str
    places: tuple[tuple[int, int], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text as given of ``text[start:end]``, which is not empty."""
        return self.places[start][0], self.places[end - 1][1]


def fold_in_place(text: str) -> Folded:
    """As :func:`fold`, with the way back: folding may lengthen ("ß") and shorten a text."""
    if text.isascii():
        return Folded(fold(text), tuple((at, at + 1) for at in range(len(text))))
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        piece = _fold_piece(text[start:end])
        folded.append(piece)
        places += [(start, end)] * len(piece)
        start = end
    return Folded("".join(folded), tuple(places))


@dataclass(frozen=True)
class Word:
    """One word of a text: its folded form and its place, as character offsets."""

    form: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of ``text`` in order; punctuation separates and is dropped."""
    return [Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]

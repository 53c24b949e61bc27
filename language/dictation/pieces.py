"""Dictated text as letters, digits and signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from language.dictation.numbers import number_at
from language.dictation.tokens import Token, tokens
from language.vocabulary import load

_MOST_LETTERS = 4
_GAPS = frozenset(",.;:()[]<>\"'„“”…")
_DASHES = frozenset("-–—−‐")
_MOST_PIECES = 1200


@dataclass(frozen=True)
class Piece:
    """One thing said, with the offsets of its words.

    ``chars``: the letters or digits it stands for, ``sign``: one of ``. - _ + / @``;
    ``form``: its first word, folded; ``weak``: an ordinary word that may stand for a letter;
    ``spelled``: "M wie Martha"; ``gap``: says nothing ("äh", a comma).
    """

    form: str
    start: int
    end: int
    chars: str = ""
    sign: str = ""
    weak: bool = False
    spelled: bool = False
    gap: bool = False
    glued: bool = False


@cache
def _vocabulary(language: str) -> tuple[dict[str, str], dict[str, str], dict[str, int]]:
    """Word → letter, word → sign, word → how often."""
    spelling: dict[str, Any] = load("spelling")
    letters = {word: letter for letter, words in spelling["alphabet"].items() for word in words}
    letters |= spelling["letters"][language]
    signs = {word: sign for sign, words in spelling["signs"].items() for word in words}
    return letters, signs, spelling["repeats"]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("spelling")[key])


def read_pieces(text: str, language: str) -> list[Piece]:
    """``text`` piece by piece; what is no letter, digit or sign is a piece without any."""
    said = tokens(text)
    pieces: list[Piece] = []
    at = 0
    while at < len(said) and len(pieces) < _MOST_PIECES:
        piece, at = _piece(said, at, language)
        pieces.append(piece)
    return pieces


def _piece(said: Sequence[Token], at: int, language: str) -> tuple[Piece, int]:
    token = said[at]
    repeated = _repeated(said, at, language)
    if repeated:
        return repeated
    spelled = _spelled(said, at, language)
    if spelled:
        return spelled
    end = _x_ray(said, at)
    if end:
        return _made(said, at, end, chars="X"), end
    number = number_at(said, at, language)
    if number:
        digits, end = number
        return _made(said, at, end, chars=digits), end
    letters, signs, _ = _vocabulary(language)
    glued = at + 1 < len(said) and said[at + 1].glued and said[at + 1].is_digits
    if token.form in signs and not (glued and token.is_word):
        return _made(said, at, at + 1, sign=signs[token.form]), at + 1
    if token.is_word:
        return _letters(said, at, letters), at + 1
    if token.text in _DASHES:
        return _made(said, at, at + 1, sign="-"), at + 1
    sign = token.text if token.text in "._+/@" else ""
    return _made(said, at, at + 1, sign=sign, gap=token.text in _GAPS), at + 1


def _repeated(said: Sequence[Token], at: int, language: str) -> tuple[Piece, int] | None:
    """As in "doppel drei", "triple five", "dreimal die fünf", "drei mal fünf"."""
    times = _vocabulary(language)[2].get(said[at].form)
    behind = at + 1
    if times is None and behind < len(said) and said[behind].form in _words("times"):
        number = number_at(said, at, language) if said[at].is_word else None
        times = int(number[0]) if number and number[0] in ("2", "3", "4") else None
        behind += 1
    if times is None or behind >= len(said):
        return None
    behind += said[behind].text in _DASHES and behind + 1 < len(said)
    if said[at].form == "double" and said[behind].form in ("u", "you"):
        return _made(said, at, behind + 1, chars="W"), behind + 1
    behind += said[behind].form in ("die", "der", "das", "the")
    if behind >= len(said):
        return None
    piece, end = _single(said, behind, language)
    return (_made(said, at, end, chars=piece * times), end) if len(piece) == 1 else None


def _single(said: Sequence[Token], at: int, language: str) -> tuple[str, int]:
    spelled = _spelled(said, at, language)
    if spelled:
        return spelled[0].chars, spelled[1]
    end = _x_ray(said, at)
    if end:
        return "X", end
    token = said[at]
    if token.is_word and (len(token.text) == 1 or token.form in _vocabulary(language)[0]):
        return _letters(said, at, _vocabulary(language)[0]).chars, at + 1
    # "Doppel drei und achtzig" doubles the three alone.
    number = number_at([token], 0, language)
    return (number[0], at + 1) if number else ("", at + 1)


def _spelled(said: Sequence[Token], at: int, language: str) -> tuple[Piece, int] | None:
    """As in "K wie Kaufmann", "S as in Sam", "dee for delta"."""
    letter = said[at].form
    if len(letter) > 1:
        letter = _vocabulary(language)[0].get(letter, "") if said[at].is_word else ""
    if not letter.isalpha() or not letter.isascii() or at + 2 >= len(said):
        return None
    behind = at + 1
    if said[behind].text == ",":
        behind += 1
    if said[behind].form == "as" and behind + 1 < len(said):
        behind += 2 if said[behind + 1].form == "in" else 1
    elif said[behind].form in _words("as_in"):
        behind += 1
    else:
        return None
    if behind >= len(said) or not said[behind].is_word:
        return None
    word = said[behind].form
    if not word.startswith(letter) or (len(word) < 2 and word != letter):
        return None
    end = _x_ray(said, behind) or behind + 1
    return _made(said, at, end, chars=letter.upper(), spelled=True), end


def _x_ray(said: Sequence[Token], at: int) -> int | None:
    """Where "X-ray" and "x ray" end, the one word for a letter that is written as two."""
    if said[at].form != "x" or at + 1 >= len(said):
        return None
    ray = at + 2 if said[at + 1].text in _DASHES and at + 2 < len(said) else at + 1
    return ray + 1 if said[ray].form == "ray" else None


def _letters(said: Sequence[Token], at: int, letters: dict[str, str]) -> Piece:
    token = said[at]
    if len(token.text) == 1 and token.text.isascii():
        return _made(said, at, at + 1, chars=token.text.upper())
    beside_digits = (token.glued and said[at - 1].is_digits) or (
        at + 1 < len(said) and said[at + 1].glued and said[at + 1].is_digits
    )
    is_group = len(token.text) <= _MOST_LETTERS and token.text.isascii() and token.text.isalpha()
    if is_group and (token.text.isupper() or beside_digits):
        return _made(said, at, at + 1, chars=token.text.upper(), weak=not beside_digits)
    if token.form in letters:
        return _made(said, at, at + 1, chars=letters[token.form].upper(), weak=True)
    return _made(said, at, at + 1, gap=token.form in _words("fillers"))


def _made(
    said: Sequence[Token],
    at: int,
    end: int,
    *,
    chars: str = "",
    sign: str = "",
    weak: bool = False,
    spelled: bool = False,
    gap: bool = False,
) -> Piece:
    start, finish = said[at].start, said[end - 1].end
    return Piece(
        said[at].form, start, finish, chars, sign, weak, spelled, gap, glued=said[at].glued
    )

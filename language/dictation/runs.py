"""Runs of letters and digits: booking codes and telephone numbers are found in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from language.dictation.pieces import Piece
from language.vocabulary import load

_IN_RUN = frozenset("-_/+.")
_PHONE_DIGITS = range(6, 16)
_PHONE = re.compile(r"\+?[0-9]{6,15}")
_LOOK_BACK = 4


@dataclass(frozen=True)
class Said:
    """``kind``: "code" (eight characters) or "phone"; ``chars`` as said."""

    kind: str
    chars: str
    start: int
    end: int


def find_said(pieces: Sequence[Piece], alphabet: str, length: int) -> list[Said]:
    """Every code (``length`` characters out of ``alphabet``) and number, in order.

    What is typed in one go is left to the readers of typed text, except where blanks,
    signs or words stand within.
    """
    found: list[Said] = []
    for begin, end in find_runs(pieces):
        run = [piece for piece in pieces[begin:end] if piece.chars or piece.sign == "+"]
        before = [piece.form for piece in pieces[max(0, begin - _LOOK_BACK) : begin]]
        corrected = any(p.form.isdecimal() and not p.chars for p in pieces[begin:end])
        said = _code(run, alphabet, length) or _phone(run, before, typed_counts=corrected)
        if said:
            found.append(said)
    return found


def find_runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Spans of ``pieces`` that hold letters and digits, gaps and signs between them."""
    begin = None
    last = 0
    for index, piece in enumerate(pieces):
        if piece.chars or (piece.sign == "+" and begin is None):
            begin, last = (index if begin is None else begin), index
        elif begin is not None and not (piece.gap or piece.sign in _IN_RUN):
            yield begin, last + 1
            begin = None
    if begin is not None:
        yield begin, last + 1


def _chars(run: Sequence[Piece]) -> str:
    return "".join(piece.chars or piece.sign for piece in run)


def _said(kind: str, run: Sequence[Piece], chars: str) -> Said:
    return Said(kind, chars, run[0].start, run[-1].end)


def _code(run: Sequence[Piece], alphabet: str, length: int) -> Said | None:
    """The run itself, or what is left without ordinary words at its ends."""
    begin, end = 0, len(run)
    while begin < end and len(_chars(run[begin:end])) > length:
        if run[begin].weak or (run[begin].form in "ai" and len(run[begin].form) == 1):
            begin += 1
        elif run[end - 1].weak:
            end -= 1
        else:
            return None
    part = run[begin:end]
    chars = _chars(part)
    is_code = len(chars) == length and all(char in alphabet for char in chars)
    strong = sum(not piece.weak for piece in part)
    enough = strong or any(char.isdigit() for char in chars)
    if not is_code or not enough or chars.isdigit() or chars.isalpha() or len(part) < 2:
        return None
    return _said("code", part, chars)


def _phone(run: Sequence[Piece], before: Sequence[str], *, typed_counts: bool) -> Said | None:
    """The digits of the run; a spoken "o" between them is a zero."""
    begin, end = 0, len(run)
    while begin < end and not _is_digits(run[begin]):
        begin += 1
    last = begin
    while last < end and _is_digits(run[last]) and (last == begin or run[last].sign != "+"):
        last += 1
    part = run[begin:last]
    chars = _chars(part).replace("O", "0")
    is_typed = not typed_counts and all(piece.form.isdecimal() for piece in part if piece.chars)
    if is_typed or not _PHONE.fullmatch(chars) or set(before) & _words("date_leads"):
        return None
    led = bool(set(before) & _words("phone_leads")) or chars[0] in "0+"
    return _said("phone", part, chars) if led else None


def _is_digits(piece: Piece) -> bool:
    return piece.chars.replace("O", "0").isdigit() or piece.sign == "+"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("spelling")[key])

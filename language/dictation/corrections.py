"""Slips put right while dictating: "zwei, nein, drei" is a three."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from language.dictation.pieces import Piece
from language.vocabulary import load

_FEWEST_BEFORE = 2
_LONGEST_PART = 4


def put_right(pieces: Sequence[Piece]) -> list[Piece]:
    """``pieces`` as meant: what follows "nein", "sorry", "I mean" takes the place of as many
    letters or digits before it. A whole number said again is left to stand by itself.
    """
    said = list(pieces)
    at = 0
    while at < len(said):
        end = _marker_end(said, at)
        part = _part(said, end) if end else []
        if part and _takes(said, at, sum(len(said[i].chars) for i in part)):
            said[at:end] = [replace(piece, gap=True, chars="", sign="") for piece in said[at:end]]
        at = max(at + 1, end)
    return said


@cache
def _markers() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(marker.split()) for marker in load("spelling")["corrections"])


def _marker_end(said: Sequence[Piece], at: int) -> int:
    """Where the words of a correction that begin at ``at`` end, gaps after them included; or 0."""
    end = at
    while end < len(said):
        length = next((n for n in (3, 2, 1) if _forms(said, end, n) in _markers()), 0)
        if not length:
            break
        end += length
        while end < len(said) and said[end].gap and _forms(said, end, 1) not in _markers():
            end += 1
    return end if end > at else 0


def _forms(said: Sequence[Piece], at: int, length: int) -> tuple[str, ...]:
    return tuple(piece.form for piece in said[at : at + length])


def _part(said: Sequence[Piece], at: int) -> list[int]:
    """Places of what is said instead: up to a pause; without a pause, one piece alone."""
    part: list[int] = []
    while at < len(said) and said[at].chars and not said[at].gap:
        part.append(at)
        at += 1
    behind = said[at] if at < len(said) else None
    if behind is not None and not (behind.gap or behind.form in _may_follow()):
        return []  # "nein, drei Personen"
    typed = all(said[index].form.isdecimal() for index in part)
    pause = behind is not None and behind.form in (",", ".", ";")
    chars = sum(len(said[index].chars) for index in part)
    return part if (pause or typed) and chars <= _LONGEST_PART else part[:1]


@cache
def _may_follow() -> frozenset[str]:
    return frozenset("bitte please danke thanks ist is".split())


def _takes(said: list[Piece], at: int, count: int) -> bool:
    """Take the last ``count`` characters before ``at`` away; whether there were enough."""
    places = []
    index = at - 1
    while index >= 0 and (said[index].chars or said[index].gap or said[index].sign in ("-", "/")):
        places += [index] * bool(said[index].chars)
        index -= 1
    if not count or sum(len(said[place].chars) for place in places) < _FEWEST_BEFORE + count - 1:
        return False
    for place in places:
        if not count:
            break
        kept = said[place].chars[: max(0, len(said[place].chars) - count)]
        count -= len(said[place].chars) - len(kept)
        said[place] = replace(said[place], chars=kept, gap=not kept)
    return True

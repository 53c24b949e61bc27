"""The small words before a piece of a date expression: "bis zum", "so gegen", "not before"."""

from __future__ import annotations

from typing import NamedTuple

from language.dates.durations import read_distance, read_length
from language.dates.lexemes import Context, Kind, Lexemes

_BOUNDS = (
    Kind.AFTER, Kind.BEFORE, Kind.UNTIL, Kind.LATEST, Kind.EARLIEST, Kind.FROM,
    Kind.ONWARD_FROM, Kind.BETWEEN, Kind.SINCE,
)  # fmt: skip
INSIDE = (Kind.COMMA, Kind.DASH)
"""Marks that may stand between the pieces of one expression."""
_MOST_WORDS = 6
_BEFORE_CLOCK = (Kind.BEFORE, Kind.AFTER, Kind.UHR)
_BARELY = ("kurz", "knapp", "just", "shortly")
_CLOCKS = (
    Kind.NUMBER, Kind.TIME, Kind.HALF, Kind.QUARTER, Kind.THREE_QUARTERS, Kind.DOTTED,
    Kind.MIDNIGHT,
)  # fmt: skip


class Lead(NamedTuple):
    """The small words before a piece: its relation, and whether "um"/"am" stood there."""

    at: int
    bound: Kind | None
    exact: bool
    glued: bool
    article: bool
    comma: bool
    loose: bool = False


def read_lead(lexemes: Lexemes, at: int, context: Context, inside: bool) -> Lead:
    """Reads over small words from `at` on; `inside` an expression also over commas."""
    bound: Kind | None = None
    exact = glued = article = comma = False
    start = at
    while at - start < _MOST_WORDS:
        lexeme = lexemes[at]
        kind = lexeme.kind
        if kind in (Kind.IN, Kind.BEFORE, Kind.AT, Kind.AFTER) and read_distance(
            lexemes, at, context
        ):
            break
        if kind is Kind.FOR and read_length(lexemes, at + 1, context):
            break
        if kind is Kind.AT or (kind in _BEFORE_CLOCK and _is_at(lexemes, at)):
            exact = True
        elif kind is Kind.PAST and lexemes[at + 1].kind in _CLOCKS:  # "any time past three"
            bound = Kind.AFTER
        elif kind in _BOUNDS:
            bound = kind
            glued = article = glued or lexeme.name == "day"
        elif kind in (Kind.GLUE, Kind.IN, Kind.FOR, Kind.ONWARD):
            glued, article = True, article or lexeme.name == "article"
        elif inside and kind in INSIDE:
            comma = kind is Kind.COMMA
        else:
            break
        at += 1
    return Lead(at, bound, exact, glued, article, comma)


def _is_at(lexemes: Lexemes, at: int) -> bool:
    """Whether the word is no more than "at": "kurz vor vier", "just after two", "Uhr 10"."""
    before = lexemes[at - 1]
    if lexemes[at].kind is Kind.UHR:
        near = before.kind is not Kind.NUMBER
    else:
        near = before.form in _BARELY
    return near and lexemes[at + 1].kind in _CLOCKS

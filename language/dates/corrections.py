"""What a speaker takes back: "Montag, nein, lieber Dienstag", "Monday, sorry, I mean Tuesday"."""

from __future__ import annotations

from itertools import pairwise

from language.dates.lexemes import Kind, Lexemes
from language.dates.negation import DENIALS
from language.dates.wishes import Found

_BETWEEN = (
    Kind.CORRECTION, Kind.COMMA, Kind.STOP, Kind.DASH, Kind.PUNCTUATION, Kind.GLUE,
    Kind.FOLLOWER, Kind.BUT,
)  # fmt: skip

_NEAR = 5
_BEING = ("waere", "ist", "passt", "would", "suits", "is", "works")
_BETTER = (*_BEING, "lieber", "besser", "better", "preferable")
_OFFERS = ("make", "let", "say", "try", "sagen", "nehmen", "mach", "mache", "wir", "sie", "mir")


def take_back(found: list[Found], lexemes: Lexemes) -> None:
    """Refuses an expression that the next one corrects; a new time keeps the old day."""
    for first, second in pairwise(found):
        if _declines(first, second, lexemes) or _prefers(first, second, lexemes):
            first.wish.negated = True
        if not _corrects(first, second, lexemes):
            continue
        one, other = first.wish, second.wish
        if other.timed and not other.days:
            other.days = one.days
        elif one.timed and other.days and not other.timed:
            other.part, other.at = one.part, one.at
            other.after, other.before = one.after, one.before
        one.negated = True


def _prefers(first: Found, second: Found, lexemes: Lexemes) -> bool:
    """Reads "Montag ginge, Dienstag wäre mir lieber", "Monday's fine but I'd prefer Tuesday"."""
    if first.wish.days is None or second.wish.days is None:
        return False
    before = [each.form for each in lexemes[first.end : second.begin]]
    behind = [each.form for each in lexemes[second.end : second.end + _NEAR]]
    said = [form for form in behind if form in _BETTER]
    as_good = any(each.kind in (Kind.OR, Kind.AND) for each in lexemes[first.end : second.begin])
    compared = "als" in behind or "than" in behind or "als" in before or "than" in before
    better = len(said) > 1 and said[0] in _BEING and said[-1] not in _BEING
    return not as_good and not compared and (better or "prefer" in before)


def _corrects(first: Found, second: Found, lexemes: Lexemes) -> bool:
    gap = [
        lexeme.kind
        for lexeme in lexemes[first.end : second.begin]
        if lexeme.kind is not Kind.WORD or lexeme.form not in _OFFERS
    ]
    return Kind.CORRECTION in gap and all(kind in _BETWEEN for kind in gap)


def _declines(first: Found, second: Found, lexemes: Lexemes) -> bool:
    """Reads "Mittwoch? Nee, da kann ich nicht. Freitag?"."""
    gap = [each for each in lexemes[first.end : second.begin] if each.kind is not Kind.PUNCTUATION]
    said = [each for each in gap if each.kind not in (Kind.STOP, Kind.COMMA)]
    denied = bool(said) and said[0].kind is Kind.CORRECTION and said[0].form in DENIALS
    return denied and any(each.kind is Kind.NOT for each in said)

"""Appointments that are moved: "von Montag auf Dienstag", "move it from Monday to Tuesday"."""

from __future__ import annotations

from itertools import pairwise

from language.dates.lexemes import Kind, Lexemes
from language.dates.wishes import Found

_VERBS = frozenset(
    "verschieben verschiebe verschiebt verschoben verlegen verlege verlegt vorverlegen umlegen"
    " umbuchen umgebucht schieben vorziehen tauschen wechseln aendern move moved moving reschedule"
    " rescheduled rescheduling change changed changing shift shifted switch switched swap postpone"
    " postponed push bring".split()
)
_SENTENCE = 16
_NEAR = 3
_LITTLE = (Kind.GLUE, Kind.AT)


def is_moved(lexemes: Lexemes, at: int) -> bool:
    """Whether a verb of moving stands in the sentence before or behind `at`."""
    begin = at
    while begin and at - begin < _SENTENCE and lexemes[begin - 1].kind is not Kind.STOP:
        begin -= 1
    for lexeme in lexemes[begin : at + _SENTENCE]:
        if lexeme.form in _VERBS:
            return True
        if lexeme.kind is Kind.END:
            break
    return False


def _swaps(lexemes: Lexemes, second: Found) -> bool:
    """Whether "for" or "gegen" leads the day that is taken in exchange."""
    lead = lexemes[second.begin]
    return second.wish.days is not None and (lead.kind is Kind.FOR or lead.form == "gegen")


def _moves_it(lexemes: Lexemes, first: Found, second: Found) -> bool:
    """Whether a sentence of its own moves it: "I'm in on Friday, could we push it to Monday"."""
    near = lexemes[first.end : second.begin] + lexemes[second.end : second.end + _NEAR]
    return any(each.form in _VERBS for each in near)


def leave_old(found: list[Found], lexemes: Lexemes) -> None:
    """Refuses the time an appointment is moved away from."""
    for first, second in pairwise(found):
        gap = lexemes[first.end : second.begin]
        if not gap and lexemes[second.begin].kind not in (Kind.FOR, Kind.AT):
            continue
        onto = [each for each in gap if each.kind not in _LITTLE]
        swapped = not gap and _swaps(lexemes, second)
        if swapped and is_moved(lexemes, first.end):
            first.wish.negated = True
        closed = any(each.kind in (Kind.STOP, Kind.COMMA) for each in onto)
        closed = closed and not _moves_it(lexemes, first, second)
        if not onto or closed or first.wish.part == "night":
            continue
        german = onto[-1].form == "auf"
        to = german or onto[-1].kind is Kind.TO
        away = german and len(onto) == 1 and lexemes[first.begin].kind is Kind.FROM
        if to and (away or is_moved(lexemes, first.end)):
            first.wish.negated = True
            if second.wish.days is None and first.wish.days and first.wish.clocked:
                second.wish.days = first.wish.days

"""Dates that are told, not wished: "I moved last week, is there something on Thursday?"."""

from __future__ import annotations

import re

from language.dates.lexemes import Kind, Lexemes
from language.dates.wishes import Found

_ENDS = (Kind.COMMA, Kind.STOP, Kind.PUNCTUATION, Kind.BUT, Kind.DASH, Kind.END)
_LINKS = frozenset("because weil since da denn so deshalb darum daher and und".split())
# What began, ended or happened on a day.
_TELLING = frozenset(
    "war waren hatte hatten were had beginnt begann starts started begins began endet endete"
    " ends ended expires expired expiring gueltig ablaeuft abgelaufen moved arrived lost got"
    " received married born bought zog kam stolen".split()
)
_HAVING = frozenset("bin habe hab wurde".split())
_PARTICIPLE = re.compile(
    r"(?:ab|an|auf|aus|ein|her|hin|um|weg|zu)?ge[a-z]{2,}(?:t|en)|(?:be|ver|er|ent)[a-z]{3,}(?:t|en)"
)


def leave_told(found: list[Found], lexemes: Lexemes, language: str) -> None:
    """Refuses the days of a clause that tells something, where another clause names days."""
    told = [_is_told(lexemes, each, language) for each in found]
    wished = [
        each for each, is_told in zip(found, told, strict=True) if each.wish.days and not is_told
    ]
    for each, is_told in zip(found, told, strict=True):
        others = any(not other.wish.negated for other in wished)
        each.wish.negated |= is_told and others and each.wish.bound is not Kind.SINCE


def _is_told(lexemes: Lexemes, found: Found, language: str) -> bool:
    begin, end = found.begin, found.end
    while begin and not _parts(lexemes, begin - 1):
        begin -= 1
    while not _parts(lexemes, end):
        end += 1
    forms = [lexeme.form for lexeme in lexemes[begin : found.begin] + lexemes[found.end : end]]
    if _TELLING & set(forms) or (language == "en" and "was" in forms):
        return True
    if forms[-1:] == ["vor"] and _HAVING & set(forms):  # "Mittwoch hab ich was vor"
        return True
    if "laeuft" in forms and "ab" in [lexeme.form for lexeme in lexemes[begin:end]]:
        return True
    return bool(_HAVING & set(forms)) and any(map(_PARTICIPLE.fullmatch, forms))


def _parts(lexemes: Lexemes, at: int) -> bool:
    """Whether another clause begins or ends at ``at``."""
    return lexemes[at].kind in _ENDS or lexemes[at].form in _LINKS

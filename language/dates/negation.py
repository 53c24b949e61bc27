"""Which date expressions a sentence rules out: "Montag geht nicht", "not Monday"."""

from __future__ import annotations

from language.dates.lexemes import Kind, Lexemes

_CLAUSE_ENDS = (Kind.COMMA, Kind.STOP, Kind.BUT, Kind.OR, Kind.PUNCTUATION)
_STEPS_BEHIND = 9
_STEPS_BEFORE = 6
_QUESTIONS = frozenset(
    "kann koennte koennten koennen geht ginge waere gibt hat haetten haben darf can't can could"
    " couldn't is isn't will do does".replace("'", " ' ").split()
)


def is_negated(lexemes: Lexemes, begin: int, end: int, next_begin: int) -> bool:
    """Whether a negation speaks about the lexemes `begin` to `end`.

    `next_begin` is where the next date expression starts: what stands behind that is not
    about this one.
    """
    return _before(lexemes, begin) or _behind(lexemes, end, next_begin)


def _behind(lexemes: Lexemes, end: int, next_begin: int) -> bool:
    for at in range(end, min(next_begin, end + _STEPS_BEHIND)):
        kind = lexemes[at].kind
        denied = kind is Kind.CORRECTION and at == end and lexemes[at].form in DENIALS
        denied |= _no(lexemes, at)
        if kind is Kind.NOT or denied:  # "Montag nein, Dienstag ja"
            asked = not denied and _polite_question(lexemes, at)
            return _refuses(lexemes, at, next_begin) and not asked
        if kind in _CLAUSE_ENDS or kind in (Kind.NOT_AS_QUESTION, Kind.END):
            return False
    return False


def _refuses(lexemes: Lexemes, at: int, next_begin: int) -> bool:
    """A "nicht" right before the next expression is about that one."""
    between = [lexeme.kind for lexeme in lexemes[at + 1 : next_begin]]
    directly = all(kind is Kind.GLUE for kind in between)
    return not (directly and lexemes[next_begin].kind is not Kind.END)


def _before(lexemes: Lexemes, begin: int) -> bool:
    if lexemes[begin].form in _STARTS_ANEW:
        return False
    if begin and lexemes[begin - 1].form == "no" and lexemes[begin].form.endswith("s"):
        return True  # "no Mondays"
    for at in range(begin - 1, max(-1, begin - 1 - _STEPS_BEFORE), -1):
        kind = lexemes[at].kind
        if kind is Kind.NOT or _no(lexemes, at):
            return not _polite_question(lexemes, at)
        if lexemes[at].form in _STARTS_ANEW:
            return False  # "If Monday doesn't work then Wednesday"
        if kind not in (Kind.GLUE, Kind.FOLLOWER, Kind.AT, Kind.IN, Kind.WORD, Kind.FOR):
            return False
        if kind is Kind.WORD and lexemes[at].form not in _LINKS:
            return False
    return False


def _no(lexemes: Lexemes, at: int) -> bool:
    """The "no" of "no way", which answers nothing."""
    return lexemes[at].form == "no" and lexemes[at + 1].kind in (Kind.WORD, Kind.COUNTED)


def _polite_question(lexemes: Lexemes, at: int) -> bool:
    """A polite question: "Kann ich nicht am Montag kommen?" asks for Monday."""
    stops = (lexeme.form for lexeme in lexemes[at:] if lexeme.kind is Kind.STOP)
    start = at
    while start and lexemes[start - 1].kind not in (Kind.STOP, Kind.COMMA):
        start -= 1
    plain = lexemes[at].form in _PLAIN  # "statt" and "except" rule out in a question, too.
    return plain and next(stops, "") == "?" and lexemes[start].form in _QUESTIONS


_PLAIN = ("nicht", "nich", "net", "nit", "not", "impossible", "unmoeglich")
_STARTS_ANEW = ("then", "dann", "sondern")
DENIALS = ("nein", "nee", "noe", "no")
_LINKS = frozenset(
    "come make manage do attend meet get anything kommen free available need want use".split()
)

"""Lexemes that are read by their neighbours: "five-ish", "oh nine hundred", "tues aft"."""

from __future__ import annotations

from language.dates.lexemes import Kind, Lexeme, Lexemes

_CLIPPED = {"aft": "afternoon", "eve": "evening"}
_DAYS = (
    Kind.WEEKDAY, Kind.SHORT_WEEKDAY, Kind.DAY, Kind.DATE, Kind.SPECIFIER, Kind.MONTH,
    Kind.ORDINAL,
)  # fmt: skip
_CLOCKS = (Kind.NUMBER, Kind.TIME, Kind.DOTTED)
_HYPHENED = (Kind.HALF, Kind.QUARTER, Kind.PAST, Kind.TO)
_CALLS = ("drop", "come", "stop", "swing", "pop", "pass", "call", "dropping", "coming", "stopping")
_LEADS = (Kind.AT, Kind.AFTER, Kind.BEFORE, Kind.BETWEEN, Kind.DAY, Kind.FROM)
_NOUGHTS = ("oh", "zero")


def clipped_part(lexeme: Lexeme, before: Lexemes) -> Lexeme:
    """The part of day that "aft" and "eve" are beside a day; else they are a stern and a name."""
    part = _CLIPPED.get(lexeme.form)
    beside = bool(before) and before[-1].kind in _DAYS
    return lexeme._replace(kind=Kind.PART, name=part) if part and beside else lexeme


def particle(lexeme: Lexeme, before: Lexemes, behind: Lexeme | None) -> Lexeme:
    """The "by" of "drop by at ten" is no deadline; that of "come by 10" may be one."""
    calls = lexeme.form == "by" and bool(before) and before[-1].form in _CALLS
    calls = calls and behind is not None and (behind.kind in _LEADS or behind.form == "on")
    return lexeme._replace(kind=Kind.WORD) if calls else lexeme


def approximate(lexeme: Lexeme, before: Lexemes) -> bool:
    """Takes the hyphens out of "half-five-ish"; whether "-ish" itself says nothing more."""
    if len(before) < 2 or before[-1].kind is not Kind.DASH or before[-1].finish != lexeme.begin:
        return bool(before) and lexeme.form == "ish" and before[-1].kind not in _CLOCKS
    if before[-2].finish != before[-1].begin:
        return False
    if lexeme.form == "ish":
        before.pop()
        return before[-1].kind not in _CLOCKS
    if before[-2].kind in _HYPHENED and lexeme.kind in (Kind.NUMBER, *_HYPHENED):
        before.pop()
    return False


def spoken_hundreds(lexeme: Lexeme, before: Lexemes) -> bool:
    """Makes one number of "thirteen hundred", "oh nine", "a hundred and fifty"."""
    if lexeme.kind is not Kind.NUMBER or lexeme.name != "word" or not before:
        return False
    last = before[-1]
    if lexeme.form == "hundred" and last.kind is Kind.NUMBER and last.name != "digits":
        if not 0 < last.value < 100:
            return False
        name = "padded" if last.name == "padded" else "word"
        before[-1] = last._replace(
            value=last.value * 100, finish=lexeme.finish, name=name, form="hundred"
        )
        return True
    if last.kind is Kind.AND and len(before) > 1 and before[-2].form == "hundred":
        ranged = len(before) > 2 and before[-3].kind is Kind.BETWEEN
        if before[-2].kind is Kind.NUMBER and lexeme.value < 100 and not ranged:
            before.pop()
            before[-1] = before[-1]._replace(
                value=before[-1].value + lexeme.value, finish=lexeme.finish, form=""
            )
            return True
    counted = len(before) > 1 and before[-2].kind in (Kind.NUMBER, Kind.NOTHING)
    if last.form in _NOUGHTS and 0 < lexeme.value < 10 and not counted:
        before[-1] = lexeme._replace(begin=last.begin, name="padded")
        return True
    return False

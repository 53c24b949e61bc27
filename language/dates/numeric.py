"""Dates and times written in digits: "3.12.2026", "2026-12-03", "03/12", "14:30"."""

from __future__ import annotations

import re

from language.dates.lexemes import Kind, Lexeme

_YEAR = r"(?:(?:\s?(19\d\d|2[01]\d\d))|(\d\d))?(?![\d:])"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DOTTED_DATE = re.compile(r"(\d{1,2})\. ?(\d{1,2})\." + _YEAR)
_OTHER_DATE = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d(?!\d))(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?![\d])(?!\.\d)")
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?(?![\d:])")
_COMMA_TIME = re.compile(r"(\d{1,2}),(\d\d)(?=\s*uhr\b)", re.IGNORECASE)
_RAIL = re.compile(r"(\d{1,2})h(\d\d)(?!\w)")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)+")
_ORDINAL = re.compile(
    r"(\d{1,2})(?:(?:st|nd|rd|th|te|ter|ten|tes|tem)(?!\w)|\.(?=,))", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")
_LONGEST_NUMBER = 4


def read_numeric(text: str, position: int) -> Lexeme:
    """The widest numeric form that starts at a digit of `text`; NOTHING if it says no date."""
    return (
        _full_date(text, position)
        or _clock(text, position)
        or _short_date(text, position)
        or _plain(text, position)
    )


def _full_date(text: str, position: int) -> Lexeme | None:
    if iso := _ISO.match(text, position):
        year, month, day = map(int, iso.groups())
        return _date(position, iso.end(), year, month, day)
    if other := _OTHER_DATE.match(text, position):
        day, month, year = int(other[1]), int(other[3]), int(other[4])
        if month > 12 >= day and other[2] == "/":
            day, month = month, day
        if len(other[4]) == 4 or other[2] == "/":
            return _date(position, other.end(), _century(year), month, day)
    if dotted := _DOTTED_DATE.match(text, position):
        day, month = int(dotted[1]), int(dotted[2])
        year = _century(int(dotted[3] or dotted[4] or 0)) if dotted[3] or dotted[4] else 0
        if year:
            return _date(position, dotted.end(), year, month, day)
        if " " not in dotted[0]:
            finish = dotted.end()
            return Lexeme(Kind.DOTTED, position, finish, name="closed", numbers=(day, month))
        return _date(position, dotted.end(), 0, month, day) if month <= 12 else None
    return None


def _clock(text: str, position: int) -> Lexeme | None:
    found = (
        _TIME.match(text, position)
        or _RAIL.match(text, position)
        or _COMMA_TIME.match(text, position)
    )
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return Lexeme(Kind.NOTHING, position, found.end())
    name = "fixed" if hour > 12 or found[1].startswith("0") else ""
    return Lexeme(Kind.TIME, position, found.end(), name=name, numbers=(hour, minute))


def _short_date(text: str, position: int) -> Lexeme | None:
    if slashed := _SLASHED.match(text, position):
        day, month = int(slashed[1]), int(slashed[2])
        if month > 12 >= day:
            day, month = month, day
        if len(slashed[0]) > 3 and slashed[0] != "24/7" and month <= 12:
            return _date(position, slashed.end(), 0, month, day)
    elif dotted := _DOTTED.match(text, position):
        fixed = "fixed" if dotted[1].startswith("0") or int(dotted[1]) > 12 else ""
        numbers = (int(dotted[1]), int(dotted[2]))
        name = fixed if len(dotted[2]) == 2 else "short"
        return Lexeme(Kind.DOTTED, position, dotted.end(), name=name, numbers=numbers)
    return None


def _plain(text: str, position: int) -> Lexeme:
    if decimal := _DECIMAL.match(text, position):
        return Lexeme(Kind.NOTHING, position, decimal.end())
    if ordinal := _ORDINAL.match(text, position):
        return Lexeme(Kind.ORDINAL, position, ordinal.end(), int(ordinal[1]), "suffix")
    number = _NUMBER.match(text, position)
    if number is None or len(number[0]) > _LONGEST_NUMBER:
        return Lexeme(Kind.NOTHING, position, number.end() if number else position + 1)
    name = "padded" if number[0].startswith("0") and len(number[0]) == 2 else "digits"
    return Lexeme(Kind.NUMBER, position, number.end(), int(number[0]), name)


def _date(begin: int, finish: int, year: int, month: int, day: int) -> Lexeme:
    return Lexeme(Kind.DATE, begin, finish, numbers=(year, month, day))


def _century(year: int) -> int:
    return year if year >= 100 else 2000 + year

"""Years beside a date: "2027", "twenty twenty-seven", "nächsten Jahres"."""

from __future__ import annotations

from datetime import date

from language.dates.lexemes import Kind, Lexeme, Lexemes

_OF = frozenset(
    "aus von fuer of in from for im jahr year jahre jahren years bis to and und between"
    " zwischen".split()
)
YEARS = range(1900, 2200)
_CLOCK_WORDS = (Kind.UHR, Kind.AM, Kind.PM, Kind.COUNTED, Kind.UNIT, Kind.TIME)


def read_year(today: date, lexemes: Lexemes, at: int) -> tuple[int, int]:
    """A year at `at` or behind a comma or "of": (year or 0, index behind it)."""
    start = at + (lexemes[at].kind in (Kind.COMMA, Kind.GLUE))
    lexeme, rest = lexemes[start], lexemes[start + 1]
    if lexeme.kind is Kind.SPECIFIER and rest.kind is Kind.UNIT and rest.name == "year":
        return today.year + lexeme.value, start + 2
    if lexemes[at].kind is Kind.GLUE or lexeme.kind is not Kind.NUMBER:
        return 0, at
    if 1900 <= lexeme.value <= 2199 and rest.kind not in _CLOCK_WORDS:
        return lexeme.value, start + 1
    pair = lexeme.name == "word" and lexeme.value == 20
    if pair and rest.kind is Kind.NUMBER and rest.name == "word" and 20 <= rest.value <= 99:
        return 2000 + rest.value, start + 2
    return 0, at


def is_year(lexeme: Lexeme) -> bool:
    """Whether a year is said, alone or in a date of digits."""
    number = lexeme.kind is Kind.NUMBER and lexeme.value in YEARS
    return number or (lexeme.kind is Kind.DATE and lexeme.numbers[0] > 0)


def read_year_of_records(lexemes: Lexemes, at: int) -> tuple[int, int] | None:
    """The year of "figures for 2024", "Zahlen aus 2024": (year, index behind it)."""
    lexeme, before = lexemes[at], lexemes[at - 1]
    last = lexemes[at + 1].kind in (Kind.END, Kind.STOP)  # "How many came 2024?"
    joined = at > 0 and (before.form in _OF or before.kind in (Kind.DASH, Kind.UNTIL) or last)
    if lexeme.name != "digits" or not 1900 <= lexeme.value <= 2199 or not joined:
        return None
    return None if lexemes[at + 1].kind in _CLOCK_WORDS else (lexeme.value, at + 1)

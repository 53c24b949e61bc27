"""Date expressions in running text."""

from __future__ import annotations

from datetime import date, datetime

from language.dates.combine import combine
from language.dates.durations import CITY
from language.dates.intervals import DateMatch, Interval
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.lexer import lex
from language.dates.moves import is_moved
from language.dates.reading import read_wish
from language.dates.records import asks_records, look_back
from language.dates.resolve import resolve
from language.dates.spans import Shape
from language.dates.told import leave_told
from language.dates.wishes import Found

_MOST_CHARACTERS = 2000
_CORRECTED = 4
_CORRECTING = (Kind.CORRECTION, Kind.COMMA, Kind.DASH)
_SILENT = frozenset(
    (
        Kind.WORD, Kind.STOP, Kind.COMMA, Kind.PUNCTUATION, Kind.NOTHING, Kind.FOLLOWER,
        Kind.COUNTED, Kind.NOT, Kind.AND, Kind.OR, Kind.BUT, Kind.END, Kind.CORRECTION,
    )
)  # fmt: skip


def find_dates(text: str, language: str, reference: datetime) -> list[DateMatch]:
    """All date expressions of `text` in order, never overlapping.

    `reference` is the time now, in Berlin if it is naive; `language` is "de" or "en", with any
    other both are tried. Only the first 2,000 characters are read.
    """
    if language in ("de", "en"):
        return _find(text[:_MOST_CHARACTERS], Context(_naive(reference), language))
    found = [find_dates(text, each, reference) for each in ("de", "en")]
    return max(found, key=lambda matches: sum(match.finish - match.begin for match in matches))


def parse_date(text: str, language: str, reference: datetime) -> Interval | None:
    """The one wish in `text`: the first expression that is not negated."""
    matches = find_dates(text, language, reference)
    return next((match.interval for match in matches if not match.negated), None)


def _naive(reference: datetime) -> datetime:
    local = reference.astimezone(CITY) if reference.tzinfo else reference
    return local.replace(tzinfo=None, second=0, microsecond=0)


def _find(text: str, context: Context) -> list[DateMatch]:
    lexemes = lex(text, context.language)
    context = context._replace(records=asks_records(text))
    matches = []
    found = _wishes(lexemes, context)
    if not context.records:
        leave_told(found, lexemes, context.language)
    for wish in combine(found, lexemes):
        if context.records:
            look_back(wish, lexemes, context.today)
        try:
            meaning = resolve(wish, context)
        except (OverflowError, ValueError):
            continue  # The calendar of Python ends with the years 1 and 9999.
        if meaning:
            interval, daily = meaning
            said = text[wish.begin : wish.finish]
            matches.append(DateMatch(interval, wish.begin, wish.finish, said, daily, wish.negated))
    return matches


def _wishes(lexemes: Lexemes, context: Context) -> list[Found]:
    found: list[Found] = []
    at = _behind_greeting(lexemes)
    while lexemes[at].kind is not Kind.END:
        read = None
        if lexemes[at].kind not in _SILENT:
            try:
                read = read_wish(lexemes, at, context, _continues(found, at, lexemes))
            except (OverflowError, ValueError):
                read = None
        torn = read and found and read[0].begin < found[-1].wish.finish
        if read is None or torn:  # Torn: one word that says two things, used up before.
            at += 1
            continue
        found.append(Found(read[0], at, read[1]))
        context = context._replace(named=_last_day(found))
        at = read[1]
    return found


def _last_day(found: list[Found]) -> date | None:
    days = found[-1].wish.days if found else None
    return days.last if days and days.shape is not Shape.IMPOSSIBLE else None


def _continues(found: list[Found], at: int, lexemes: Lexemes) -> bool:
    """Whether a number at `at` is one more time: the 11 of "um 10 oder 11"."""
    last = found[-1] if found else None
    if last is None:
        return False
    near = lexemes[at].kind is Kind.NUMBER and at - last.end <= _CORRECTED
    between = lexemes[last.end : at] if near else []
    gap = [lexeme.kind for lexeme in between if lexeme.form not in ("make", "it")]
    if Kind.CORRECTION in gap and all(kind in _CORRECTING for kind in gap):
        return last.wish.clocked
    if last.end != at - 1:
        return False
    before, behind = lexemes[at - 1].kind, lexemes[at + 1].kind
    listed = before is Kind.OR or (before is Kind.COMMA and behind in (Kind.COMMA, Kind.OR))
    moved = before is Kind.TO or lexemes[at - 1].form == "auf"
    listed = listed or (moved and is_moved(lexemes, at))
    dated = last.wish.days is not None and last.wish.days.shape in (Shape.DATE, Shape.NUMBER)
    suffixed = lexemes[at].kind is Kind.ORDINAL
    return listed and (suffixed if dated and not last.wish.clocked else last.wish.clocked)


def _behind_greeting(lexemes: Lexemes) -> int:
    """1 where the text opens with "Morgen, ich …" or "Morning!", else 0."""
    greets = lexemes[0].kind in (Kind.MORGEN, Kind.PART)
    parted = lexemes[1].kind in (Kind.COMMA, Kind.STOP)
    return int(greets and parted and lexemes[2].kind in (Kind.WORD, Kind.FOLLOWER))

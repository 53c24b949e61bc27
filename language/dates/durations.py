"""Lengths of time: "in drei Tagen", "in half an hour", "two weeks from now", "vor drei Tagen"."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from language.dates.almanac import add_months
from language.dates.lexemes import Context, Kind, Lexemes
from language.dates.spans import Days, Shape

CITY = ZoneInfo("Europe/Berlin")
_ELAPSED = ZoneInfo("UTC")
_MINUTES = {
    "minute": 1, "quarter_hour": 15, "half_hour": 30, "three_quarter_hour": 45, "hour": 60,
    "hour_and_a_half": 90, "two_and_a_half_hours": 150,
}  # fmt: skip
_DAYS = {
    "day": 1, "week": 7, "fortnight": 14, "week_and_a_half": 10, "two_and_a_half_weeks": 17,
    "month_and_a_half": 15,
}  # fmt: skip
_MONTHS = {
    "month": 1, "year": 12, "quarter_year": 3, "half_year": 6, "year_and_a_half": 18,
    "month_and_a_half": 1,
}  # fmt: skip
_MOST = 9999
_MOST_WORDS = 2
_CLOSING = (Kind.END, Kind.STOP, Kind.COMMA)


class Length(NamedTuple):
    """A length in elapsed minutes, or in days or months of the calendar."""

    minutes: int = 0
    days: int = 0
    months: int = 0


def read_length(lexemes: Lexemes, at: int, context: Context) -> tuple[Length, int] | None:
    """Reads "drei Tage", "a week", "half an hour"; "acht Tage" is a week in German."""
    for _ in range(_MOST_WORDS):  # "in etwa drei Wochen", "in about an hour"
        at += lexemes[at].kind is Kind.AT
    number = lexemes[at]
    compound = number.kind is Kind.UNIT and "_" in number.name
    if number.kind is not Kind.NUMBER and not compound:
        return None
    count = 1 if compound else number.value
    unit_at = at if compound else at + 1
    unit = lexemes[unit_at]
    if unit.kind is not Kind.UNIT or count > _MOST:
        return None
    if unit.name == "day" and count == 8 and context.language == "de":
        count = 7
    length = Length(
        count * _MINUTES.get(unit.name, 0),
        count * _DAYS.get(unit.name, 0),
        count * _MONTHS.get(unit.name, 0),
    )
    return length, unit_at + 1


def elapsed(reference: datetime, minutes: int) -> datetime:
    """The wall-clock time `minutes` of real time after `reference`, across clock changes."""
    start = reference.replace(tzinfo=CITY).astimezone(_ELAPSED)
    return (start + timedelta(minutes=minutes)).astimezone(CITY).replace(tzinfo=None)


def shifted(length: Length, context: Context, direction: int = 1) -> Days | None:
    """The day a calendar length away from today; None for hours and minutes."""
    if length.minutes:
        return None
    try:
        day = add_months(context.today, length.months * direction)
        day += timedelta(length.days * direction)
    except (OverflowError, ValueError):
        return None
    return Days(day, day, Shape.SHIFT, (day - context.today).days)


def read_distance(lexemes: Lexemes, at: int, context: Context) -> tuple[Length, int, int] | None:
    """A length that points away from now: (length, index behind it, +1 later or −1 earlier)."""
    kind = lexemes[at].kind
    if kind in (Kind.IN, Kind.BEFORE):
        found = read_length(lexemes, at + 1, context)
        ago = kind is Kind.BEFORE and context.language == "de"
        if found is None or (kind is Kind.BEFORE and not ago):
            return None
        return found[0], found[1], -1 if ago else 1
    if kind is Kind.AFTER:  # "after five days"
        found = read_length(lexemes, at + 1, context)
        return (*found, 1) if found and lexemes[found[1]].kind in _CLOSING else None
    found = read_length(lexemes, at, context)
    if found is None or lexemes[found[1]].kind not in (Kind.HENCE, Kind.AGO):
        return None
    return found[0], found[1] + 1, 1 if lexemes[found[1]].kind is Kind.HENCE else -1

"""Dates, times, money and lists as people read them, in German and English."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency

_LOCALES = {"de": "de_DE", "en": "en_GB"}
_SPAN_WORDS = {"de": {"from": "ab", "to": "bis"}, "en": {"from": "from", "to": "to"}}


def write_day(day: date, language: str) -> str:
    """Written as "Dienstag, 1. Dezember 2026" / "Tuesday, 1 December 2026"."""
    pattern = "EEEE, d. MMMM y" if language == "de" else "EEEE, d MMMM y"
    return format_date(day, pattern, locale=_LOCALES[language])


def write_day_short(day: date, language: str) -> str:
    """Written as "Di., 1.12." / "Tue, 1 Dec"."""
    pattern = "EEE, d.M." if language == "de" else "EEE, d MMM"
    return format_date(day, pattern, locale=_LOCALES[language])


def write_time(moment: time | datetime, language: str) -> str:
    """Written as "9:05 Uhr" / "9:05"."""
    clock = f"{moment.hour}:{moment.minute:02d}"
    return f"{clock} Uhr" if language == "de" else clock


def write_moment(moment: datetime, language: str) -> str:
    """Written as "Dienstag, 1. Dezember 2026, 9:05 Uhr" / "Tuesday, 1 December 2026, 9:05"."""
    return f"{write_day(moment, language)}, {write_time(moment, language)}"


def write_money(cents: int, language: str) -> str:
    """Written as "46,00 €" / "€46.00"."""
    return format_currency(Decimal(cents) / 100, "EUR", locale=_LOCALES[language])


def write_list(items: Sequence[str], language: str, *, either: bool = False) -> str:
    """Written as "a, b und c" / "a, b and c"; ``either``: "a, b oder c" / "a, b or c"."""
    return format_list(list(items), style="or" if either else "standard", locale=_LOCALES[language])


def write_span(start: datetime, end: datetime | None, language: str) -> str:
    """A span of days or hours; ``end`` is included, None leaves it open.

    Written as "Dienstag, 1. Dezember 2026", "1. bis 7. Dezember 2026" (from day to day),
    "Dienstag, 1. Dezember 2026, 14:00–18:00 Uhr" or "ab Dienstag, 1. Dezember 2026".
    """
    words = _SPAN_WORDS[language]
    if end is None:
        return f"{words['from']} {write_day(start, language)}"
    if start == end:
        return write_moment(start, language)
    whole = start.time() == time.min and end.time() >= time(23, 59)
    if start.date() == end.date():
        day = write_day(start, language)
        return day if whole else f"{day}, {write_hours(start.time(), end.time(), language)}"
    return f"{write_day(start, language)} {words['to']} {write_day(end, language)}"


def write_hours(start: time, end: time, language: str) -> str:
    """Written as "14:00–18:00 Uhr" / "14:00–18:00"; open to the end of the day, "ab 15:00 Uhr"."""
    if end >= time(23, 59):
        return f"{_SPAN_WORDS[language]['from']} {write_time(start, language)}"
    return f"{start.hour}:{start.minute:02d}–{write_time(end, language)}"

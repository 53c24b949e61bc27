"""Dates, times, money and lists as people read them, in German and English."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency

_LOCALES = {"de": "de_DE", "en": "en_GB"}


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

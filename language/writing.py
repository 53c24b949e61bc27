"""Dates, times, numbers, money and lists as people read them, formatted by Babel's locales."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

import phonenumbers
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

LOCALES = {"de": "de_DE", "en": "en_GB"}
_SPAN_WORDS = {"de": {"from": "ab", "to": "bis"}, "en": {"from": "from", "to": "to"}}


def write_day(day: date, language: str) -> str:
    """Written as "Dienstag, 1. Dezember 2026" / "Tuesday, 1 December 2026"."""
    pattern = "EEEE, d. MMMM y" if language == "de" else "EEEE, d MMMM y"
    return format_date(day, pattern, locale=LOCALES[language])


def write_day_short(day: date, language: str) -> str:
    """Written as "Di., 1.12." / "Tue, 1 Dec"."""
    pattern = "EEE, d.M." if language == "de" else "EEE, d MMM"
    return format_date(day, pattern, locale=LOCALES[language])


def write_time(moment: time | datetime, language: str) -> str:
    """Written as "9:05 Uhr" / "9:05"."""
    pattern = "H:mm 'Uhr'" if language == "de" else "H:mm"
    return str(format_time(moment, pattern, locale=LOCALES[language]))


def write_moment(moment: datetime, language: str) -> str:
    """Written as "Dienstag, 1. Dezember 2026, 9:05 Uhr" / "Tuesday, 1 December 2026, 9:05"."""
    return f"{write_day(moment, language)}, {write_time(moment, language)}"


def write_money(cents: int, language: str) -> str:
    """Written as "46,00 €" / "€46.00"."""
    return format_currency(Decimal(cents) / 100, "EUR", locale=LOCALES[language])


def write_number(number: int | float | Decimal, language: str) -> str:
    """Written as "1.234,5" / "1,234.5"; three decimals at most."""
    return str(format_decimal(number, locale=LOCALES[language]))


def write_share(share: float, language: str) -> str:
    """A share between 0 and 1, written as "12,5 %" / "12.5%"; one decimal at most."""
    pattern = "#,##0.#\xa0%" if language == "de" else "#,##0.#%"
    return str(format_percent(share, pattern, locale=LOCALES[language]))


def write_phone(phone: str) -> str:
    """A number as stored, grouped: "0203 283000", "+44 20 7946 0958"; else as it is."""
    try:
        number = phonenumbers.parse(phone, "DE")
    except phonenumbers.NumberParseException:
        return phone
    abroad = phone.startswith(("+", "00"))
    style = phonenumbers.PhoneNumberFormat
    form = style.INTERNATIONAL if abroad else style.NATIONAL
    return str(phonenumbers.format_number(number, form))


def write_list(items: Sequence[str], language: str, *, either: bool = False) -> str:
    """Written as "a, b und c" / "a, b and c"; ``either``: "a, b oder c" / "a, b or c"."""
    return format_list(list(items), style="or" if either else "standard", locale=LOCALES[language])


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

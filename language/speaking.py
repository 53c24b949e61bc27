"""Dates, times, money, codes and contacts written out for the ear, in German and English.

What a voice reads as digits and signs, callers do not catch; everything comes in words, with
commas where a speaker would pause. ``language`` is "de" or "en".
"""

import re
from datetime import date, datetime, time

import phonenumbers
from babel.dates import format_date

from language.numbers import number_words, ordinal_words
from language.vocabulary import load
from language.writing import LOCALES

_DIGITS_IN_A_BREATH = 3
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
_POSTCODE = re.compile(r"\b\d{5}\b")
_REGION = "DE"


def speak_day(day: date, language: str, *, with_year: bool = False) -> str:
    """Spoken as "Dienstag, der erste Dezember" / "Tuesday, the first of December"."""
    weekday = format_date(day, "EEEE", locale=LOCALES[language])
    month = format_date(day, "MMMM", locale=LOCALES[language])
    ordinal = ordinal_words(day.day, language)
    year = f" {speak_year(day.year, language)}" if with_year else ""
    if language == "de":
        return f"{weekday}, der {ordinal} {month}{year}"
    return f"{weekday}, the {ordinal} of {month}{year}"


def speak_year(year: int, language: str) -> str:
    """Spoken as "neunzehnhundertachtzig" / "nineteen eighty", "twenty twenty-six"."""
    century, rest = divmod(year, 100)
    if language == "de":
        if 11 <= century <= 19:
            below = number_words(rest, "de") if rest else ""
            return f"{number_words(century, 'de')}hundert{below}"
        return number_words(year, "de")
    if not 11 <= century <= 99 or rest < 10:
        return number_words(year, "en")
    return f"{number_words(century, 'en')} {number_words(rest, 'en')}"


def speak_time(moment: time | datetime, language: str) -> str:
    """Spoken as "neun Uhr fünf" / "nine oh five a.m."."""
    hour, minute = moment.hour, moment.minute
    if language == "de":
        hours = "ein" if hour == 1 else number_words(hour, "de")
        return f"{hours} Uhr" + (f" {number_words(minute, 'de')}" if minute else "")
    if (hour, minute) in ((0, 0), (12, 0)):
        return "midnight" if hour == 0 else "twelve noon"
    hours = number_words((hour - 1) % 12 + 1, "en")
    minutes = (
        f" oh {number_words(minute, 'en')}" if minute < 10 else f" {number_words(minute, 'en')}"
    )
    return f"{hours}{minutes if minute else ''} {'a.m.' if hour < 12 else 'p.m.'}"


def speak_moment(moment: datetime, language: str) -> str:
    """Spoken as "Dienstag, der erste Dezember, um neun Uhr fünf" / "Tuesday, …, at …"."""
    at = "um" if language == "de" else "at"
    return f"{speak_day(moment, language)}, {at} {speak_time(moment, language)}"


def speak_money(cents: int, language: str) -> str:
    """Spoken as "siebenundzwanzig Euro sechzig" / "twenty-seven euros sixty"; 0 or more."""
    euros, rest = divmod(cents, 100)
    if language == "de":
        small = "ein Cent" if rest == 1 else f"{number_words(rest, 'de')} Cent"
        large = "ein Euro" if euros == 1 else f"{number_words(euros, 'de')} Euro"
    else:
        small = "one cent" if rest == 1 else f"{number_words(rest, 'en')} cents"
        large = "one euro" if euros == 1 else f"{number_words(euros, 'en')} euros"
    if euros == 0 and rest:
        return small
    behind = number_words(rest, language) if rest >= 10 else small
    return f"{large} {behind}" if rest else large


def speak_digits(digits: str, language: str) -> str:
    """Digit by digit, with pauses: "0203" → "null zwo null drei"."""
    groups = [
        digits[at : at + _DIGITS_IN_A_BREATH]
        for at in range(0, len(digits), _DIGITS_IN_A_BREATH)
        if digits
    ]
    if len(digits) <= _DIGITS_IN_A_BREATH + 2:
        groups = [digits]
    return ", ".join(" ".join(_digit(d, language) for d in group) for group in groups)


def _digit(digit: str, language: str) -> str:
    # "Zwei" and "drei" sound alike on the telephone.
    return "zwo" if (digit, language) == ("2", "de") else number_words(int(digit), language)


def speak_phone(phone: str, language: str) -> str:
    """A number as stored ("02032830", "+49203…"): "null zwo null drei, zwo acht drei, …"."""
    plus = "plus " if phone.startswith("+") else ""
    groups = _NUMBER.findall(_grouped(phone))
    return plus + ", ".join(speak_digits(group, language) for group in groups)


def _grouped(phone: str) -> str:
    try:
        number = phonenumbers.parse(phone, _REGION)
    except phonenumbers.NumberParseException:
        return phone
    style = phonenumbers.PhoneNumberFormat
    form = style.INTERNATIONAL if phone.startswith("+") else style.NATIONAL
    written = phonenumbers.format_number(number, form)
    same = re.sub(r"\D", "", written) == re.sub(r"\D", "", phone)
    return written if same else phone


def speak_code(code: str, language: str) -> str:
    """A booking code: "K wie Köln, sieben, … Bindestrich, …" / "K as in Kilo, seven, …"."""
    said = load("speaking")
    letters, signs, as_in = said["letters"][language], said["signs"][language], said["as_in"]
    parts = []
    for char in code.upper():
        if char in letters:
            parts.append(f"{char} {as_in[language]} {letters[char]}")
        elif char.isdecimal() and char.isascii():
            parts.append(_digit(char, language))
        else:
            parts.append(signs.get(char, char))
    return ", ".join(parts)


def speak_email(address: str, language: str) -> str:
    """An address: "anna Punkt schmidt acht fünf ät web Punkt de" / "anna dot schmidt …"."""
    signs = load("speaking")["signs"][language]
    pieces = re.findall(r"[^\W\d_]+|\d|[^\w\s]|_", address)
    return " ".join(_piece(piece, signs, language) for piece in pieces)


def _piece(piece: str, signs: dict[str, str], language: str) -> str:
    if piece.isdecimal() and piece.isascii():
        return number_words(int(piece), language)
    return signs.get(piece, piece)


def speak_address(address: str, language: str) -> str:
    """Numbers of a postal address in words, the postcode digit by digit."""
    to = "bis" if language == "de" else "to"
    address = _POSTCODE.sub(lambda found: speak_digits(found[0], language), address)
    address = _RANGE.sub(rf"\1 {to} \2", address)
    return _NUMBER.sub(lambda found: _small(found[0], language), address)


def _small(digits: str, language: str) -> str:
    return (
        number_words(int(digits), language) if len(digits) <= 4 else speak_digits(digits, language)
    )

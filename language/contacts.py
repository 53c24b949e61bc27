"""E-mail addresses, telephone numbers and booking codes as people type them."""

import re
from collections.abc import Iterator

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_PHONE = re.compile(r"(?<![\w@.])(?:\+|00)?\d[\d\s/().-]{4,20}\d(?![\w@])")
_DATE_LIKE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[.:]\d{2}")
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE = re.compile(r"(?<![\w@.-])([0-9A-Za-z]{4})[\s-]?([0-9A-Za-z]{4})(?![\w@-])")


def find_emails(text: str) -> Iterator[re.Match[str]]:
    """Every e-mail address in ``text``."""
    return EMAIL.finditer(text)


def find_phones(text: str) -> Iterator[re.Match[str]]:
    """Every telephone number in ``text``: 6 to 15 digits (ITU-T E.164), groups allowed."""
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        begins_like_a_phone = match.group().startswith(("+", "0"))
        if not 6 <= len(digits) <= 15 or _DATE_LIKE.match(match.group()):
            continue
        if begins_like_a_phone or match.group().isdigit():
            yield match


def normalise_phone(text: str) -> str:
    """``text`` as digits with an optional leading plus: "0203 / 283-0" → "02032830"."""
    digits = re.sub(r"\D", "", text)
    return f"+{digits}" if text.strip().startswith("+") else digits


def find_codes(text: str) -> Iterator[tuple[str, int, int]]:
    """Booking codes in ``text`` as (normalised "K7MP-3WQX", start, end).

    A code has eight characters out of :data:`CODE_ALPHABET`. Two plain words of
    four letters look alike, so one digit at least or the hyphen is asked for.
    """
    for match in _CODE.finditer(text):
        code = f"{match.group(1)}{match.group(2)}".upper()
        if code.isdigit() or any(char not in CODE_ALPHABET for char in code):
            continue
        if any(char.isdigit() for char in code) or "-" in match.group():
            yield f"{code[:4]}-{code[4:]}", match.start(), match.end()

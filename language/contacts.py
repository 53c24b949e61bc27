"""E-mail addresses, telephone numbers and booking codes as people type and say them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

from language.dictation import find_said, find_spoken_emails, put_right, read_pieces
from language.evidence import is_word
from language.name_words import words_of
from language.sensitive import plain_digits, sensitive_in

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_PHONE = re.compile(r"(?<![\w@.])(?:\+|00|\((?=0))?\d[\d\s/().–-]{4,24}\d(?![\w@])")
_TRUNK_ZERO = re.compile(r"\(\s?0\s?\)")
_DATE_LIKE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[.:]\d{2}")
_REGION = "DE"
# Numbers of Duisburg are given without it, too.
_AREA_CODE = "0203"
_FEWEST_DIGITS, _MOST_DIGITS = 6, 15
# The numbering plan has shorter ones for the offices of companies only.
_FEWEST_DIALLED = 7
_CODE_LENGTH = 8
_CORRECTED = re.compile(
    r"[\s,.;–-]*(?:(?:äh+m*|ach|oh|halt|moment|nein|nee|no|sorry|quatsch|falsch|wrong|stopp?|pardon"
    r"|entschuldigung|korrektur|correction|vielmehr|besser|beziehungsweise|actually|wait|i mean"
    r"|ich meine|ich meinte|make that|i meant|rather|scratch that|doch|lieber)[\s,.;–-]+)+",
    re.IGNORECASE,
)
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_WORDS = frozenset(
    "step free self next back east west fast care test base tax data meet made part".split()
)
_CODE = re.compile(r"(?<![\w@.–-])([0-9A-Za-z]{4})[\s–‑—−-]?([0-9A-Za-z]{4})(?![\w@–-])")


def find_emails(text: str) -> Iterator[re.Match[str]]:
    """Every e-mail address in ``text``."""
    return EMAIL.finditer(text)


def find_phones(text: str) -> Iterator[re.Match[str]]:
    """Every telephone number in ``text`` that there can be, groups allowed."""
    return (match for match in find_numbers(text) if is_phone(_number(match)))


def find_numbers(text: str) -> Iterator[re.Match[str]]:
    """What is written like a telephone number, though it may be none: 6 to 15 digits."""
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        begins_like_a_phone = match.group().startswith(("+", "0", "(0"))
        if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS or _DATE_LIKE.match(match.group()):
            continue
        if begins_like_a_phone or match.group().isdigit():
            yield match


def is_phone(number: str) -> bool:
    """Whether the normalised ``number`` can be called from Germany.

    A German one must fit its area or mobile code by the numbering plan (libphonenumber), one
    from abroad have a length its country uses. Without a code it is read as one of Duisburg.
    """
    if number.startswith(("+", "0")):
        return _is_dialled(number)
    return _is_dialled(number) or _is_dialled(_AREA_CODE + number)


def _is_dialled(number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, _REGION)
    except phonenumbers.NumberParseException:
        return False
    if parsed.country_code == phonenumbers.country_code_for_region(_REGION):
        digits = phonenumbers.national_significant_number(parsed)
        return len(digits) >= _FEWEST_DIALLED and phonenumbers.is_valid_number(parsed)
    return phonenumbers.is_possible_number(parsed)


def normalise_phone(text: str) -> str:
    """``text`` as digits with an optional leading plus: "0203 / 283-0" → "02032830".

    The zero in brackets of "+49 (0)203" is not dialled from abroad.
    """
    is_international = text.strip().startswith(("+", "00"))
    digits = re.sub(r"\D", "", _TRUNK_ZERO.sub("", text) if is_international else text)
    return f"+{digits}" if text.strip().startswith("+") else digits


def find_codes(text: str) -> Iterator[tuple[str, int, int]]:
    """Booking codes in ``text`` as (normalised "K7MP-3WQX", start, end).

    A code has eight characters out of :data:`CODE_ALPHABET`. Two plain words of
    four letters look alike, so one digit at least or the hyphen is asked for.
    """
    at = 0
    while match := _CODE.search(text, at):
        at = match.end()
        code = f"{match.group(1)}{match.group(2)}".upper()
        if " " in match.group() and any(map(_is_plain, match.groups())):
            at = match.end(1)
            continue
        if code.isdigit() or any(char not in CODE_ALPHABET for char in code):
            continue
        parts = {match.group(1).lower(), match.group(2).lower()}
        words_apart = parts & _WORDS or parts <= words_of("first_names")
        if any(char.isdigit() for char in code) or ("-" in match.group() and not words_apart):
            yield f"{code[:4]}-{code[4:]}", match.start(), match.end()


def _is_plain(part: str) -> bool:
    """Whether half a code is but a word beside the other: "dann 92QB"."""
    return part.isalpha() and not part.isupper() and is_word(part.lower())


@dataclass(frozen=True)
class ContactMatch:
    """``kind`` is iban, card, email, code, phone or invalid_phone (written or said like one, but no
    number there can be); ``value`` as stored, the first two masked.
    """

    kind: str
    value: str
    start: int
    end: int


def find_contacts(text: str, language: str) -> list[ContactMatch]:
    """All of them, typed or said piece by piece; where two overlap, the surer one."""
    text = plain_digits(text)
    pieces = read_pieces(text, language)
    meant = put_right(pieces)
    said = find_said(meant, CODE_ALPHABET, _CODE_LENGTH)
    found: list[ContactMatch] = []
    spoken = list(find_spoken_emails(meant))
    for candidate in (
        *(ContactMatch(m.kind, m.masked, m.start, m.end) for m in sensitive_in(pieces)),
        *(ContactMatch("email", _typed(m), m.start(), m.end()) for m in find_emails(text)),
        *(ContactMatch("email", email.address, email.start, email.end) for email in spoken),
        *(ContactMatch("code", *code) for code in find_codes(text)),
        *(ContactMatch("code", _code(s.chars), s.start, s.end) for s in said if s.kind == "code"),
        *(_phone(s.chars, s.start, s.end) for s in said if s.kind == "phone"),
        *(_phone(_number(m), m.start(), m.end()) for m in find_numbers(text)),
    ):
        if not any(candidate.start < o.end and o.start < candidate.end for o in found):
            found.append(candidate)
    return _without_mistaken(text, found)


def _without_mistaken(text: str, found: list[ContactMatch]) -> list[ContactMatch]:
    """Without what was put right as a whole: "a@example.org, nein, b@example.org"."""
    mistaken = [
        one
        for one in found
        for other in found
        if one.kind == other.kind
        and one.end <= other.start
        and _CORRECTED.fullmatch(text, one.end, other.start)
    ]
    return [match for match in found if match not in mistaken]


def _phone(number: str, start: int, end: int) -> ContactMatch:
    kind = "phone" if is_phone(number) else "invalid_phone"
    return ContactMatch(kind, number, start, end)


def _typed(match: re.Match[str]) -> str:
    return match.group().rstrip(".").lower()


def _number(match: re.Match[str]) -> str:
    return normalise_phone(match.group())


def _code(chars: str) -> str:
    return f"{chars[:4]}-{chars[4:]}"

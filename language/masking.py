"""Personal data out of a message: what is kept to learn from must not tell who wrote it."""

import re

from language.contacts import EMAIL, find_codes, find_contacts, find_phones
from language.name_answers import bare_name, is_possible_name
from language.names import find_name
from language.text import words

_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){2,7}(?: ?[\dA-Z]{1,3})?\b")
# Figures long enough to lead to somebody: accounts, cards, document and house telephone numbers.
_LONG_NUMBER = re.compile(r"\d[\d /.-]{3,}\d|\b(?=[A-Z\d]*\d)(?=[A-Z\d]*[A-Z])[A-Z\d]{6,}\b")
_DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?")
_TITLED = re.compile(
    r"\b(?:herrn?|frau|familie|dr\.|prof\.|mr\.?|mrs\.?|ms\.?|miss)\s+"
    r"(?:(?:dr|prof)\.\s+)?[^\W\d_][\w'’-]+",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b[^\W\d_][\w-]*(?:straße|strasse|str\.|weg|allee|platz|gasse|ring|damm|ufer|street|road)"
    r"\s+\d{1,4}(?:\s?[a-z])?\b",
    re.IGNORECASE,
)
_LONGEST_NAME_ALONE = 3


def masked(text: str) -> str:
    """``text`` with addresses, numbers, codes and names replaced by their kind, "[email]"."""
    text = _IBAN.sub("[account]", EMAIL.sub("[email]", _without_said(text)))
    for code, start, end in reversed(list(find_codes(text))):
        text = text[:start] + "[code]" + text[end:] if code else text
    for match in reversed(list(find_phones(text))):
        text = text[: match.start()] + "[phone]" + text[match.end() :]
    text = _STREET.sub("[address]", _DATE.sub("[date]", text))
    text = _TITLED.sub("[name]", _LONG_NUMBER.sub("[number]", text))
    name = find_name(text)
    return text[: name.start] + "[name]" + text[name.end :] if name else text


def _without_said(text: str) -> str:
    """``text`` without addresses, numbers and codes, also those said piece by piece."""
    for language in ("de", "en"):
        found = find_contacts(text, language)
        for match in sorted(found, key=lambda match: match.start, reverse=True):
            kind = "account" if match.kind in ("iban", "card") else match.kind
            text = f"{text[: match.start]}[{kind}]{text[match.end :]}"
    return text


def is_name_alone(text: str) -> bool:
    """Whether ``text`` may be nothing but somebody's name."""
    name = bare_name(text)
    short = len(words(text)) <= _LONGEST_NAME_ALONE
    return name is not None and short and is_possible_name(name)

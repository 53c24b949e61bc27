"""An e-mail address or telephone number as somebody states it."""

import re
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"[+0-9][0-9 ()/.-]{2,39}")
_LONGEST = 254
_REGION = "DE"


class Kind(StrEnum):
    """How a contact is written to."""

    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True)
class Contact:
    """A contact; `key` is the same for all spellings that surely reach the same person."""

    kind: Kind
    key: str


def contact_of(text: str) -> Contact | None:
    """The contact that a text is, or None when it is none."""
    text = text.strip()
    if len(text) > _LONGEST or not text.isprintable():
        return None
    if _EMAIL.fullmatch(text):
        return Contact(Kind.EMAIL, email_key(text))
    number = _phone_key(text) if _PHONE.fullmatch(text) else None
    return Contact(Kind.PHONE, number) if number else None


def email_key(address: str) -> str:
    """The address with the case of ASCII letters taken away, and nothing else.

    Any wider folding ("ß" to "ss", "ı" to "i") makes one mailbox out of two that can belong to
    two people, and a code sent to one of them would open the appointments of the other.
    """
    return "".join(letter.lower() if letter.isascii() else letter for letter in address.strip())


def _phone_key(text: str) -> str | None:
    try:
        number = phonenumbers.parse(text, _REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

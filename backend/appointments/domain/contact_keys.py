"""Under which key an e-mail address or telephone number counts as the same contact."""

import re
import unicodedata

_COUNTRY = "+49"
_AREA = "203"
_TRUNK_ZERO = re.compile(r"\(\s?0\s?\)")


def email_key(address: str | None) -> str | None:
    """The address without differences of case and form."""
    if address is None or not address.strip():
        return None
    return unicodedata.normalize("NFKC", address).strip().casefold()[:254]


def phone_key(number: str | None) -> str | None:
    """The number as `+` and digits; one without prefix is read as a number in Duisburg."""
    if number is None:
        return None
    text = unicodedata.normalize("NFKC", number).strip()
    abroad = text.startswith(("+", "00"))
    digits = re.sub(r"\D", "", _TRUNK_ZERO.sub("", text) if abroad else text)
    if not digits:
        return None
    if text.startswith("+"):
        return f"+{digits}"[:40]
    if digits.startswith("00"):
        return f"+{digits[2:]}"[:40]
    return f"{_COUNTRY}{digits[1:] if digits.startswith('0') else _AREA + digits}"[:40]

"""Bank accounts and payment cards: recognised only to be refused and never kept."""

import re
from dataclasses import dataclass

from stdnum import luhn

from language.dictation import find_said, read_pieces

_SHOWN = 4
_CARD_LENGTH = 16


@dataclass(frozen=True)
class SensitiveMatch:
    """``kind`` is "iban" or "card"; ``masked`` keeps the country and the last four characters."""

    kind: str
    masked: str
    start: int
    end: int


def sensitive(chars: str) -> tuple[str, str] | None:
    """(kind, masked) of an account or card number without blanks, or None.

    An account is told by its form alone, because a mistyped one is as private; so is a
    card of sixteen digits. Other lengths need a card's check digit.
    """
    if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z\d]{11,30}", chars):
        return "iban", f"{chars[:2]}•• •••• {chars[-_SHOWN:]}"
    is_card = re.fullmatch(r"[3-6]\d{12,18}", chars)
    if is_card and (len(chars) == _CARD_LENGTH or luhn.is_valid(chars)):
        return "card", f"•••• {chars[-_SHOWN:]}"
    return None


def find_sensitive(text: str, language: str = "de") -> list[SensitiveMatch]:
    """Every account and card number in ``text``, typed or said digit by digit."""
    found = []
    for said in find_said(read_pieces(text, language), "", 0):
        known = sensitive(said.chars) if said.kind == "long" else None
        if known:
            found.append(SensitiveMatch(*known, said.start, said.end))
    return found


def mask(text: str, language: str = "de") -> str:
    """``text`` with every account and card number masked, for logs, transcripts and staff."""
    for match in reversed(find_sensitive(text, language)):
        text = text[: match.start] + match.masked + text[match.end :]
    return text

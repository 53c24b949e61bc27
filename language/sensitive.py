"""Bank accounts and payment cards: recognised only to be refused and never kept."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from stdnum import iban, luhn

from language.dictation import find_runs, read_pieces
from language.dictation.pieces import Piece
from language.text import words
from language.vocabulary import load

_SHOWN = 4
_CARD_LENGTH = 16
_AMONG_OTHERS = (15, 16)
_LONGEST_PIECES = 40
_SHORTEST = 13
_HIDDEN = "••••"
_BESIDE_A_CARD = re.compile(
    r"(?<=••••)[\s,;]*(?:(?:gültig|gueltig|valid|exp\w*|bis|until|thru|date)\W{1,3}){0,3}"
    r"\d\d\s?/\s?(?:20)?\d\d\b"
    r"|\b(?:cvc|cvv|cvn|prüfnummer|prüfziffer|kartenprüfnummer|security code)2?\b\D{0,12}\d{3,4}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SensitiveMatch:
    """``kind`` is "iban" or "card"; ``masked`` keeps the country and the last four characters."""

    kind: str
    masked: str
    start: int
    end: int


@dataclass(frozen=True)
class Refused:
    """A message without its account and card numbers; ``alone``: it says nothing else."""

    text: str
    alone: bool


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
    pieces = read_pieces(plain_digits(text), language)
    return list(sensitive_in(pieces))


def sensitive_in(pieces: Sequence[Piece]) -> Iterator[SensitiveMatch]:
    """As :func:`find_sensitive`, on a text that is read into pieces already."""
    for begin, end in find_runs(pieces):
        run = [piece for piece in pieces[begin:end] if piece.chars or piece.sign == "+"]
        at = 0
        while at < len(run):
            found = _from(run, at)
            if found:
                match, at = found
                yield match
            else:
                at += 1


def _from(run: Sequence[Piece], begin: int) -> tuple[SensitiveMatch, int] | None:
    """The longest number that begins with a piece; beside other digits its check digits count."""
    first = run[begin].chars[:1]
    before = run[begin - 1] if begin else None
    if not (first.isalpha() or (first and first in "3456")) or (before and before.sign):
        return None
    alone = before is None or not before.chars[-1].isdigit()
    longest = min(len(run), begin + _LONGEST_PIECES)
    for end in range(longest, begin, -1):
        part = run[begin:end]
        chars = _digits_said("".join(piece.chars for piece in part))
        country = part[0].form.upper()
        if len(country) == 2 and country.isalpha() and iban.is_valid(country + chars[1:]):
            chars = country + chars[1:]  # "de 89 …", where "de" would be the letter D
        if len(chars) < _SHORTEST:
            return None
        known = sensitive(chars)
        if known and ((alone and end == len(run)) or _is_checked(known[0], chars)):
            return SensitiveMatch(*known, part[0].start, part[-1].end), end
    return None


def _digits_said(chars: str) -> str:
    """``chars`` with the zeros that were said "oh"; accounts of most countries have no O."""
    country, rest = (chars[:2], chars[2:]) if chars[:2].isalpha() else ("", chars)
    plain = rest.replace("O", "0")
    return country + plain if plain.isdigit() else chars


def _is_checked(kind: str, chars: str) -> bool:
    if kind == "card":
        return len(chars) in _AMONG_OTHERS and luhn.is_valid(chars)
    return bool(iban.is_valid(chars))


def plain_digits(text: str) -> str:
    """``text`` with the digits of all scripts as 0 to 9, each in its place."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def mask(text: str, language: str = "de") -> str:
    """``text`` with every account and card number masked, for logs, transcripts and staff."""
    for match in reversed(find_sensitive(text, language)):
        text = text[: match.start] + match.masked + text[match.end :]
    return text


def refused(text: str) -> Refused | None:
    """``text`` as it may be kept and worked on, or None where it holds no such number.

    Of the number nothing is left, nor of what is printed beside it on a card, so that none
    of its digits is taken for something else.
    A number may be said in either language, whatever the conversation is in.
    """
    kept = text
    kinds = set()
    for language in ("de", "en"):
        for match in reversed(find_sensitive(kept, language)):
            kinds.add(match.kind)
            kept = kept[: match.start] + _HIDDEN + kept[match.end :]
    if not kinds:
        return None
    if "card" in kinds:
        kept = _BESIDE_A_CARD.sub(f" {_HIDDEN}", kept)
    said = {word.form for word in words(kept)}
    return Refused(kept, alone=said <= _around())


@cache
def _around() -> frozenset[str]:
    """Words that stand around such a number and wish for nothing."""
    vocabulary = load("words")
    return frozenset(vocabulary["fillers"]) | frozenset(vocabulary["account_words"])

"""The shore-power stations Leinpfad 1 to 6, as skippers name them."""

import re
from dataclasses import dataclass

from language.numbers import parse_number, parse_ordinal
from language.text import Folded, fold_in_place

STATIONS = range(1, 7)
_THING = (
    r"(?:landstrom)?(?:saeule|station|anschluss|steckdose|box)|ladesaeule|stromsaeule|ladepunkt"
    r"|liegeplatz|liegeplaetze|leinpfad|pillar|pedestal|shore power (?:station|point|outlet)|berth"
    r"|power (?:point|station|outlet|post)|charging (?:post|point|station)|outlet|mooring"
)
_NUMBER = r"(?:nummer |nr\.? ?|number |no\.? ?|#)?(\d{1,2}|[a-z]{2,9})"
_AFTER = re.compile(rf"\b(?<!service.)(?<!buerger.)(?:{_THING})s? ?{_NUMBER}\b")
_BEFORE = re.compile(
    rf"\b(\d{{1,2}}\.|[a-z]{{4,9}}|\d(?:st|nd|rd|th)) (?:{_THING})\b"
    r"|\b(?:nummer|nr\.?|number) ?(\d{1,2}|[a-z]{3,6}) (?:am|vom|an dem|at|on) (?:the )?leinpfad\b"
)


@dataclass(frozen=True)
class StationMatch:
    """A station by its number, 1 to 6; character offsets."""

    number: int
    start: int
    end: int


def find_station(text: str) -> StationMatch | None:
    """The station named in ``text`` ("Säule drei am Leinpfad"), or None."""
    folded = fold_in_place(text)
    for match in _AFTER.finditer(folded.text):
        number = _cardinal(match[1])
        if number in STATIONS:
            return _match(number, match, folded)
    for match in _BEFORE.finditer(folded.text):
        number = _cardinal(match[2]) if match[2] else _ordinal(match[1])
        if number in STATIONS:
            return _match(number, match, folded)
    return None


def _cardinal(said: str) -> int | None:
    if said in {"ein", "eine", "einen", "einem", "einer", "a"}:
        return None
    return parse_number(said, "de") or parse_number(said, "en")


def _ordinal(said: str) -> int | None:
    return parse_ordinal(said, "de") or parse_ordinal(said, "en")


def _match(number: int | None, match: re.Match[str], folded: Folded) -> StationMatch:
    return StationMatch(int(number or 0), *folded.place(match.start(), match.end()))

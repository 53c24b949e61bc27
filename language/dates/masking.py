"""Parts of a text that hold digits or date words but never a date."""

from __future__ import annotations

import re
from collections.abc import Callable

from language.dates.proper_names import name_spans
from language.stations import find_station

_ALWAYS = re.compile(
    r"""
    \b\d+(?:[.,]\d+)?\s?kW\b |                              # power, not a week
    \S+@\S+ | https?://\S+ | www\.\S+                         # addresses
    | (?<!\d)(?:\+|00)\d[\d\s/().-]{5,24}\d                   # +49 203 283-0
    | (?<![\d.:/-])0\d{2,4}\s?[/-]\s?\d[\d\s-]{2,14}\d        # 0203/283-0
    | (?<![\d.:/-])0\d{2,4}\s\d{3,}(?:[\s-]\d+)*(?![\d.:])    # 0203 283000
    """,
    re.VERBOSE,
)
_MIXED = re.compile(r"(?<![\w.])(?=[^\W\d_-]*-?\d|\w*\d)\w+(?:-\w+)*(?!\w)")
_MEASURED = re.compile(
    r"\s*(?:[:.]\d|uhr\b|h\b|[ap]\.?\s?m\b|o['’]?\s?clock|ish\b|-ish\b|(?:hour|hr|min|day|night|week"
    r"|month|stunde|tag|woche|monat|nächte)\w*)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d")
_SUFFIXES = frozenset(
    (
        "am",
        "pm",
        "h",
        "uhr",
        "st",
        "nd",
        "rd",
        "th",
        "te",
        "ten",
        "ter",
        "tes",
        "tem",
        "kw",
        "t",
        "ish",
        "um",
        "gegen",
        "moro",
        "morrow",
        "nite",
        "hrs",
    )
)
_WORDS = frozenset(("um", "gegen"))
_MOST_GROUPS = 3


def mask(text: str, known: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Spans of names, addresses, phone numbers and codes, in order.

    A word of letters and digits ("K7MP-3WQX") is a code unless its letters are date words
    (`known`) or suffixes ("3pm", "KW49").
    """
    spans = name_spans(text) + _station(text)
    if not _DIGITS.search(text) and "@" not in text and "/" not in text:
        return sorted(spans)
    spans += [found.span() for found in _ALWAYS.finditer(text)]
    for found in _MIXED.finditer(text):
        groups = _LETTERS.findall(found[0])
        allowed = all(_is_suffix(group) or known(group) for group in groups)
        if groups and (not allowed or len(groups) > _MOST_GROUPS):
            spans.append(found.span())
    return sorted(spans)


def _station(text: str) -> list[tuple[int, int]]:
    """Where a shore-power station is named, unless its number is rather a time or a length."""
    station = find_station(text)
    if station is None or _MEASURED.match(text, station.end):
        return []
    return [(station.start, station.end)]


def _is_suffix(letters: str) -> bool:
    """Tell "um12", a time, from "UM12", which may be a code."""
    small = letters.lower()
    return small in _SUFFIXES and not (small in _WORDS and letters == letters.upper())

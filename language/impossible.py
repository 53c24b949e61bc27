"""Days and clock times that no calendar has: "31. Februar", "25 Uhr", "February 30"."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.text import Folded, fold_in_place

_MONTHS = {
    "jan": 1, "feb": 2, "maer": 3, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_NAME = (
    r"(jan|feb|maer|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)"
    r"(?:uar|ruar|uary|ruary|z|ch|il|i|y|e|ust|t|tember|ober|ember)?\b\.?"
)
_YEAR = r"(?: ?((?:19|20)\d\d))?"
_DAYS = [
    re.compile(rf"(?<![\d.,])(\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:of |im )?{_NAME}{_YEAR}"),
    re.compile(rf"\b{_NAME} ([0-3]?\d)(?:st|nd|rd|th)?\b(?![.:]\d){_YEAR}"),
    re.compile(rf"(?<![\d.,])(\d{{1,2}})\.(\d{{1,2}})\.{_YEAR}(?!\d)"),
    re.compile(r"\b(?:am|zum|on the) (\d{2})(?:\.|st|nd|rd|th)(?! ?\d| uhr)"),
]
_CLOCKS = [
    re.compile(r"(?<![\d.,:])(\d{1,2})(?:[:.](\d{2}))? ?uhr\b"),
    re.compile(r"(?<![\d.,:-])(\d{1,2}):(\d{2})(?![\d:])"),
]


@dataclass(frozen=True)
class ImpossibleTime:
    """What was said, as it was written; ``kind`` is "day" or "clock"; character offsets."""

    kind: str
    said: str
    start: int
    end: int


def find_impossible(text: str) -> ImpossibleTime | None:
    """The first day or clock time in ``text`` that cannot be, or None.

    29 February is possible unless a year is named that is no leap year.
    """
    folded = fold_in_place(text)
    found = sorted([*_no_days(folded), *_no_clocks(folded)])
    if not found:
        return None
    start, end, kind = found[0]
    start, end = folded.place(start, end)
    return ImpossibleTime(kind, text[start:end].strip(), start, end)


def _no_days(folded: Folded) -> Iterator[tuple[int, int, str]]:
    for pattern in _DAYS:
        for match in pattern.finditer(folded.text):
            said = [group for group in match.groups() if group]
            names = [_MONTHS[part] for part in said if part in _MONTHS]
            numbers = [int(part) for part in said if part.isdigit()]
            year = next((number for number in numbers if number > 99), None)
            day, *rest = [number for number in numbers if number <= 99]
            month = next(iter([*names, *rest]), None)
            if not _is_day(day, month, year):
                yield match.start(), match.end(), "day"


def _is_day(day: int, month: int | None, year: int | None) -> bool:
    if month is None:
        return 1 <= day <= 31
    if not 1 <= month <= 12:
        return False
    leap_year = 2000
    return 1 <= day <= calendar.monthrange(year or leap_year, month)[1]


def _no_clocks(folded: Folded) -> Iterator[tuple[int, int, str]]:
    for pattern in _CLOCKS:
        for match in pattern.finditer(folded.text):
            hour, minute = int(match.group(1)), int(match.group(2) or 0)
            if hour > 24 or minute > 59 or (hour == 24 and minute):
                yield match.start(), match.end(), "clock"

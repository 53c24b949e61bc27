"""What a date expression means: an interval on the wall clock of Duisburg."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

OPEN_END = datetime(9999, 12, 31, 23, 59)
"""The end of an interval that has none ("ab Montag", "as soon as possible")."""

DAY_START = time(0, 0)
DAY_END = time(23, 59)


@dataclass(frozen=True)
class Interval:
    """A span of naive Europe/Berlin wall-clock time in whole minutes, both ends included.

    An exact time has `start == end`; a day runs from 00:00 to 23:59.
    """

    start: datetime
    end: datetime


@dataclass(frozen=True)
class DateMatch:
    """A date expression found in a text: its meaning and its place.

    `begin` and `finish` count characters of the text; `daily` are bounds that hold on each
    day of a longer interval ("nächste Woche nachmittags"); `negated` marks what the person
    cannot or does not want ("Montag geht nicht").
    """

    interval: Interval
    begin: int
    finish: int
    text: str
    daily: tuple[time, time] | None = None
    negated: bool = False


def whole_days(first: date, last: date) -> Interval:
    """From 00:00 of the first day to 23:59 of the last."""
    return Interval(datetime.combine(first, DAY_START), datetime.combine(last, DAY_END))

"""When offices are open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from backend.appointments.domain.names import Bilingual
from backend.appointments.domain.ticks import MINUTES, between, index_from

_DAYS_LOOKED_AHEAD = 30


@dataclass(frozen=True)
class OpenRange:
    """Open from `start` until before `end`."""

    start: time
    end: time


WeeklyHours = tuple[tuple[OpenRange, ...], ...]
"""Ranges per weekday, Monday first, ascending."""

Closures = Callable[[date], Bilingual | None]
"""Why all offices are closed on a day, or None."""


@dataclass(frozen=True)
class Closing:
    """An office is shut from `start` until before `until`, Europe/Berlin wall clock."""

    start: datetime
    until: datetime
    reason: Bilingual | None = None


Closings = tuple[Closing, ...]


@lru_cache(maxsize=4096)
def open_mask(ranges: tuple[OpenRange, ...]) -> int:
    """Day mask of the ticks that lie wholly inside the ranges."""
    mask = 0
    for part in ranges:
        mask |= between(index_from(part.start), (part.end.hour * 60 + part.end.minute) // MINUTES)
    return mask


def ranges_on(
    hours: WeeklyHours, closures: Closures, day: date, closings: Closings = ()
) -> tuple[OpenRange, ...]:
    """Opening ranges of one day, without what is shut; none on a day when all is closed."""
    if closures(day):
        return ()
    ranges = hours[day.weekday()]
    for closing in closings:
        if closing.start.date() <= day <= closing.until.date():
            ranges = _without(ranges, *_part_of(closing, day))
    return ranges


def why_closed(
    hours: WeeklyHours, closures: Closures, day: date, closings: Closings = ()
) -> Bilingual | None:
    """The reason why a day that would be open is wholly closed, when there is one to tell."""
    if holiday := closures(day):
        return holiday
    if not hours[day.weekday()] or ranges_on(hours, closures, day, closings):
        return None
    return next((each.reason for each in closings if each.reason and _touches(each, day)), None)


def is_open(hours: WeeklyHours, closures: Closures, now: datetime, closings: Closings = ()) -> bool:
    """Whether it is open at a moment."""
    ranges = ranges_on(hours, closures, now.date(), closings)
    return any(r.start <= now.time() < r.end for r in ranges)


def next_opening(
    hours: WeeklyHours, closures: Closures, now: datetime, closings: Closings = ()
) -> datetime | None:
    """When it opens next after a moment; None if not within a month."""
    for ahead in range(_DAYS_LOOKED_AHEAD):
        day = now.date() + timedelta(days=ahead)
        for part in ranges_on(hours, closures, day, closings):
            opening = datetime.combine(day, part.start)
            if opening > now:
                return opening
    return None


def _touches(closing: Closing, day: date) -> bool:
    start, until = _part_of(closing, day)
    return start < until


def _part_of(closing: Closing, day: date) -> tuple[time, time]:
    """What of a closing lies on a day; equal times when nothing does."""
    if not closing.start.date() <= day <= closing.until.date():
        return time(0), time(0)
    start = closing.start.time() if closing.start.date() == day else time(0)
    until = closing.until.time() if closing.until.date() == day else time.max
    return start, until


def _without(ranges: tuple[OpenRange, ...], start: time, until: time) -> tuple[OpenRange, ...]:
    if start >= until:
        return ranges
    left = []
    for part in ranges:
        pieces = (part.start, min(part.end, start)), (max(part.start, until), part.end)
        left += [OpenRange(low, high) for low, high in pieces if low < high]
    return tuple(left)

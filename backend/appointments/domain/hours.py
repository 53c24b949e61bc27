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


@lru_cache(maxsize=1024)
def open_mask(ranges: tuple[OpenRange, ...]) -> int:
    """Day mask of the ticks that lie wholly inside the ranges."""
    mask = 0
    for part in ranges:
        mask |= between(index_from(part.start), (part.end.hour * 60 + part.end.minute) // MINUTES)
    return mask


def ranges_on(hours: WeeklyHours, closures: Closures, day: date) -> tuple[OpenRange, ...]:
    """Opening ranges of one day; none on a closure."""
    return () if closures(day) else hours[day.weekday()]


def is_open(hours: WeeklyHours, closures: Closures, now: datetime) -> bool:
    """Whether it is open at a moment."""
    return any(r.start <= now.time() < r.end for r in ranges_on(hours, closures, now.date()))


def next_opening(hours: WeeklyHours, closures: Closures, now: datetime) -> datetime | None:
    """When it opens next after a moment; None if not within a month."""
    for ahead in range(_DAYS_LOOKED_AHEAD):
        day = now.date() + timedelta(days=ahead)
        for part in ranges_on(hours, closures, day):
            opening = datetime.combine(day, part.start)
            if opening > now:
                return opening
    return None

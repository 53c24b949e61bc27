"""Time in ticks of five minutes, and sets of ticks of a day as bit masks.

A tick is counted from `EPOCH` on the wall clock. Offices are closed when clocks change, so the
wall clock is unambiguous for them. Bit `i` of a day mask is the i-th tick of that day.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

MINUTES = 5
DAY_TICKS = 24 * 60 // MINUTES
FULL_DAY = (1 << DAY_TICKS) - 1

# Occupied ticks leave the database as words of this many bits; divides DAY_TICKS.
WORD = 48

EPOCH = datetime(2000, 1, 1)
_STEP = timedelta(minutes=MINUTES)


def tick_of(moment: datetime) -> int:
    """The tick that contains a moment."""
    return (moment - EPOCH) // _STEP


def moment_of(tick: int) -> datetime:
    """The moment at which a tick begins."""
    return EPOCH + tick * _STEP


def first_tick(day: date) -> int:
    """The tick at midnight."""
    return (day - EPOCH.date()).days * DAY_TICKS


def ticks_needed(minutes: int) -> int:
    """Consecutive ticks that an appointment of this length occupies."""
    return -(-minutes // MINUTES)


def index_from(moment: time) -> int:
    """Index in the day of the first tick that begins at or after a time."""
    minutes = moment.hour * 60 + moment.minute
    started = moment.second > 0 or moment.microsecond > 0
    return -(-(minutes + started) // MINUTES)


def between(first: int, end: int) -> int:
    """Day mask of the ticks `first ≤ i < end`."""
    return ((1 << end) - 1) & ~((1 << first) - 1) if end > first else 0


def starts_of(free: int, needed: int) -> int:
    """Day mask of the ticks at which `needed` consecutive free ticks begin."""
    have = 1
    while have < needed and free:
        step = min(have, needed - have)
        free &= free >> step
        have += step
    return free


def indices(mask: int) -> Iterator[int]:
    """Indices of the set bits, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low

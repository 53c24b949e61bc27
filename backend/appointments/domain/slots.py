"""Which starts are free."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import Closures
from backend.appointments.domain.ticks import DAY_TICKS, MINUTES, WORD, first_tick, starts_of
from backend.appointments.domain.window import Window

Busy = Mapping[tuple[int, int], int]
"""Occupied ticks: (counter id, tick // WORD) → bits of the ticks in that word."""

NOTHING_BUSY: Busy = {}
_WORDS_A_DAY = DAY_TICKS // WORD


@dataclass(frozen=True)
class Slot:
    """An appointment that could be made."""

    office: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class FreeDay:
    """Free starts of one office on one day, as a day mask."""

    day: date
    office: str
    starts: int


def busy_mask(busy: Busy, counter: int, day: date) -> int:
    """Day mask of the occupied ticks of a counter."""
    first_word = first_tick(day) // WORD
    mask = 0
    for i in range(_WORDS_A_DAY):
        mask |= busy.get((counter, first_word + i), 0) << (i * WORD)
    return mask


def without(busy: Busy, places: Collection[tuple[int, int]]) -> Busy:
    """The same with some (counter id, tick) free."""
    left = dict(busy)
    for counter, tick in places:
        word = (counter, tick // WORD)
        left[word] = left.get(word, 0) & ~(1 << tick % WORD)
    return left


def free_days(
    offices: Iterable[Office],
    needed: int,
    window: Window,
    days: range,
    closures: Closures,
    busy: Busy,
) -> list[FreeDay]:
    """Free starts for `needed` ticks on one counter, by day and then in order of the offices."""
    places = tuple(offices)
    found = []
    for ordinal in days:
        day = date.fromordinal(ordinal)
        allowed = window.allowed(day)
        if not allowed:
            continue
        for office in places:
            opened = office.opened(closures, day)
            starts = starts_of(opened, needed) & allowed
            if starts:
                starts &= free_at_any(office, opened, needed, day, busy)
            if starts:
                found.append(FreeDay(day, office.key, starts))
    return found


def free_at_any(office: Office, opened: int, needed: int, day: date, busy: Busy) -> int:
    """Day mask of the starts at which one of its counters has `needed` free ticks."""
    starts = 0
    for counter in office.counters:
        free = office.opened_at(counter, opened, day) & ~busy_mask(busy, counter, day)
        starts |= starts_of(free, needed)
    return starts


def counters_by_fit(
    office: Office, start_index: int, needed: int, opened: int, day: date, busy: Busy
) -> list[int]:
    """Counters that are free for the ticks, the one with the smallest leftover gap first."""
    fits: list[tuple[int, int]] = []
    for counter in office.counters:
        free = office.opened_at(counter, opened, day) & ~busy_mask(busy, counter, day)
        if starts_of(free, needed) >> start_index & 1:
            fits.append((_gap_around(free, start_index, needed), counter))
    return [counter for _, counter in sorted(fits)]


def _gap_around(free: int, start: int, needed: int) -> int:
    gap = 0
    before, after = start - 1, start + needed
    while before >= 0 and free >> before & 1:
        gap, before = gap + 1, before - 1
    while free >> after & 1:
        gap, after = gap + 1, after + 1
    return gap


def slot_at(free: FreeDay, index: int, needed: int) -> Slot:
    """The slot that begins at the index-th tick of the day."""
    midnight = datetime(free.day.year, free.day.month, free.day.day)
    start = midnight + timedelta(minutes=index * MINUTES)
    return Slot(free.office, start, start + timedelta(minutes=needed * MINUTES))

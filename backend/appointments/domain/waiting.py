"""Who on the waiting list gets which free slot."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from backend.appointments.domain.appointment import Appointment
from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import Closures
from backend.appointments.domain.slots import (
    Busy,
    FreeDay,
    Slot,
    counters_by_fit,
    free_at_any,
    slot_at,
)
from backend.appointments.domain.ticks import (
    FULL_DAY,
    WORD,
    between,
    first_tick,
    starts_of,
    tick_of,
    ticks_needed,
)
from backend.appointments.domain.window import Window

Refused = tuple[str, date]
"""An office and a day on which somebody has declined or missed an offer."""


@dataclass(frozen=True)
class Preference:
    """When and where somebody would rather come; wall clock.

    Without `start` from now on, without `until` before the appointment they have; the rest as in
    `Window`.
    """

    offices: tuple[str, ...]
    start: datetime | None = None
    until: datetime | None = None
    daily_from: time = time(0)
    daily_until: time = time.max


@dataclass(frozen=True)
class Entry:
    """A place on the waiting list; lower ids joined earlier. `appointment` is the one they have."""

    id: int
    appointment: Appointment
    preference: Preference
    joined_at: datetime


@dataclass(frozen=True)
class Bounds:
    """What can be offered now; see `Window`."""

    now: datetime
    not_before: datetime
    last_day: date


@dataclass(frozen=True)
class Match:
    """A slot at a counter for somebody."""

    entry: Entry
    slot: Slot
    counter: int

    @property
    def ticks(self) -> range:
        """What it occupies."""
        first = tick_of(self.slot.start)
        return range(first, first + _needed(self.entry))


def window_of(entry: Entry, bounds: Bounds) -> Window | None:
    """When an entry's slot may start, or None when no time is left for that."""
    wish = entry.preference
    start = bounds.now if wish.start is None else wish.start
    until = entry.appointment.start if wish.until is None else wish.until
    if start > until or (wish.until is None and start == until):
        return None
    return Window(
        start, until, bounds.not_before, bounds.last_day, wish.daily_from, wish.daily_until
    )


def match(
    queue: Iterable[Entry],
    offices: Mapping[str, Office],
    closures: Closures,
    busy: Busy,
    bounds: Bounds,
    refused: Mapping[int, Collection[Refused]],
) -> list[Match]:
    """The earliest suitable slot for each in line, first come first served.

    Nobody gets a slot that suits somebody before them who went away empty-handed, nobody one at
    the time they have, nor one at an office and on a day they have refused before.
    """
    free = _Free(offices, closures, busy)
    found = []
    for entry in queue:
        got = _first_fit(entry, free, bounds, refused.get(entry.id, ()))
        if got is not None:
            free.take(got)
            found.append(got)
    return found


def _first_fit(
    entry: Entry, free: "_Free", bounds: Bounds, refused: Collection[Refused]
) -> Match | None:
    window = window_of(entry, bounds)
    for ordinal in window.days if window else ():
        day = date.fromordinal(ordinal)
        allowed = window.allowed(day) & ~_own(entry, day) if window else 0
        starts = {
            key: free.starts(key, entry, day) & allowed
            for key in entry.preference.offices
            if allowed and (key, day) not in refused
        }
        # The lowest bit is the earliest start; of several offices the one named first.
        lows = [(mask & -mask, key) for key, mask in starts.items() if mask]
        if lows:
            low, key = min(lows, key=lambda each: each[0])
            return free.at(key, entry, day, low.bit_length() - 1)
    return None


def _own(entry: Entry, day: date) -> int:
    """Starts on a day at which a slot would overlap the appointment they have."""
    first = tick_of(entry.appointment.start) - first_tick(day)
    needed = _needed(entry)
    return between(max(first - needed + 1, 0), max(first + needed, 0)) & FULL_DAY


def _needed(entry: Entry) -> int:
    return ticks_needed(entry.appointment.minutes)


def _keys(entry: Entry) -> frozenset[str]:
    return frozenset(item.key for item in entry.appointment.services)


class _Free:
    """Free starts that are worked out once for all who want the same."""

    def __init__(self, offices: Mapping[str, Office], closures: Closures, busy: Busy) -> None:
        self._offices = offices
        self._closures = closures
        self._busy = dict(busy)
        self._serving: dict[tuple[str, frozenset[str]], Office | None] = {}
        self._known: dict[Refused, dict[tuple[frozenset[str], int], int]] = {}

    def starts(self, key: str, entry: Entry, day: date) -> int:
        """Day mask of the starts at which an office has time for an entry."""
        keys, needed = _keys(entry), _needed(entry)
        known = self._known.setdefault((key, day), {})
        if (keys, needed) not in known:
            known[keys, needed] = self._starts(self._office(key, keys), needed, day)
        return known[keys, needed]

    def at(self, key: str, entry: Entry, day: date, index: int) -> Match | None:
        """The slot at the counter where it leaves the smallest gap."""
        office = self._office(key, _keys(entry))
        if office is None:
            return None
        needed, opened = _needed(entry), office.opened(self._closures, day)
        counters = counters_by_fit(office, index, needed, opened, day, self._busy)
        slot = slot_at(FreeDay(day, key, 1 << index), index, needed)
        return Match(entry, slot, counters[0]) if counters else None

    def take(self, got: Match) -> None:
        """Let nobody else have it."""
        for tick in got.ticks:
            word = (got.counter, tick // WORD)
            self._busy[word] = self._busy.get(word, 0) | 1 << tick % WORD
        self._known.pop((got.slot.office, got.slot.start.date()), None)

    def _starts(self, office: Office | None, needed: int, day: date) -> int:
        if office is None:
            return 0
        opened = office.opened(self._closures, day)
        if not starts_of(opened, needed):
            return 0
        return free_at_any(office, opened, needed, day, self._busy)

    def _office(self, key: str, keys: frozenset[str]) -> Office | None:
        if (key, keys) not in self._serving:
            office = self._offices.get(key)
            self._serving[key, keys] = office.serving(keys) if office else None
        return self._serving[key, keys]


def ahead_of(entry: Entry, queue: Sequence[Entry]) -> int:
    """How many stand before an entry and wait for one of its offices."""
    wanted = set(entry.preference.offices)
    return sum(
        each.id < entry.id and not wanted.isdisjoint(each.preference.offices) for each in queue
    )

"""Finds free slots, and says why there are none."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from backend.appointments.domain import choice
from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import Closures
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.slots import NOTHING_BUSY, Busy, FreeDay, Slot, free_days, without
from backend.appointments.domain.ticks import first_tick
from backend.appointments.domain.window import OPEN_END, Reason, Window, chunks
from backend.appointments.errors import InvalidWindow
from backend.appointments.repository.occupancy import OccupancyRepository, Place
from backend.appointments.service.reasons import closed_detail, not_offered_detail
from backend.kit.clock import Clock

_LAST_DAYS = 14


@dataclass(frozen=True)
class Found:
    """Answer to a search; `reason`, `detail` and `next` are set when `slots` is empty."""

    slots: Sequence[Slot]
    more: bool = False
    reason: Reason | None = None
    detail: dict[str, Any] | None = None
    next: Sequence[Slot] = field(default=())


class SlotSearch:
    """Free slots of offices as they stand in one request; made anew for each. `own` places count
    as free.
    """

    def __init__(
        self,
        repository: OccupancyRepository,
        clock: Clock,
        rules: Rules,
        closures: Closures,
        own: Collection[Place] = (),
    ) -> None:
        self._repository = repository
        self._clock = clock
        self._rules = rules
        self._closures = closures
        self._own = own
        self._seen: dict[tuple[int, ...], tuple[range, dict[tuple[int, int], int]]] = {}

    def without(self, own: Collection[Place]) -> "SlotSearch":
        """The same for somebody who has these places already."""
        return SlotSearch(self._repository, self._clock, self._rules, self._closures, own)

    def window(
        self,
        start: datetime | None = None,
        until: datetime | None = None,
        daily_from: time = time(0),
        daily_until: time = time.max,
    ) -> Window:
        """A wish for a time, bound by what can be booked now. Raises InvalidWindow."""
        now = self._clock.local()
        until = until or OPEN_END
        start = start or min(now, until)
        if start > until or daily_from > daily_until:
            raise InvalidWindow
        earliest, last = self._rules.earliest(now), self._rules.last_day(now)
        return Window(start, until, earliest, last, daily_from, daily_until)

    def find(
        self,
        offices: Sequence[Office],
        offering: Sequence[Office],
        needed: int,
        window: Window,
        limit: int,
        spread: bool,
    ) -> Found:
        """Slots for `needed` ticks in a window at those of `offices` that are `offering`."""
        serving = {office.key: office for office in offering}
        places = tuple(serving[office.key] for office in offices if office.key in serving)
        if not places:
            elsewhere = self._choose(offering, needed, window, limit, spread)
            elsewhere = elsewhere or self.nearest(offering, needed, window, limit)
            return Found((), False, "not_offered", not_offered_detail(offering), elsewhere)
        free = self._collect(places, needed, window, _enough(limit, spread, window))
        if free:
            slots = (choice.spread_out if spread else choice.earliest)(free, limit, needed)
            return Found(slots, choice.count(free) > len(slots))
        reason, detail = self._why(places, needed, window)
        return Found((), False, reason, detail, self.nearest(places, needed, window, limit))

    def nearest(
        self, offices: Sequence[Office], needed: int, window: Window, limit: int
    ) -> list[Slot]:
        """Free slots around a wish that cannot be met, or the last ones before the horizon."""
        if window.beyond_horizon:
            free = self._collect(offices, needed, window.last_days(_LAST_DAYS), _never)
            return choice.latest(free, limit, needed)
        before: list[Slot] = []
        if window.single_day:
            free = self._collect(offices, needed, window.any_time(), _never)
            same_day = choice.earliest(free, choice.count(free), needed)
            before = [slot for slot in same_day if slot.start < window.start][-1:]
        for candidate in window.alternatives():
            found = self._choose(offices, needed, candidate, limit, not window.exact)
            if found:
                return (before + found)[:limit]
        free = self._collect(offices, needed, window.beforehand(), _never)
        return choice.latest(free, limit, needed)

    def _choose(
        self, offices: Sequence[Office], needed: int, window: Window, limit: int, spread: bool
    ) -> list[Slot]:
        free = self._collect(offices, needed, window, _enough(limit, spread, window))
        return (choice.spread_out if spread else choice.earliest)(free, limit, needed)

    def _collect(
        self,
        offices: Sequence[Office],
        needed: int,
        window: Window,
        enough: Callable[[list[FreeDay]], bool],
    ) -> list[FreeDay]:
        counters = tuple(counter for office in offices for counter in office.counters)
        found: list[FreeDay] = []
        for days in chunks(window.days):
            busy = self._busy(counters, days)
            found += free_days(offices, needed, window, days, self._closures, busy)
            if enough(found):
                break
        return found

    def _busy(self, counters: tuple[int, ...], days: range) -> Busy:
        # One search looks at the same days several times: for slots, then around them. Asking
        # the database costs more than the days it is asked for, so what lies between is read too.
        seen, busy = self._seen.get(counters, (range(0), {}))
        first = min(days.start, seen.start) if seen else days.start
        end = max(days.stop, seen.stop) if seen else days.stop
        missing = [range(first, seen.start), range(seen.stop, end)] if seen else [days]
        for part in missing:
            if part:
                busy |= self._read(counters, part)
        self._seen[counters] = (range(first, end), busy)
        return busy

    def _read(self, counters: tuple[int, ...], days: range) -> dict[tuple[int, int], int]:
        first, end = (first_tick(date.fromordinal(edge)) for edge in (days.start, days.stop))
        busy = self._repository.busy(counters, first, end, self._clock.now())
        ticks, at = range(first, end), frozenset(counters)
        own = [place for place in self._own if place[0] in at and place[1] in ticks]
        return dict(without(busy, own) if own else busy)

    def _why(
        self, offices: Sequence[Office], needed: int, window: Window
    ) -> tuple[Reason, dict[str, Any] | None]:
        if window.past:
            return "past", {"earliest": window.not_before.isoformat(timespec="minutes")}
        if window.beyond_horizon:
            return "beyond_horizon", {"last_date": window.last_day.isoformat()}
        days = window.days
        if free_days(offices, needed, window, days, self._closures, NOTHING_BUSY):
            return "full", None
        return "closed", closed_detail(offices, self._closures, window)


def _never(free: list[FreeDay]) -> bool:
    return False


def _enough(limit: int, spread: bool, window: Window) -> Callable[[list[FreeDay]], bool]:
    days = limit if spread and not window.single_day else 1

    def enough(free: list[FreeDay]) -> bool:
        return choice.count(free) > limit and choice.days_in(free) >= days

    return enough

"""Checks a start and puts an appointment on a counter."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import Closures
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.slots import Slot, counters_by_fit, without
from backend.appointments.domain.ticks import (
    DAY_TICKS,
    first_tick,
    moment_of,
    starts_of,
    tick_of,
)
from backend.appointments.errors import (
    InvalidStart,
    OfficeClosed,
    ServiceNotOffered,
    SlotBeyondHorizon,
    SlotPast,
    SlotTaken,
)
from backend.appointments.repository.occupancy import OccupancyRepository, Place
from backend.appointments.service.catalogue import Catalogue, Wish
from backend.appointments.service.reasons import closed_detail, not_offered_detail
from backend.appointments.service.search import SlotSearch
from backend.kit.clock import Clock

_ALTERNATIVES = 3


@dataclass(frozen=True)
class Placing:
    """Takes ticks at counters; every refusal names the nearest free slots."""

    catalogue: Catalogue
    search: SlotSearch
    occupancy: OccupancyRepository
    clock: Clock
    rules: Rules
    closures: Closures

    def check(
        self, office: Office, wish: Wish, start: datetime, *, by_office: bool = False
    ) -> None:
        """Whether the wish may be held there and then, apart from other bookings.

        Offices themselves are bound by their hours but by neither lead time nor horizon.
        Raises ServiceNotOffered, InvalidStart and the errors of `check_time`.
        """
        if not office.offers(wish.keys):
            offering = self.catalogue.offering(wish)
            raise ServiceNotOffered(
                not_offered_detail(offering) | self._next(offering, wish, start)
            )
        if moment_of(tick_of(start)) != start:
            raise InvalidStart(self._next([office], wish, start))
        if not by_office or start <= self.clock.local():
            self.check_time(office, wish, start)
        self.check_open(office, wish, start)

    def check_time(self, office: Office, wish: Wish, start: datetime) -> None:
        """Raises SlotPast, SlotBeyondHorizon, OfficeClosed."""
        now = self.clock.local()
        earliest, last = self.rules.earliest(now), self.rules.last_day(now)
        if start < earliest:
            lead = {
                "earliest": earliest.isoformat(timespec="minutes"),
                "lead_minutes": self.rules.lead_minutes,
            }
            raise SlotPast(lead | self._next([office], wish, start))
        if start.date() > last:
            limit = {"last_date": last.isoformat()}
            raise SlotBeyondHorizon(limit | self._next([office], wish, start))
        self.check_open(office, wish, start)

    def check_open(self, office: Office, wish: Wish, start: datetime) -> None:
        """Raises OfficeClosed."""
        opened = office.opened(self.closures, start.date())
        if not starts_of(opened, wish.ticks) >> (tick_of(start) % DAY_TICKS) & 1:
            window = self.search.window(start, start)
            detail = closed_detail([office], self.closures, window)
            raise OfficeClosed(detail | self._next([office], wish, start))

    def take(
        self,
        appointment: int,
        office: Office,
        wish: Wish,
        start: datetime,
        held_until: datetime | None,
        moving: int | None = None,
    ) -> None:
        """Occupy one counter of the office. Raises SlotTaken.

        With `moving`, what that appointment has already is left to it, and what it has given
        back is kept for it until the hold ends.
        """
        now = self.clock.now()
        own = self.own(moving)

        def occupy(counter: int, ticks: range) -> bool:
            rest = [tick for tick in ticks if (counter, tick) not in own]
            if not self.occupancy.take(appointment, counter, rest, held_until, now):
                return False
            if moving is not None and held_until is not None:
                self.occupancy.extend(moving, counter, ticks, held_until)
            return True

        self._place(office, wish, start, own, occupy)

    def swap(
        self, appointment: int, office: Office, wish: Wish, start: datetime, until: datetime | None
    ) -> None:
        """Occupy one counter in place of what the appointment has. Raises SlotTaken.

        What it leaves can be booked from the instant `until` on, or at once.
        """
        now = self.clock.now()

        def occupy(counter: int, ticks: range) -> bool:
            return self.occupancy.swap(appointment, counter, ticks, until, now)

        self._place(office, wish, start, self.own(appointment), occupy)

    def own(self, appointment: int | None) -> set[Place]:
        """The places that an appointment has, or has given back and can still take again."""
        if appointment is None:
            return set()
        now = self.clock.now()
        places = self.occupancy.of(appointment).items()
        return {place for place, until in places if until is None or until > now}

    def _place(
        self,
        office: Office,
        wish: Wish,
        start: datetime,
        own: Collection[Place],
        occupy: Callable[[int, range], bool],
    ) -> None:
        serving = office.serving(wish.keys)
        day, now = start.date(), self.clock.now()
        first, index = first_tick(day), tick_of(start) % DAY_TICKS
        opened = serving.opened(self.closures, day)
        ticks = range(first + index, first + index + wish.ticks)
        tried: set[int] = set()
        while True:
            busy = self.occupancy.busy(serving.counters, first, first + DAY_TICKS, now)
            busy = without(busy, own)
            free = counters_by_fit(serving, index, wish.ticks, opened, day, busy)
            counter = next((each for each in free if each not in tried), None)
            if counter is None:
                raise SlotTaken(self._next([office], wish, start))
            if occupy(counter, ticks):
                return
            # A rival got there between the look and the insert (PostgreSQL only).
            tried.add(counter)

    def _next(
        self, offices: Sequence[Office], wish: Wish, start: datetime
    ) -> dict[str, list[dict[str, object]]]:
        window = self.search.window(start, start)
        serving = [office.serving(wish.keys) for office in offices]
        slots = self.search.nearest(serving, wish.ticks, window, _ALTERNATIVES)
        return {"next": [_shown(slot) for slot in slots]}


def _shown(slot: Slot) -> dict[str, object]:
    return {
        key: value.isoformat(timespec="minutes") if isinstance(value, datetime) else value
        for key, value in asdict(slot).items()
    }

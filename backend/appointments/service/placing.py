"""Checks a start and puts an appointment on a counter."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import Closures, open_mask, ranges_on
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.slots import Slot, counters_by_fit
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
from backend.appointments.repository.occupancy import OccupancyRepository
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

    def check(self, office: Office, wish: Wish, start: datetime) -> None:
        """Whether the wish may be held there and then, apart from other bookings.

        Raises ServiceNotOffered, InvalidStart and the errors of `check_time`.
        """
        if not office.offers(wish.keys):
            offering = self.catalogue.offering(wish)
            raise ServiceNotOffered(
                not_offered_detail(offering) | self._next(offering, wish, start)
            )
        if moment_of(tick_of(start)) != start:
            raise InvalidStart(self._next([office], wish, start))
        self.check_time(office, wish, start)

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
        opened = open_mask(ranges_on(office.hours, self.closures, start.date()))
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
    ) -> None:
        """Occupy one counter of the office. Raises SlotTaken."""
        day, now = start.date(), self.clock.now()
        first, index = first_tick(day), tick_of(start) % DAY_TICKS
        opened = open_mask(ranges_on(office.hours, self.closures, day))
        ticks = range(first + index, first + index + wish.ticks)
        tried: set[int] = set()
        while True:
            busy = self.occupancy.busy(office.counters, first, first + DAY_TICKS, now)
            free = counters_by_fit(office, index, wish.ticks, opened, day, busy)
            counter = next((each for each in free if each not in tried), None)
            if counter is None:
                raise SlotTaken(self._next([office], wish, start))
            if self.occupancy.take(appointment, counter, ticks, held_until, now):
                return
            # A rival got there between the look and the insert (PostgreSQL only).
            tried.add(counter)

    def _next(
        self, offices: Sequence[Office], wish: Wish, start: datetime
    ) -> dict[str, list[dict[str, object]]]:
        window = self.search.window(start, start)
        slots = self.search.nearest(offices, wish.ticks, window, _ALTERNATIVES)
        return {"next": [_shown(slot) for slot in slots]}


def _shown(slot: Slot) -> dict[str, object]:
    return {
        key: value.isoformat(timespec="minutes") if isinstance(value, datetime) else value
        for key, value in asdict(slot).items()
    }

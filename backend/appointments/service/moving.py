"""Moves an appointment to another slot; code and calendar UID stay."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import HoldConfirmed, IdempotencyKeyReused
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.appointments.service.announcing import Announcing, Event
from backend.appointments.service.catalogue import Catalogue
from backend.appointments.service.finding import Finding
from backend.appointments.service.placing import Placing
from backend.appointments.service.returning import Returning
from backend.kit.clock import Clock


@dataclass(frozen=True)
class Destination:
    """Where an appointment is to go; no `items` keeps its services."""

    office: str
    start: datetime
    items: Sequence[Item] = ()


@dataclass(frozen=True)
class Moving:
    """Takes the new ticks and gives back the old ones, both or neither."""

    catalogue: Catalogue
    placing: Placing
    finding: Finding
    appointments: AppointmentRepository
    occupancy: OccupancyRepository
    clock: Clock
    returning: Returning
    announcing: Announcing

    def reschedule(self, code: str, wanted: Destination, key: str | None) -> Appointment:
        """Move for the person; the same `key` moves once, and there is where it is moves nothing.

        Raises the errors of `Finding.upcoming`, `Catalogue.wish` and `Placing`, and
        IdempotencyKeyReused.
        """
        if done := self._done(code, wanted, key):
            return done
        return self._move(code, wanted, key, Event.MOVED)

    def reschedule_to_hold(self, code: str, hold_id: str, key: str | None) -> Appointment:
        """Move to a slot that was held for it; while free, also after the hold has ended.

        Raises HoldNotFound, HoldConfirmed and the errors of `reschedule`.
        """
        held = self.finding.by_hold(hold_id)
        wanted = Destination(held.office, held.start, held.services)
        if held.status in (Status.CONFIRMED, Status.CANCELLED):
            raise HoldConfirmed
        if done := self._done(code, wanted, key):
            return done
        if held.status is Status.HELD:
            self.occupancy.free(held.id)
            self.appointments.change(held.id, status=Status.RELEASED, changed_at=self.clock.now())
        return self._move(code, wanted, key, Event.MOVED)

    def move_by_office(self, code: str, wanted: Destination, key: str | None) -> Appointment:
        """Move on the office's behalf, to any time it is open; the person is told."""
        if done := self._done(code, wanted, key):
            return done
        return self._move(code, wanted, key, Event.MOVED_BY_OFFICE)

    def _done(self, code: str, wanted: Destination, key: str | None) -> Appointment | None:
        known = self.appointments.move(key) if key else None
        if known is None:
            return None
        found = self.finding.by_code(code)
        if known != (found.id, _written(wanted)):
            raise IdempotencyKeyReused
        return found

    def _move(self, code: str, wanted: Destination, key: str | None, event: Event) -> Appointment:
        found = self.finding.upcoming(code)
        if key and not self.appointments.add_move(key, found.id, _written(wanted)):
            # A rival with the same key was faster; its move is visible now.
            return self._done(code, wanted, key) or found
        wish = self.catalogue.wish_to_move(found, wanted.items)
        office = self.catalogue.office(wanted.office)
        if (found.office, found.start, found.services) == (office.key, wanted.start, wish.items):
            return found
        self.placing.check(office, wish, wanted.start, by_office=event is Event.MOVED_BY_OFFICE)
        self.placing.swap(found.id, office, wish, wanted.start, self.returning.until(found.start))
        moved = replace(
            found,
            office=office.key,
            start=wanted.start,
            minutes=wish.minutes,
            services=wish.items,
            sequence=found.sequence + 1,
            changed_at=self.clock.now(),
        )
        self.appointments.change(
            found.id,
            office=moved.office,
            start=moved.start,
            minutes=moved.minutes,
            services=[[item.key, item.count] for item in moved.services],
            sequence=moved.sequence,
            changed_at=moved.changed_at,
        )
        contact = self.appointments.contact(found.id)
        if contact is not None:
            self.announcing.tell(event, moved, contact)
        return moved


def _written(wanted: Destination) -> list[object]:
    items = [[item.key, item.count] for item in wanted.items]
    return [wanted.office, wanted.start.isoformat(), items]

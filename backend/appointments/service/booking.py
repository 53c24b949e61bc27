"""From a chosen slot to an appointment and its end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from backend.appointments.domain.appointment import Appointment, Contact, Status
from backend.appointments.domain.catalogue import Item, Office
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.ticks import tick_of
from backend.appointments.errors import (
    AppointmentPast,
    ContactLimit,
    HoldConfirmed,
    HoldNotFound,
    IdempotencyKeyReused,
)
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.occupancy import OccupancyRepository, Place
from backend.appointments.service.announcing import Announcing, Event
from backend.appointments.service.catalogue import Catalogue, Wish
from backend.appointments.service.finding import Finding
from backend.appointments.service.placing import Placing
from backend.appointments.service.returning import Returning
from backend.kit.clock import Clock
from backend.kit.ids import Ids


@dataclass(frozen=True)
class Booking:
    """Holds, confirms and cancels within one transaction."""

    catalogue: Catalogue
    placing: Placing
    finding: Finding
    appointments: AppointmentRepository
    occupancy: OccupancyRepository
    clock: Clock
    ids: Ids
    rules: Rules
    returning: Returning
    announcing: Announcing

    def hold(
        self,
        items: Sequence[Item],
        office_key: str,
        start: datetime,
        key: str | None,
        moving: str | None = None,
    ) -> Appointment:
        """Keep a slot for a while.

        The same `key` gets the same answer, even after the hold has ended. `moving` is the code
        of an appointment that is to be moved there: its own time counts as free, and without
        `items` its services stay. Raises the errors of `Catalogue.wish` and `Placing`,
        IdempotencyKeyReused, and for `moving` those of `Finding.upcoming`.
        """
        moved = self.finding.upcoming(moving) if moving else None
        wish = self.catalogue.wish_to_move(moved, items) if moved else self.catalogue.wish(items)
        office = self.catalogue.office(office_key)
        if key and (known := self.appointments.by_key(key)):
            return _same(known, wish, office, start)
        now = self.clock.now()
        self.placing.check(office, wish, start)
        hold_id = self.ids.new()
        expires_at = now + timedelta(minutes=self.rules.hold_minutes)
        values = {
            "hold_id": hold_id,
            "office": office.key,
            "start": start,
            "minutes": wish.minutes,
            "services": [[item.key, item.count] for item in wish.items],
            "expires_at": expires_at,
            "changed_at": now,
        }
        made = self.appointments.add_hold(values, key)
        if made is None:
            # A rival with the same key was faster; its hold is visible now.
            return self.hold(items, office_key, start, key, moving)
        moved_id = moved.id if moved else None
        self.placing.take(made, office, wish, start, expires_at, moving=moved_id)
        return self.finding.by_hold(hold_id)

    def confirm(self, hold_id: str, contact: Contact) -> Appointment:
        """Make the hold an appointment; a repeat gets the same appointment.

        An expired hold takes its slot again while it is still free. Raises HoldNotFound,
        ContactLimit, SlotTaken, SlotPast, OfficeClosed.
        """
        held = self.finding.by_hold(hold_id)
        if held.status in (Status.CONFIRMED, Status.CANCELLED):
            return held
        if held.status is Status.RELEASED:
            raise HoldNotFound
        self._check_limit(contact)
        self._keep_slot(held)
        now = self.clock.now()
        code = self._new_code()
        self.appointments.change(held.id, status=Status.CONFIRMED, code=code, changed_at=now)
        self.appointments.add_contact(held.id, contact)
        confirmed = replace(held, status=Status.CONFIRMED, code=code, changed_at=now)
        self.announcing.tell(Event.BOOKED, confirmed, contact)
        return confirmed

    def own_places(self, moving: str | None) -> Collection[Place]:
        """What the appointment to be moved has: free for it alone, as in `hold`.

        Raises AppointmentNotFound.
        """
        return self.placing.own(self.finding.by_code(moving).id) if moving else ()

    def release(self, hold_id: str) -> None:
        """Give a hold back; unknown and released ones are fine. Raises HoldConfirmed."""
        held = self.appointments.by_hold(hold_id)
        if held is None or held.status is Status.RELEASED:
            return
        if held.status is not Status.HELD:
            raise HoldConfirmed
        self.occupancy.free(held.id)
        self.appointments.change(held.id, status=Status.RELEASED, changed_at=self.clock.now())

    def look_up(self, code: str) -> Appointment:
        """The appointment with a code as people type it. Raises AppointmentNotFound."""
        return self.finding.by_code(code)

    def cancel(self, code: str) -> Appointment:
        """Cancel; a repeat changes nothing. Raises AppointmentNotFound, AppointmentPast."""
        return self._cancel(code, Event.CANCELLED)

    def cancel_by_office(self, code: str) -> Appointment:
        """The same on the office's behalf, which the person is told."""
        return self._cancel(code, Event.CANCELLED_BY_OFFICE)

    def _cancel(self, code: str, event: Event) -> Appointment:
        found = self.finding.by_code(code, lock=True)
        if found.status is Status.CANCELLED:
            return found
        if found.start <= self.clock.local():
            raise AppointmentPast
        self.occupancy.free(found.id, self.returning.until(found.start))
        ended = replace(
            found,
            status=Status.CANCELLED,
            sequence=found.sequence + 1,
            changed_at=self.clock.now(),
        )
        self.appointments.change(
            found.id, status=ended.status, sequence=ended.sequence, changed_at=ended.changed_at
        )
        contact = self.appointments.contact(found.id)
        if contact is not None:
            self.announcing.tell(event, ended, contact)
        return ended

    def _check_limit(self, contact: Contact) -> None:
        most = self.rules.max_per_contact
        if not most:
            return
        self.appointments.lock_contact(contact.email, contact.phone)
        upcoming = self.appointments.upcoming(contact.email, contact.phone, self.clock.local())
        if len(upcoming) >= most:
            raise ContactLimit({"max": most})

    def _keep_slot(self, held: Appointment) -> None:
        wish = Wish(held.services, held.minutes)
        office = self.catalogue.office(held.office)
        if self.clock.now() < held.expires_at:
            # The office may have closed for that time since.
            self.placing.check_open(office, wish, held.start)
            if self.occupancy.make_permanent(held.id) == wish.ticks:
                return
        self.occupancy.free(held.id)
        self.placing.check_time(office, wish, held.start)
        self.placing.take(held.id, office, wish, held.start, None)

    def _new_code(self) -> str:
        code = self.ids.code()
        while not self.appointments.code_free(code):
            code = self.ids.code()
        return code


def _same(known: Appointment, wish: Wish, office: Office, start: datetime) -> Appointment:
    same = (known.services, known.office, tick_of(known.start)) == (
        wish.items,
        office.key,
        tick_of(start),
    )
    if not same:
        raise IdempotencyKeyReused
    return known

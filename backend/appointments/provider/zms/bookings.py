"""Appointments in ZMS, by our code."""

from dataclasses import dataclass

import phonenumbers

from backend.appointments.domain.appointment import Appointment, Contact, Status
from backend.appointments.errors import (
    AppointmentNotFound,
    AppointmentPast,
    HoldNotFound,
    SlotTaken,
)
from backend.appointments.provider.zms.calendar import ZmsCalendar
from backend.appointments.provider.zms.client import ZmsClient
from backend.appointments.provider.zms.moments import moment_of
from backend.appointments.provider.zms.records import Known, Records
from backend.appointments.provider.zms.refusals import GONE, Refusal
from backend.appointments.repository.processes import Process
from backend.appointments.service.announcing import Event
from backend.appointments.service.catalogue import Wish
from backend.kit.clock import Clock
from backend.kit.ids import normalise_code

_COMING = frozenset({"confirmed", "queued", "called", "processing", "pending", "parked"})
_UNDERWAY = frozenset({"reserved", "preconfirmed"})
_ENDED = frozenset({"deleted", "blocked", "anonymized"})
_ATTEMPTS = 3


@dataclass(frozen=True)
class ZmsBookings:
    """See `ports.Bookings`."""

    calendar: ZmsCalendar
    client: ZmsClient
    records: Records
    clock: Clock
    preconfirm: bool

    def confirm(self, hold_id: str, contact: Contact) -> Appointment:
        """See `ports.Bookings`. An expired reservation is made anew while the time is free."""
        known = self.records.by_hold(hold_id)
        if known is None or known[0].status is Status.RELEASED:
            raise HoldNotFound
        held, process = known
        if held.status is not Status.HELD:
            return held
        try:
            self._settle(held, process, _person(contact))
        except Refusal as refusal:
            raise refusal.meaning() from None
        finally:
            self.calendar.finding.times.forget()
        made = self.records.confirm(hold_id, contact)
        if made is None or made.code is None:
            raise HoldNotFound
        return made

    def look_up(self, code: str) -> Appointment:
        """See `ports.Bookings`. What the office changed meanwhile is noted and told."""
        found, process = self._by_code(code)
        if found.status is Status.CANCELLED or found.start <= self.clock.local():
            return found
        try:
            now = self.client.appointment(process)
        except Refusal as refusal:
            if not refusal.among(GONE):
                raise refusal.meaning() from None
            return self._noted(found, Event.CANCELLED_BY_OFFICE)
        if now.status in _ENDED:
            return self._noted(found, Event.CANCELLED_BY_OFFICE)
        start = moment_of(now.timestamp) if now.timestamp else found.start
        if start != found.start:
            changed = self.records.change(found.code or "", Event.MOVED_BY_OFFICE, start)
            return changed or found
        return found

    def cancel(self, code: str) -> Appointment:
        """See `ports.Bookings`."""
        found, process = self._by_code(code)
        if found.status is Status.CANCELLED:
            return found
        if found.start <= self.clock.local():
            raise AppointmentPast
        try:
            self.client.cancel(process)
        except Refusal as refusal:
            # Gone: it was cancelled there already, or by a request whose answer got lost.
            if not refusal.among(GONE):
                raise refusal.meaning() from None
        finally:
            self.calendar.finding.times.forget()
        return self._noted(found, Event.CANCELLED)

    def _settle(self, held: Appointment, process: Process, person: dict[str, str]) -> None:
        """Bring the process to "confirmed", wherever it stands.

        It may have moved on by a request whose answer got lost or by the same request sent twice;
        or its time has run out.
        """
        for _ in range(_ATTEMPTS):
            if self._went_through(process, person):
                return
            process = self._reserved_again(held, process)
        raise HoldNotFound

    def _went_through(self, process: Process, person: dict[str, str]) -> bool:
        """Whether it is confirmed; False when there is nothing left to confirm."""
        try:
            self._advance(process, person)
            return True
        except Refusal as refusal:
            if not refusal.among(GONE):
                raise
        if self._status(process) in _UNDERWAY:
            try:
                self.client.confirm(process)
                return True
            except Refusal as refusal:
                if not refusal.among(GONE):
                    raise
        return self._status(process) in _COMING

    def _reserved_again(self, held: Appointment, gone: Process) -> Process:
        """The process that stands behind the hold in place of one that has run out."""
        office = self.calendar.finding.catalogue.office(held.office)
        wish = Wish(held.services, held.minutes)
        try:
            reserved = self.calendar.reserve(office, wish, held.start)
        except SlotTaken:
            known = self.records.by_hold(held.hold_id)
            if known is None or known[1] == gone:
                raise
            return known[1]
        mine = Process(reserved.id, reserved.auth_key)
        kept = self.records.replace_process(held, gone, mine)
        if kept != mine:
            self.calendar.give_back(mine)
        return kept

    def _advance(self, process: Process, person: dict[str, str]) -> None:
        self.client.update(process, person)
        if self.preconfirm:
            self.client.preconfirm(process)
        self.client.confirm(process)

    def _status(self, process: Process) -> str | None:
        try:
            return self.client.appointment(process).status
        except Refusal:
            return None

    def _noted(self, found: Appointment, event: Event) -> Appointment:
        return self.records.change(found.code or "", event) or found

    def _by_code(self, code: str) -> Known:
        shown = normalise_code(code)
        known = self.records.by_code(shown) if shown else None
        if known is None:
            raise AppointmentNotFound
        return known


def _person(contact: Contact) -> dict[str, str]:
    """As `update-appointment` wants it: digits only, without a leading zero, or no number."""
    person = {"familyName": contact.name}
    if contact.email:
        person["email"] = contact.email
    try:
        number = phonenumbers.parse(contact.phone or "", "DE")
    except phonenumbers.NumberParseException:
        return person
    if phonenumbers.is_possible_number(number):
        person["telephone"] = phonenumbers.format_number(
            number, phonenumbers.PhoneNumberFormat.E164
        )
    return person

"""The waiting list as people use it: join, leave, answer an offer."""

from dataclasses import dataclass, replace

from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.domain.waiting import Bounds, Entry, Preference, ahead_of, window_of
from backend.appointments.errors import (
    InvalidWindow,
    OfferEnded,
    OfferNotFound,
    ServiceNotOffered,
    Unreachable,
    WaitingTooLate,
)
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.waiting import (
    EntryState,
    OfferState,
    StoredOffer,
    WaitingRepository,
)
from backend.appointments.service.catalogue import Catalogue, Wish
from backend.appointments.service.finding import Finding
from backend.appointments.service.moving import Moving
from backend.appointments.service.offers import Offers
from backend.appointments.service.reasons import not_offered_detail
from backend.kit.clock import Clock


@dataclass(frozen=True)
class Standing:
    """Somebody's place on the list, how many stand before them, and what is offered to them."""

    entry: Entry
    ahead: int
    offer: StoredOffer | None


@dataclass(frozen=True)
class Waiting:
    """Entries and answers within one transaction."""

    catalogue: Catalogue
    finding: Finding
    appointments: AppointmentRepository
    waiting: WaitingRepository
    offers: Offers
    moving: Moving
    clock: Clock

    def standing(self, code: str) -> Standing | None:
        """Where the person with a code stands, or None. Raises AppointmentNotFound."""
        found = self.finding.by_code(code)
        entry = self.waiting.of(found.id)
        if entry is None or self.offers.ended(entry):
            return None
        offer = self.waiting.open_offer(entry.id)
        valid = offer is not None and self.offers.valid(offer, entry)
        return Standing(entry, ahead_of(entry, self.waiting.queue()), offer if valid else None)

    def join(self, code: str, wanted: Preference) -> None:
        """Wait for a better time; no `offices` means that of the appointment.

        The same wish again changes nothing; another one goes to the end of the line, because it
        may be for what others have waited for longer. Raises the errors of `Finding.upcoming`,
        WaitingTooLate, Unreachable, UnknownOffice, ServiceNotOffered, InvalidWindow.
        """
        self.waiting.lock()
        found = self.finding.upcoming(code)
        if found.start.date() <= self.clock.local().date():
            raise WaitingTooLate
        if not _reachable(self.appointments.contact(found.id)):
            raise Unreachable
        preference = self._checked(found, wanted)
        before = self.waiting.of(found.id)
        if before is not None:
            if before.preference == preference:
                return
            self.offers.leave(before, EntryState.LEFT)
        self.waiting.add(found.id, preference, self.clock.now())

    def leave(self, code: str) -> None:
        """Wait no longer; a repeat changes nothing. Raises AppointmentNotFound."""
        self.waiting.lock()
        entry = self.waiting.of(self.finding.by_code(code).id)
        if entry is not None:
            self.offers.leave(entry, EntryState.LEFT)

    def accept(self, offer_id: str) -> Appointment:
        """Move the appointment to the slot offered; a repeat moves it once.

        Raises OfferNotFound, OfferEnded and the errors of `Moving.reschedule_to_hold`.
        """
        self.waiting.lock()
        offer, entry = self._offer(offer_id)
        code = entry.appointment.code or ""
        if offer.state is OfferState.ACCEPTED:
            return self.finding.by_code(code)
        # Locked before it is compared: a rival may be moving or cancelling it right now.
        found = self.finding.upcoming(code)
        if not self.offers.valid(offer, replace(entry, appointment=found)):
            raise OfferEnded
        moved = self.moving.reschedule_to_hold(code, offer.hold_id, None)
        now = self.clock.now()
        self.waiting.end_offer(offer.id, OfferState.ACCEPTED, now)
        self.waiting.end(entry.id, EntryState.ACCEPTED, now)
        return moved

    def decline(self, offer_id: str) -> None:
        """Keep the appointment and the place in line; a repeat changes nothing.

        Raises OfferNotFound, OfferEnded when it was accepted.
        """
        self.waiting.lock()
        offer, _ = self._offer(offer_id)
        if offer.state is OfferState.ACCEPTED:
            raise OfferEnded
        if offer.state is OfferState.OPEN:
            self.offers.end(offer, OfferState.DECLINED)

    def _offer(self, offer_id: str) -> tuple[StoredOffer, Entry]:
        offer = self.waiting.offer(offer_id)
        if offer is None:
            raise OfferNotFound
        return offer, self.waiting.entry(offer.entry)

    def _checked(self, found: Appointment, wanted: Preference) -> Preference:
        named = tuple(dict.fromkeys(wanted.offices)) or (found.office,)
        wish = Wish(found.services, found.minutes)
        if not any(self.catalogue.office(key).offers(wish.keys) for key in named):
            raise ServiceNotOffered(not_offered_detail(self.catalogue.offering(wish)))
        preference = replace(wanted, offices=named)
        now = self.clock.local()
        bounds = Bounds(now, now, found.start.date())
        entry = Entry(0, found, preference, self.clock.now())
        if window_of(entry, bounds) is None or wanted.daily_from > wanted.daily_until:
            raise InvalidWindow
        if wanted.until is not None and wanted.until < now:
            raise InvalidWindow
        return preference


def _reachable(contact: Contact | None) -> bool:
    if contact is None:
        return False
    # A telephone call is over when it is over.
    return bool(contact.email or (contact.conversation_id and contact.channel != "phone"))

"""The end of offers to people on the waiting list."""

from dataclasses import dataclass
from datetime import timedelta

from backend.appointments.domain.appointment import Status
from backend.appointments.domain.waiting import Entry
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.appointments.repository.waiting import (
    EntryState,
    OfferState,
    StoredOffer,
    WaitingRepository,
)
from backend.kit.clock import Clock

GIVEN_ON = timedelta(minutes=1)
"""How long a slot stays from the public after an offer has ended, for the next in line."""


@dataclass(frozen=True)
class Offers:
    """Ends offers and entries within one transaction that holds the lock of the list."""

    waiting: WaitingRepository
    appointments: AppointmentRepository
    occupancy: OccupancyRepository
    clock: Clock

    def valid(self, offer: StoredOffer, entry: Entry) -> bool:
        """Whether an offer can still be accepted."""
        return (
            offer.state is OfferState.OPEN
            and self.clock.now() < offer.until
            and offer.sequence == entry.appointment.sequence
            and entry.appointment.status is Status.CONFIRMED
        )

    def ended(self, entry: Entry) -> bool:
        """Whether the appointment was cancelled or its day has come."""
        own = entry.appointment
        return own.status is not Status.CONFIRMED or own.start.date() <= self.clock.local().date()

    def end(self, offer: StoredOffer, state: OfferState) -> None:
        """End an offer that was not accepted; its slot goes to the next in line."""
        now = self.clock.now()
        self.waiting.end_offer(offer.id, state, now)
        held = self.appointments.by_hold(offer.hold_id)
        if held is not None and held.status is Status.HELD:
            self.occupancy.lapse(held.id, now + GIVEN_ON)
            self.appointments.change(held.id, status=Status.RELEASED, changed_at=now)

    def leave(self, entry: Entry, state: EntryState) -> None:
        """Take somebody off the list, their open offer included."""
        if offer := self.waiting.open_offer(entry.id):
            self.end(offer, OfferState.WITHDRAWN)
        self.waiting.end(entry.id, state, self.clock.now())

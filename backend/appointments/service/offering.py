"""Offers free slots to those who wait, first come first served."""

from dataclasses import dataclass
from datetime import timedelta

from backend.appointments.domain.hours import Closures
from backend.appointments.domain.offering import OfferRules
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.slots import Busy, without
from backend.appointments.domain.ticks import DAY_TICKS, first_tick, starts_of, tick_of
from backend.appointments.domain.waiting import Bounds, Entry, Match, match
from backend.appointments.errors import SlotTaken
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.appointments.repository.waiting import (
    EntryState,
    OfferState,
    StoredOffer,
    WaitingRepository,
)
from backend.appointments.service.announcing import Announcing, Offer
from backend.appointments.service.catalogue import Catalogue
from backend.appointments.service.offers import GIVEN_ON, Offers
from backend.kit.clock import Clock, as_instant
from backend.kit.ids import Ids

SOON = timedelta(seconds=30)
"""So long before the public gets the slot of an appointment that moved, it may be offered."""


@dataclass(frozen=True)
class Offering:
    """The work of the job; each of `tidy` and `offer` is a transaction of its own."""

    catalogue: Catalogue
    appointments: AppointmentRepository
    occupancy: OccupancyRepository
    waiting: WaitingRepository
    offers: Offers
    announcing: Announcing
    closures: Closures
    clock: Clock
    ids: Ids
    rules: Rules
    offer_rules: OfferRules

    def over(self) -> list[tuple[Entry, StoredOffer | None]]:
        """Entries that are over, or whose offer is."""
        offers = self.waiting.open_offers()
        entries = [(entry, offers.get(entry.id)) for entry in self.waiting.queue()]
        return [
            (entry, offer)
            for entry, offer in entries
            if self.offers.ended(entry) or (offer and self._offer_over(entry, offer))
        ]

    def tidy(self) -> None:
        """End what is over, so that its slots go to the next in line."""
        self.waiting.lock()
        for entry, offer in self.over():
            if self.offers.ended(entry):
                self.offers.leave(entry, EntryState.ENDED)
            elif offer:
                missed = self.clock.now() >= offer.until
                state = OfferState.MISSED if missed else OfferState.WITHDRAWN
                self.offers.end(offer, state)

    def matches(self) -> list[Match]:
        """What may be offered to whom now, in order of the line."""
        having = self.waiting.open_offers()
        queue = [each for each in self.waiting.queue() if each.id not in having]
        queue = [each for each in queue if not self.offers.ended(each)]
        if not queue:
            return []
        return match(
            queue,
            self.catalogue.offices(),
            self.closures,
            self._busy(),
            self._bounds(),
            self.waiting.refused(),
        )

    def offer(self, found: Match) -> bool:
        """Keep a slot for somebody and tell them; False when it does not fit any more.

        Raises SlotTaken, with which the caller must roll back.
        """
        self.waiting.lock()
        entry, now = found.entry, self.clock.now()
        appointment, slot = entry.appointment, found.slot
        if self.waiting.of(appointment.id) != entry or self.waiting.open_offer(entry.id):
            return False
        until = as_instant(self.offer_rules.until(self.clock.local(), slot.start))
        offer = StoredOffer(
            id=self.ids.new(),
            entry=entry.id,
            hold_id=self.ids.new(),
            slot=slot,
            sequence=appointment.sequence,
            state=OfferState.OPEN,
            until=until,
        )
        values = {
            "hold_id": offer.hold_id,
            "office": slot.office,
            "start": slot.start,
            "minutes": appointment.minutes,
            "services": [[item.key, item.count] for item in appointment.services],
            "expires_at": until,
            "changed_at": now,
        }
        made = self.appointments.add_hold(values, None)
        given_back = self.waiting.given_back(now, now + SOON)
        givers = {given_back.get((found.counter, tick)) for tick in found.ticks} - {None}
        kept = [each for each in givers if each is not None]
        # Kept a little longer than offered, so that the next in line comes before the public.
        held_until = until + GIVEN_ON
        if made is None or not self.occupancy.take(
            made, found.counter, found.ticks, held_until, now, kept
        ):
            raise SlotTaken
        self.waiting.add_offer(offer, appointment.minutes, now)
        contact = self.appointments.contact(appointment.id)
        if contact is not None:
            self.announcing.offer(Offer(offer.id, appointment, slot, until), contact)
        return True

    def _bounds(self) -> Bounds:
        now = self.clock.local()
        return Bounds(now, self.offer_rules.earliest(now), self.rules.last_day(now))

    def _busy(self) -> Busy:
        bounds, now = self._bounds(), self.clock.now()
        counters = [
            counter for office in self.catalogue.offices().values() for counter in office.counters
        ]
        first, end = first_tick(bounds.now.date()), first_tick(bounds.last_day) + DAY_TICKS
        busy = self.occupancy.busy(counters, first, end, now)
        return without(busy, self.waiting.given_back(now, now + SOON))

    def _offer_over(self, entry: Entry, offer: StoredOffer) -> bool:
        if not self.offers.valid(offer, entry):
            return True
        office = self.catalogue.offices().get(offer.slot.office)
        start, end = offer.slot.start, offer.slot.end
        opened = office.opened(self.closures, start.date()) if office else 0
        needed = tick_of(end) - tick_of(start)
        return not starts_of(opened, needed) >> (tick_of(start) % DAY_TICKS) & 1

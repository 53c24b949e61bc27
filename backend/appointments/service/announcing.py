"""Who is told what became of an appointment: the port of the notices."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.domain.slots import Slot


class Event(StrEnum):
    """What happened to an appointment, and whose doing it was."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MOVED_BY_OFFICE = "moved_by_office"
    CANCELLED_BY_OFFICE = "cancelled_by_office"


@dataclass(frozen=True)
class Offer:
    """An earlier slot offered to somebody on the waiting list.

    `appointment` is the one they have; `until` is the instant at which the offer ends.
    """

    id: str
    appointment: Appointment
    slot: Slot
    until: datetime


class Announcing(Protocol):
    """Stores notices in the caller's transaction; sending them is other work."""

    def tell(self, event: Event, appointment: Appointment, contact: Contact) -> None:
        """Tell the person, and see to reminders: new ones, other ones, or none any more."""
        ...

    def offer(self, offer: Offer, contact: Contact) -> None:
        """Tell somebody on the waiting list about an earlier slot."""
        ...


class Silent:
    """Tells nobody anything."""

    def tell(self, event: Event, appointment: Appointment, contact: Contact) -> None:
        """See Announcing."""

    def offer(self, offer: Offer, contact: Contact) -> None:
        """See Announcing."""

"""Puts what became of an appointment into the outbox."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.service.announcing import Event, Offer
from backend.kit.clock import as_instant
from backend.notifications.appointments.facts import about, appointment_facts, offer_facts
from backend.notifications.domain import Draft, Way
from backend.notifications.service.outbox import Outbox

REMINDER = "appointment.reminder"
OFFER = "appointment.offer"

# Channels that can bring a message later; a call is over when it is over.
_CHATS = frozenset({"website", "telegram"})
# Said by the dialogue itself in the moment they happen.
_SAID_ALREADY = frozenset({Event.BOOKED, Event.MOVED, Event.CANCELLED})
_CANCELLED = frozenset({Event.CANCELLED, Event.CANCELLED_BY_OFFICE})


@dataclass(frozen=True)
class OutboxAnnouncing:
    """Implements `Announcing`; `reminders` is how long before an appointment people are reminded,
    in hours of the wall clock.
    """

    outbox: Outbox
    reminders: Sequence[timedelta]

    def tell(self, event: Event, appointment: Appointment, contact: Contact) -> None:
        """See Announcing. Reminders of before make way for those of the new time."""
        now = self.outbox.clock.now()
        facts = appointment_facts(appointment)
        ways = [
            (way, recipient)
            for way, recipient in _ways(contact)
            if way is Way.EMAIL or event not in _SAID_ALREADY
        ]
        for way, recipient in ways:
            self._put(
                f"appointment.{event.value}", way, recipient, appointment, contact, now, facts
            )
        # An offer speaks of the appointment as it was, and is of no use any more.
        self.outbox.withdraw(about(appointment), (REMINDER, OFFER))
        if event not in _CANCELLED:
            self._remind(appointment, contact, now)

    def offer(self, offer: Offer, contact: Contact) -> None:
        """See Announcing."""
        now = self.outbox.clock.now()
        for way, recipient in _ways(contact):
            self._put(
                *(OFFER, way, recipient, offer.appointment, contact, now, offer_facts(offer)),
                useless_at=offer.until,
            )

    def _remind(self, appointment: Appointment, contact: Contact, now: datetime) -> None:
        begins = as_instant(appointment.start)
        facts = appointment_facts(appointment)
        for ahead in self.reminders:
            due = as_instant(appointment.start - ahead)
            if due <= now:
                continue
            for way, recipient in _ways(contact):
                self._put(
                    *(REMINDER, way, recipient, appointment, contact, due, facts),
                    useless_at=begins,
                    optional=True,
                )

    def _put(
        self,
        kind: str,
        way: Way,
        recipient: str,
        appointment: Appointment,
        contact: Contact,
        due: datetime,
        facts: Mapping[str, Any],
        useless_at: datetime | None = None,
        optional: bool = False,
    ) -> None:
        self.outbox.put(
            Draft(
                kind=kind,
                about=about(appointment),
                way=way,
                recipient=recipient,
                language=contact.language,
                due_at=due,
                facts=facts,
                useless_at=useless_at,
                optional=optional,
            )
        )


def _ways(contact: Contact) -> Iterator[tuple[Way, str]]:
    if contact.email:
        yield Way.EMAIL, contact.email
    if contact.conversation_id and contact.channel in _CHATS:
        yield Way.CHAT, contact.conversation_id

"""What identity asks about bookings, answered by the appointments."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Status
from backend.appointments.domain.contact_keys import email_key as folded
from backend.appointments.models import appointments, contacts
from backend.appointments.repository.appointments import AppointmentRepository
from backend.identity.domain.contact import Contact, Kind, email_key
from backend.identity.ports import Booked, Recipient


class StoredBookings:
    """Finds bookings by the e-mail address they were made with; see `Bookings`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._appointments = AppointmentRepository(session)

    def recipient(self, contact: Contact) -> Recipient | None:
        """See Bookings; of several spellings the one used last."""
        stored = self._stored(contact)
        return Recipient(Kind.EMAIL, stored[max(stored)]) if stored else None

    def upcoming(self, contact: Contact, after: datetime) -> Sequence[Booked]:
        """See Bookings."""
        stored = self._stored(contact)
        if not stored:
            return []
        # Two queries: joined, SQLite reads all confirmed appointments instead of these few.
        query = (
            select(appointments.c.code)
            .where(
                appointments.c.id.in_(stored),
                appointments.c.status == Status.CONFIRMED,
                appointments.c.start > after,
            )
            .order_by(appointments.c.start, appointments.c.id)
        )
        return [self._booked(code) for code in self._session.scalars(query).all()]

    def _stored(self, contact: Contact) -> dict[int, str]:
        """Addresses by the appointments they stand with."""
        # The appointments' own key has an index and takes more for the same than identity may;
        # it only narrows down, and `email_key` decides.
        query = select(contacts.c.appointment_id, contacts.c.email).where(
            contacts.c.email_key == folded(contact.key)
        )
        return {
            row.appointment_id: row.email
            for row in self._session.execute(query)
            if email_key(row.email) == contact.key
        }

    def _booked(self, code: str) -> Booked:
        found = self._appointments.by_code(code)
        if found is None:
            raise LookupError(code)
        services = [(item.key, item.count) for item in found.services]
        return Booked(code, found.office, found.start, found.end, services)

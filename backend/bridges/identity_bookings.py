"""What identity asks about bookings, answered by the appointments."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
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
        query = (
            select(contacts.c.email)
            .where(*_may_be(contact))
            .order_by(contacts.c.appointment_id.desc())
        )
        for address in self._session.scalars(query):
            if email_key(address) == contact.key:
                return Recipient(Kind.EMAIL, address)
        return None

    def upcoming(self, contact: Contact, after: datetime) -> Sequence[Booked]:
        """See Bookings."""
        query = (
            select(appointments.c.code, contacts.c.email)
            .join(contacts, contacts.c.appointment_id == appointments.c.id)
            .where(
                *_may_be(contact),
                appointments.c.status == Status.CONFIRMED,
                appointments.c.start > after,
            )
            .order_by(appointments.c.start, appointments.c.id)
        )
        rows = self._session.execute(query).all()
        return [self._booked(row.code) for row in rows if email_key(row.email) == contact.key]

    def _booked(self, code: str) -> Booked:
        found = self._appointments.by_code(code)
        if found is None:
            raise LookupError(code)
        services = [(item.key, item.count) for item in found.services]
        return Booked(code, found.office, found.start, found.end, services)


def _may_be(contact: Contact) -> Sequence[ColumnElement[bool]]:
    # The appointments' own key has an index and takes more for the same than identity may; it
    # only narrows down here, and `email_key` decides.
    return [contacts.c.email_key == folded(contact.key)]

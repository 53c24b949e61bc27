"""Appointments and who they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Appointment, Contact, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.contact_keys import email_key, phone_key
from backend.appointments.models import appointments, contacts, moves
from backend.kit.database import lock_names, upsert

_COLUMNS = [column for column in appointments.c if column.name != "idempotency_key"]


class AppointmentRepository:
    """Stored appointments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_hold(self, values: Mapping[str, Any], idempotency_key: str | None) -> int | None:
        """Store a new hold given as column values; None if the key is taken by another one.

        Waits for a rival that is storing the same key.
        """
        made: int | None = self._session.scalar(
            upsert(self._session, appointments)
            .values(**values, status=Status.HELD, sequence=0, idempotency_key=idempotency_key)
            .on_conflict_do_nothing(index_elements=["idempotency_key"])
            .returning(appointments.c.id)
        )
        return made

    def by_key(self, idempotency_key: str) -> Appointment | None:
        """The hold that was stored with an idempotency key."""
        return self._one(appointments.c.idempotency_key == idempotency_key)

    def by_hold(self, hold_id: str) -> Appointment | None:
        """The appointment that began as this hold, locked until the transaction ends."""
        return self._one(appointments.c.hold_id == hold_id, lock=True)

    def by_code(self, code: str, *, lock: bool = False) -> Appointment | None:
        """The appointment with a booking code."""
        return self._one(appointments.c.code == code, lock=lock)

    def change(self, appointment: int, **values: Any) -> None:
        """Set columns of an appointment."""
        self._session.execute(
            update(appointments).where(appointments.c.id == appointment).values(**values)
        )

    def code_free(self, code: str) -> bool:
        """Whether no appointment has this code."""
        return self._session.scalar(select(appointments.c.id).filter_by(code=code)) is None

    def add_contact(self, appointment: int, contact: Contact) -> None:
        """Store whom an appointment belongs to."""
        keys = {"email_key": email_key(contact.email), "phone_key": phone_key(contact.phone)}
        self._session.execute(
            insert(contacts).values(appointment_id=appointment, **asdict(contact), **keys)
        )

    def contact(self, appointment: int) -> Contact | None:
        """Whom an appointment belongs to; None once that is erased."""
        columns = [contacts.c[field.name] for field in fields(Contact)]
        query = select(*columns).where(contacts.c.appointment_id == appointment)
        row = self._session.execute(query).one_or_none()
        return None if row is None else Contact(**row._mapping)

    def upcoming(self, email: str | None, phone: str | None, after: datetime) -> list[Appointment]:
        """Confirmed appointments that start after a wall clock time under one of the contacts."""
        keys = {"email_key": email_key(email), "phone_key": phone_key(phone)}
        same = [contacts.c[column] == key for column, key in keys.items() if key is not None]
        if not same:
            return []
        rows = self._session.execute(
            select(*_COLUMNS)
            .join(contacts, contacts.c.appointment_id == appointments.c.id)
            .where(
                or_(*same),
                appointments.c.status == Status.CONFIRMED,
                appointments.c.start > after,
            )
            .order_by(appointments.c.start)
        )
        return [_appointment(row) for row in rows]

    def lock_contact(self, email: str | None, phone: str | None) -> None:
        """Let only one transaction at a time book under these contacts."""
        keys = (email_key(email), phone_key(phone))
        lock_names(self._session, [f"contact:{key}" for key in keys if key])

    def at_office(self, office: str | None, start: datetime, until: datetime) -> list[Appointment]:
        """Confirmed appointments of an office, or of all, that touch `start ≤ time < until`."""
        # An appointment lasts at most a day, so that the index narrows both ends.
        conditions = [
            appointments.c.status == Status.CONFIRMED,
            appointments.c.start < until,
            appointments.c.start > start - timedelta(days=1),
        ]
        if office is not None:
            conditions.append(appointments.c.office == office)
        query = select(*_COLUMNS).where(*conditions).order_by(appointments.c.start)
        found = [_appointment(row) for row in self._session.execute(query)]
        return [each for each in found if each.end > start]

    def add_move(self, key: str, appointment: int, wish: Sequence[Any]) -> bool:
        """Note a wish to move under its key; False if the key is taken."""
        made = self._session.scalar(
            upsert(self._session, moves)
            .values(idempotency_key=key, appointment_id=appointment, wish=wish)
            .on_conflict_do_nothing(index_elements=["idempotency_key"])
            .returning(moves.c.appointment_id)
        )
        return made is not None

    def move(self, key: str) -> tuple[int, list[Any]] | None:
        """The appointment and the wish that were noted under a key."""
        columns = moves.c.appointment_id, moves.c.wish
        row = self._session.execute(select(*columns).filter_by(idempotency_key=key)).one_or_none()
        return None if row is None else (row.appointment_id, row.wish)

    def delete_unconfirmed(self, expired_before: datetime) -> int:
        """Forget holds that ran out before an instant; returns how many."""
        rows = self._session.execute(
            delete(appointments)
            .where(
                appointments.c.status.in_((Status.HELD, Status.RELEASED)),
                appointments.c.expires_at < expired_before,
            )
            .returning(appointments.c.id)
        )
        return len(rows.all())

    def _one(self, condition: ColumnElement[bool], *, lock: bool = False) -> Appointment | None:
        query = select(*_COLUMNS).where(condition)
        row = self._session.execute(query.with_for_update() if lock else query).one_or_none()
        return None if row is None else _appointment(row)


def _appointment(row: Row[Any]) -> Appointment:
    values = dict(row._mapping)
    values["status"] = Status(values["status"])
    values["services"] = tuple(Item(key, count) for key, count in values["services"])
    return Appointment(**values)

"""Appointments and who they belong to."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update
from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Appointment, Contact, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.models import appointments, contacts
from backend.kit.database import upsert

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
        self._session.execute(
            insert(contacts).values(appointment_id=appointment, **asdict(contact))
        )

    def contact(self, appointment: int) -> Contact | None:
        """Whom an appointment belongs to; None once that is erased."""
        columns = [column for column in contacts.c if column.name != "appointment_id"]
        query = select(*columns).where(contacts.c.appointment_id == appointment)
        row = self._session.execute(query).one_or_none()
        return None if row is None else Contact(**row._mapping)

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

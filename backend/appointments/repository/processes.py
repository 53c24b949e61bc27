"""Which process of a city's own system stands behind an appointment."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.appointments.models import provider_processes
from backend.kit.database import upsert


@dataclass(frozen=True)
class Process:
    """Number and key of a process; who has both may change it."""

    id: int
    auth_key: str


class ProcessRepository:
    """Stored processes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, appointment: int, process: Process) -> None:
        """Store the process of an appointment, in place of an earlier one."""
        values = {"process_id": process.id, "auth_key": process.auth_key}
        self._session.execute(
            upsert(self._session, provider_processes)
            .values(appointment_id=appointment, **values)
            .on_conflict_do_update(index_elements=["appointment_id"], set_=values)
        )

    def of(self, appointment: int) -> Process | None:
        """The process of an appointment; None for one of the embedded engine."""
        table = provider_processes.c
        query = select(table.process_id, table.auth_key).where(table.appointment_id == appointment)
        row = self._session.execute(query).one_or_none()
        return None if row is None else Process(*row)

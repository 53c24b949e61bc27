"""What we keep of appointments that live in ZMS: our code, the person, and the process.

The rows are those of the embedded engine without occupancy, so that notices, calendar files and
"my appointments" find them where they look. Each method is one short transaction: none is open
while another system is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Appointment, Contact, Status
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.processes import Process, ProcessRepository
from backend.appointments.service.announcing import Announcing, Event
from backend.kit.clock import Clock
from backend.kit.database import Database
from backend.kit.ids import Ids

Known = tuple[Appointment, Process]
AnnouncingOn = Callable[[Session], Announcing]


@dataclass(frozen=True)
class Records:
    """Reads and writes the rows; `announcing` stores notices in the same transaction."""

    database: Database
    clock: Clock
    ids: Ids
    announcing: AnnouncingOn

    def by_key(self, key: str) -> Appointment | None:
        """The hold with an idempotency key."""
        with self.database.reading() as session:
            return AppointmentRepository(session).by_key(key)

    def by_hold(self, hold_id: str) -> Known | None:
        """What began as this hold."""
        with self.database.reading() as session:
            found = AppointmentRepository(session).by_hold(hold_id)
            return _with_process(session, found)

    def by_code(self, code: str) -> Known | None:
        """What has this code."""
        with self.database.reading() as session:
            return _with_process(session, AppointmentRepository(session).by_code(code))

    def add_hold(self, values: dict[str, Any], key: str | None, process: Process) -> bool:
        """Store a hold; False when a rival with the same key was faster."""
        with self.database.writing() as session:
            row = {**values, "changed_at": self.clock.now()}
            made = AppointmentRepository(session).add_hold(row, key)
            if made is not None:
                ProcessRepository(session).put(made, process)
            return made is not None

    def replace_process(self, held: Appointment, old: Process, new: Process) -> Process:
        """Put another process behind the hold, unless somebody else did; whichever it is now."""
        with self.database.writing() as session:
            AppointmentRepository(session).by_hold(held.hold_id)  # locks it
            processes = ProcessRepository(session)
            now = processes.of(held.id)
            if now is not None and now != old:
                return now
            processes.put(held.id, new)
            return new

    def release(self, held: Appointment) -> None:
        """The hold is given back."""
        with self.database.writing() as session:
            rows = AppointmentRepository(session)
            rows.change(held.id, status=Status.RELEASED, changed_at=self.clock.now())

    def confirm(self, hold_id: str, contact: Contact) -> Appointment | None:
        """Give the code; whoever comes second gets what the first made. None: it is gone."""
        with self.database.writing() as session:
            rows = AppointmentRepository(session)
            held = rows.by_hold(hold_id)
            if held is None or held.status is not Status.HELD:
                return held
            code = self.ids.code()
            while not rows.code_free(code):
                code = self.ids.code()
            now = self.clock.now()
            rows.change(held.id, status=Status.CONFIRMED, code=code, changed_at=now)
            rows.add_contact(held.id, contact)
            made = replace(held, status=Status.CONFIRMED, code=code, changed_at=now)
            self.announcing(session).tell(Event.BOOKED, made, contact)
            return made

    def change(self, code: str, event: Event, start: datetime | None = None) -> Appointment | None:
        """Note that it was cancelled or, with a `start`, moved. A repeat changes nothing."""
        with self.database.writing() as session:
            rows = AppointmentRepository(session)
            found = rows.by_code(code, lock=True)
            if found is None or found.status is Status.CANCELLED or found.start == start:
                return found
            changed = replace(
                found,
                status=found.status if start else Status.CANCELLED,
                start=start or found.start,
                sequence=found.sequence + 1,
                changed_at=self.clock.now(),
            )
            fields = ("status", "start", "sequence", "changed_at")
            rows.change(found.id, **{field: getattr(changed, field) for field in fields})
            contact = rows.contact(found.id)
            if contact is not None:
                self.announcing(session).tell(event, changed, contact)
            return changed


def _with_process(session: Session, found: Appointment | None) -> Known | None:
    process = ProcessRepository(session).of(found.id) if found else None
    return (found, process) if found and process else None

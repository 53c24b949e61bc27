"""Finds stored appointments by what people and programs know of them."""

from dataclasses import dataclass

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.errors import (
    AppointmentCancelled,
    AppointmentNotFound,
    AppointmentPast,
    HoldNotFound,
)
from backend.appointments.repository.appointments import AppointmentRepository
from backend.kit.clock import Clock
from backend.kit.ids import normalise_code


@dataclass(frozen=True)
class Finding:
    """Appointments by code or hold."""

    appointments: AppointmentRepository
    clock: Clock

    def by_hold(self, hold_id: str) -> Appointment:
        """What began as this hold, locked. Raises HoldNotFound."""
        found = self.appointments.by_hold(hold_id)
        if found is None:
            raise HoldNotFound
        return found

    def by_code(self, code: str, *, lock: bool = False) -> Appointment:
        """The appointment with a code as people type it. Raises AppointmentNotFound."""
        shown = normalise_code(code)
        found = self.appointments.by_code(shown, lock=lock) if shown else None
        if found is None:
            raise AppointmentNotFound
        return found

    def upcoming(self, code: str) -> Appointment:
        """The appointment with a code, locked, if it can still be changed.

        Raises AppointmentNotFound, AppointmentCancelled, AppointmentPast.
        """
        found = self.by_code(code, lock=True)
        if found.status is Status.CANCELLED:
            raise AppointmentCancelled
        if found.start <= self.clock.local():
            raise AppointmentPast
        return found

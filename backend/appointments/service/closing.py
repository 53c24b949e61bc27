"""Shuts offices for a time, as their staff want."""

from dataclasses import asdict, dataclass
from datetime import datetime

from backend.appointments.domain.appointment import Appointment
from backend.appointments.domain.names import Bilingual
from backend.appointments.errors import ClosureNotFound
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.closures import Closure, ClosureRepository
from backend.appointments.service.catalogue import Catalogue
from backend.kit.clock import Clock


@dataclass(frozen=True)
class Affected:
    """A closure and the confirmed appointments that lie in it, which it does not touch."""

    closure: Closure
    appointments: list[Appointment]


@dataclass(frozen=True)
class Closing:
    """Closures of offices within one transaction."""

    catalogue: Catalogue
    closures: ClosureRepository
    appointments: AppointmentRepository
    clock: Clock

    def close(
        self, office: str | None, start: datetime, until: datetime, reason: Bilingual | None
    ) -> Affected:
        """Shut an office, or all without one, from `start` until before `until` (wall clock).

        No new appointment is given in that time; those there are stay until somebody moves or
        cancels them. Raises UnknownOffice.
        """
        if office is not None:
            self.catalogue.office(office)
        values = {
            "office": office,
            "start": start,
            "until": until,
            "reason": asdict(reason) if reason else None,
        }
        number = self.closures.add(values)
        return self._with_appointments(Closure(number, office, start, until, reason))

    def closings(self) -> list[Affected]:
        """All closures that are not over, in order of their start."""
        known = self.closures.until_after(self.clock.local())
        return [self._with_appointments(each) for each in known]

    def reopen(self, number: int) -> None:
        """Take a closure back. Raises ClosureNotFound."""
        if not self.closures.remove(number):
            raise ClosureNotFound

    def _with_appointments(self, closure: Closure) -> Affected:
        start = max(closure.start, self.clock.local())
        found = self.appointments.at_office(closure.office, start, closure.until)
        return Affected(closure, found)

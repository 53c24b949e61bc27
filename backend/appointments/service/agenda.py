"""Who comes to an office on a day, for its staff."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.domain.catalogue import Office
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.service.catalogue import Catalogue


@dataclass(frozen=True)
class Visit:
    """An appointment and whose it is; None once that is erased."""

    appointment: Appointment
    contact: Contact | None


@dataclass(frozen=True)
class Agenda:
    """Confirmed appointments by office and day."""

    catalogue: Catalogue
    appointments: AppointmentRepository

    def on(self, key: str, day: date) -> tuple[Office, list[Visit]]:
        """The appointments of a day in order of their start. Raises UnknownOffice."""
        office = self.catalogue.office(key)
        start = datetime.combine(day, time())
        found = self.appointments.at_office(key, start, start + timedelta(days=1))
        return office, [Visit(each, self.appointments.contact(each.id)) for each in found]

"""From what the service knows to the shapes on the wire."""

from dataclasses import asdict
from datetime import datetime

from backend.appointments.closures import closure
from backend.appointments.domain.appointment import Appointment
from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import is_open, next_opening, ranges_on
from backend.appointments.schemas import AppointmentAnswer, HoldAnswer, OfficeNow
from backend.appointments.service.reasons import shown


def office_now(office: Office, now: datetime) -> OfficeNow:
    """An office with whether it is open."""
    holiday = closure(now.date())
    opening = {
        "open_now": is_open(office.hours, closure, now),
        "today": shown(ranges_on(office.hours, closure, now.date())),
        "closed_today": asdict(holiday) if holiday else None,
        "next_opening": next_opening(office.hours, closure, now),
    }
    return OfficeNow.model_validate({**office.facts, **opening})


def hold_answer(held: Appointment) -> HoldAnswer:
    """A hold without anything about later states."""
    return HoldAnswer.model_validate(
        {
            "hold_id": held.hold_id,
            "office": held.office,
            "start": held.start,
            "end": held.end,
            "services": [asdict(item) for item in held.services],
            "expires_at": held.expires_at,
        }
    )


def appointment_answer(found: Appointment) -> AppointmentAnswer:
    """An appointment without personal data."""
    return AppointmentAnswer.model_validate(
        {
            "code": found.code,
            "office": found.office,
            "start": found.start,
            "end": found.end,
            "services": [asdict(item) for item in found.services],
            "status": found.status.value,
            "ics_path": f"/api/appointments/{found.code}/calendar.ics",
        }
    )

"""From what the service knows to the shapes on the wire."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, time

from backend.appointments.closures import closure
from backend.appointments.domain.appointment import Appointment
from backend.appointments.domain.catalogue import Item, Office
from backend.appointments.domain.hours import is_open, next_opening, why_closed
from backend.appointments.schemas import OfficeDay, OfficeNow
from backend.appointments.schemas_booking import AppointmentAnswer, HoldAnswer, ItemShape
from backend.appointments.schemas_for_staff import ClosureAnswer
from backend.appointments.schemas_waiting import WaitingAnswer
from backend.appointments.service.closing import Affected
from backend.appointments.service.moving import Destination
from backend.appointments.service.reasons import shown
from backend.appointments.service.waiting import Standing


def office_now(office: Office, now: datetime) -> OfficeNow:
    """An office with whether it is open."""
    reason = why_closed(office.hours, closure, now.date(), office.closings)
    opening = {
        "open_now": is_open(office.hours, closure, now, office.closings),
        "today": shown(office.ranges(closure, now.date())),
        "closed_today": asdict(reason) if reason else None,
        "next_opening": next_opening(office.hours, closure, now, office.closings),
    }
    return OfficeNow.model_validate({**office.facts, **opening})


def office_day(office: Office, day: date) -> OfficeDay:
    """When an office is open on a day, closures counted."""
    reason = why_closed(office.hours, closure, day, office.closings)
    end = datetime.combine(day, time(23, 59))
    return OfficeDay.model_validate(
        {
            "office": office.key,
            "day": day,
            "ranges": shown(office.ranges(closure, day)),
            "closed": asdict(reason) if reason else None,
            "next_opening": next_opening(office.hours, closure, end, office.closings),
        }
    )


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


def destination(office: str, start: datetime, services: Sequence[ItemShape]) -> Destination:
    """Where a request wants an appointment to go."""
    return Destination(office, start, [Item(each.key, each.count) for each in services])


def closure_answer(found: Affected) -> ClosureAnswer:
    """A closure with the codes of the appointments in it."""
    return ClosureAnswer.model_validate(
        {
            **asdict(found.closure),
            "affected": [each.code for each in found.appointments],
        }
    )


def waiting_answer(standing: Standing | None) -> WaitingAnswer:
    """A place on the waiting list, or that there is none."""
    if standing is None:
        return WaitingAnswer(waiting=False)
    entry, offer = standing.entry, standing.offer
    said = {"id": offer.id, "until": offer.until, **asdict(offer.slot)} if offer else None
    return WaitingAnswer.model_validate(
        {
            "waiting": True,
            "joined_at": entry.joined_at,
            "ahead": standing.ahead,
            "wish": asdict(entry.preference),
            "offer": said,
        }
    )

"""REST for what offices do by themselves: move, cancel, shut for a time."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request, status

from backend.appointments.answers import (
    appointment_answer,
    closure_answer,
    destination,
    office_agenda,
)
from backend.appointments.domain.names import Bilingual
from backend.appointments.schemas_booking import AppointmentAnswer
from backend.appointments.schemas_for_staff import (
    ClosureAnswer,
    ClosureList,
    ClosureRequest,
    MoveRequest,
    OfficeAgenda,
)
from backend.appointments.wiring import ReadingAppointments, WritingAppointments
from backend.kit.actor import internal_or_lead, internal_or_staff
from backend.kit.container import container_of

router = APIRouter(
    prefix="/appointments/staff",
    tags=["appointments"],
    dependencies=[Depends(internal_or_staff)],
)
_LEADS = [Depends(internal_or_lead)]


@router.get("/offices/{key}/appointments")
def agenda(
    key: str,
    request: Request,
    appointments: ReadingAppointments,
    on: Annotated[date | None, Query()] = None,
) -> OfficeAgenda:
    """Who comes to an office on a day, today unless given; with names and contacts."""
    day = on or container_of(request).clock.local().date()
    office, visits = appointments.agenda.on(key, day)
    return office_agenda(office, day, visits)


@router.get("/closures")
def list_closures(appointments: ReadingAppointments) -> ClosureList:
    """Closures that are not over, with the appointments that lie in them."""
    return ClosureList(closures=[closure_answer(each) for each in appointments.closing.closings()])


@router.post("/closures", status_code=status.HTTP_201_CREATED, dependencies=_LEADS)
def close(body: ClosureRequest, appointments: WritingAppointments) -> ClosureAnswer:
    """Shut an office, or all, for a time; appointments there stay and are named."""
    reason = Bilingual(body.reason.de, body.reason.en) if body.reason else None
    made = appointments.closing.close(body.office, body.start, body.until, reason)
    return closure_answer(made)


@router.delete("/closures/{number}", status_code=status.HTTP_204_NO_CONTENT, dependencies=_LEADS)
def reopen(number: int, appointments: WritingAppointments) -> None:
    """Take a closure back."""
    appointments.closing.reopen(number)


@router.post("/{code}/reschedule")
def move(
    code: str,
    body: MoveRequest,
    appointments: WritingAppointments,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> AppointmentAnswer:
    """Move an appointment to any time the office is open; the person is told."""
    wanted = destination(body.office, body.start, body.services)
    return appointment_answer(appointments.moving.move_by_office(code, wanted, idempotency_key))


@router.post("/{code}/cancel")
def cancel(code: str, appointments: WritingAppointments) -> AppointmentAnswer:
    """Cancel an appointment; the person is told. A repeat changes nothing."""
    return appointment_answer(appointments.booking.cancel_by_office(code))

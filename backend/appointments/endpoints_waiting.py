"""REST of the waiting list."""

from fastapi import APIRouter, Depends, status

from backend.appointments.answers import appointment_answer, waiting_answer
from backend.appointments.domain.waiting import Preference
from backend.appointments.endpoints_by_code import limited
from backend.appointments.schemas_booking import AppointmentAnswer
from backend.appointments.schemas_waiting import WaitingAnswer, WaitingRequest
from backend.appointments.wiring import ReadingAppointments, WritingAppointments
from backend.kit.auth import internal

router = APIRouter(prefix="/appointments", tags=["appointments"])


@router.get("/{code}/waiting", dependencies=[Depends(limited)])
def standing(code: str, appointments: ReadingAppointments) -> WaitingAnswer:
    """Whether this appointment waits for a better time, and what is offered to it."""
    return waiting_answer(appointments.waiting.standing(code))


@router.post("/{code}/waiting", dependencies=[Depends(internal)])
def join(code: str, body: WaitingRequest, appointments: WritingAppointments) -> WaitingAnswer:
    """Wait for a better time; by default earlier at the same office. A repeat changes nothing."""
    wanted = Preference(
        tuple(body.offices), body.start, body.until, body.daily_from, body.daily_until
    )
    appointments.waiting.join(code, wanted)
    return waiting_answer(appointments.waiting.standing(code))


@router.delete(
    "/{code}/waiting", status_code=status.HTTP_204_NO_CONTENT, dependencies=[Depends(internal)]
)
def leave(code: str, appointments: WritingAppointments) -> None:
    """Wait no longer; an open offer ends. A repeat changes nothing."""
    appointments.waiting.leave(code)


@router.post("/waiting-offers/{offer_id}/accept", dependencies=[Depends(internal)])
def accept(offer_id: str, appointments: WritingAppointments) -> AppointmentAnswer:
    """Move the appointment to the slot offered; its code stays. A repeat moves it once."""
    return appointment_answer(appointments.waiting.accept(offer_id))


@router.post(
    "/waiting-offers/{offer_id}/decline",
    status_code=status.HTTP_204_NO_CONTENT,
    dependencies=[Depends(internal)],
)
def decline(offer_id: str, appointments: WritingAppointments) -> None:
    """Keep the appointment as it is, and the place in line for other days."""
    appointments.waiting.decline(offer_id)

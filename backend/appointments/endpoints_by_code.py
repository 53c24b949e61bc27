"""REST for people who have a booking code."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from backend.appointments.answers import appointment_answer, destination
from backend.appointments.schemas_booking import AppointmentAnswer, RescheduleRequest
from backend.appointments.service.calendar import calendar_file
from backend.appointments.wiring import ReadingProvider, WritingAppointments, WritingProvider
from backend.kit.auth import internal, is_internal
from backend.kit.container import container_of
from backend.kit.errors import TooManyRequests

router = APIRouter(prefix="/appointments", tags=["appointments"])


def limited(request: Request) -> None:
    """Limit look-ups per client address, so that codes cannot be guessed.

    Our own processes ask for many people and are not limited here. Raises TooManyRequests.
    """
    if is_internal(request):
        return
    container = container_of(request)
    client = request.client.host if request.client else ""
    if not container.lookups.allow(client, container.clock.now()):
        raise TooManyRequests


@router.get("/{code}", dependencies=[Depends(limited)])
def look_up(code: str, provider: ReadingProvider) -> AppointmentAnswer:
    """An appointment without personal data; the code as people type it."""
    return appointment_answer(provider.bookings.look_up(code))


@router.post("/{code}/cancel", dependencies=[Depends(internal)])
def cancel(code: str, provider: WritingProvider) -> AppointmentAnswer:
    """Cancel an appointment; a repeat changes nothing."""
    return appointment_answer(provider.bookings.cancel(code))


@router.post("/{code}/reschedule", dependencies=[Depends(internal)])
def reschedule(
    code: str,
    body: RescheduleRequest,
    appointments: WritingAppointments,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> AppointmentAnswer:
    """Move an appointment; its code stays. The same Idempotency-Key moves it once."""
    moving = appointments.moving
    if body.office is None or body.start is None:
        held = body.hold_id or ""
        return appointment_answer(moving.reschedule_to_hold(code, held, idempotency_key))
    wanted = destination(body.office, body.start, body.services)
    return appointment_answer(moving.reschedule(code, wanted, idempotency_key))


@router.get(
    "/{code}/calendar.ics",
    dependencies=[Depends(limited)],
    response_class=Response,
    responses={200: {"content": {"text/calendar": {}}}},
)
def calendar(
    code: str,
    request: Request,
    provider: ReadingProvider,
    language: Annotated[Literal["de", "en"], Query()] = "de",
) -> Response:
    """The appointment as a calendar file."""
    found = provider.bookings.look_up(code)
    catalogue, texts = provider.catalogue, container_of(request).texts
    content = calendar_file(
        found, catalogue.office_of(found), catalogue.services(), language, texts
    )
    name = f"termin-{found.code}.ics" if language == "de" else f"appointment-{found.code}.ics"
    return Response(
        content,
        media_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

"""REST of the appointments service: the catalogue, and holds up to confirmation."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request, status

from backend.appointments.answers import appointment_answer, hold_answer, office_day, office_now
from backend.appointments.domain.appointment import Contact
from backend.appointments.domain.catalogue import Item
from backend.appointments.schemas import (
    AbilityAnswer,
    OfficeDay,
    OfficeList,
    ServiceFacts,
    ServiceList,
    SlotAnswer,
    SlotShape,
)
from backend.appointments.schemas_booking import (
    AppointmentAnswer,
    ConfirmRequest,
    HoldAnswer,
    HoldRequest,
)
from backend.appointments.slot_query import SlotQuery
from backend.appointments.wiring import ReadingProvider, WritingProvider
from backend.kit.auth import internal
from backend.kit.container import container_of

router = APIRouter(prefix="/appointments", tags=["appointments"])


@router.get("/services")
def list_services(provider: ReadingProvider) -> ServiceList:
    """All services, discontinued ones included, in the order people see."""
    facts = [
        ServiceFacts.model_validate(service.facts)
        for service in provider.catalogue.services().values()
    ]
    return ServiceList(sample=any(each.sample for each in facts), services=facts)


@router.get("/offices")
def list_offices(request: Request, provider: ReadingProvider) -> OfficeList:
    """All offices, with whether they are open now and when they open next."""
    now = container_of(request).clock.local()
    offices = [office_now(each, now) for each in provider.catalogue.offices().values()]
    return OfficeList(sample=any(each.sample for each in offices), offices=offices)


@router.get("/offices/{key}/days/{day}")
def office_on_a_day(key: str, day: date, provider: ReadingProvider) -> OfficeDay:
    """When an office is open on a day: holidays and closures counted."""
    return office_day(provider.catalogue.office(key), day)


@router.get("/abilities")
def abilities(provider: ReadingProvider) -> AbilityAnswer:
    """What can be done besides booking and cancelling."""
    return AbilityAnswer.model_validate(provider.abilities)


@router.get("/slots")
def find_slots(
    request: Request, provider: ReadingProvider, query: Annotated[SlotQuery, Query()]
) -> SlotAnswer:
    """Free slots for a wish; see `SlotAnswer` for what is said when there are none."""
    if query.moving:
        # Whether a code exists is told to the public by the limited look-up alone.
        internal(request)
    answer = provider.calendar.find(query.question)
    found = answer.found
    return SlotAnswer(
        duration_minutes=answer.minutes,
        slots=[SlotShape.model_validate(slot) for slot in found.slots],
        more=found.more,
        reason=found.reason,
        reason_detail=found.detail,
        next=[SlotShape.model_validate(slot) for slot in found.next],
    )


@router.post("/holds", status_code=status.HTTP_201_CREATED, dependencies=[Depends(internal)])
def hold(
    body: HoldRequest,
    provider: WritingProvider,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> HoldAnswer:
    """Keep a slot until it is confirmed; the same Idempotency-Key gets the same answer."""
    items = [Item(each.key, each.count) for each in body.services]
    held = provider.calendar.hold(items, body.office, body.start, idempotency_key, body.moving)
    return hold_answer(held)


@router.post(
    "/holds/{hold_id}/confirm",
    status_code=status.HTTP_201_CREATED,
    dependencies=[Depends(internal)],
)
def confirm(hold_id: str, body: ConfirmRequest, provider: WritingProvider) -> AppointmentAnswer:
    """Turn a hold into an appointment with a code; a repeat gets the same one."""
    return appointment_answer(provider.bookings.confirm(hold_id, Contact(**body.model_dump())))


@router.delete(
    "/holds/{hold_id}", status_code=status.HTTP_204_NO_CONTENT, dependencies=[Depends(internal)]
)
def release(hold_id: str, provider: WritingProvider) -> None:
    """Give a hold back; a repeat changes nothing."""
    provider.calendar.release(hold_id)

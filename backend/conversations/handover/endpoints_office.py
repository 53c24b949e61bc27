"""REST of the console beyond one conversation: who is there, callbacks, figures, departments."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from backend.conversations.handover.dependencies import ReadingDesk, WritingDesk
from backend.conversations.handover.domain.staff import Present
from backend.conversations.handover.schemas_of_office import (
    CallbackDone,
    CallbackList,
    CallbackShape,
    DayFigures,
    DepartmentList,
    DepartmentShape,
    Figures,
    PresenceList,
    PresenceRequest,
    PresenceShape,
)
from backend.conversations.handover.service.calling import Calling
from backend.conversations.handover.service.counting import Counting
from backend.conversations.handover.service.present import Presence
from backend.kit.actor import Acting, internal_or_lead
from backend.kit.errors import InvalidRequest

router = APIRouter(prefix="/staff", tags=["staff"])

_LONGEST = timedelta(days=366)
_USUAL = timedelta(days=13)
DepartmentKey = Annotated[str | None, Query(max_length=64)]


@router.put("/presence")
def sign_of_life(body: PresenceRequest, actor: Acting, desk: WritingDesk) -> PresenceShape:
    """A sign of life of the actor's console."""
    return _presence(*Presence(desk).put(actor, body.status, body.limit, body.languages))


@router.get("/presence")
def who_is_there(actor: Acting, desk: ReadingDesk) -> PresenceList:
    """Everybody whose console gave a sign of life of late."""
    return PresenceList(staff=[_presence(*each) for each in Presence(desk).now()])


@router.get("/callbacks")
def callbacks(
    actor: Acting,
    desk: ReadingDesk,
    state: Literal["open", "done"] = "open",
    department: DepartmentKey = None,
) -> CallbackList:
    """Requests to be called or written to."""
    found = Calling(desk).all(done=state == "done", department=department)
    return CallbackList(callbacks=[CallbackShape.model_validate(each) for each in found])


@router.post("/callbacks/{callback_id}/done")
def done(callback_id: str, body: CallbackDone, actor: Acting, desk: WritingDesk) -> CallbackShape:
    """What became of one; the first outcome stays."""
    finished = Calling(desk).finish(callback_id, actor.name, body.outcome)
    return CallbackShape.model_validate(finished)


@router.get("/figures", dependencies=[Depends(internal_or_lead)])
def figures(
    actor: Acting,
    desk: ReadingDesk,
    from_: Annotated[date | None, Query(alias="from")] = None,
    until: date | None = None,
    department: DepartmentKey = None,
) -> Figures:
    """By day and as a whole, for a year at most; up to today, and for two weeks unless given."""
    last = until or desk.clock.local().date()
    first = from_ or last - _USUAL
    if not timedelta(0) <= last - first <= _LONGEST:
        raise InvalidRequest
    counting = Counting(desk)
    days, total = counting.figures(first, last, department)
    now = counting.now(department)
    return Figures(
        days=[DayFigures.model_validate(each) for each in days],
        total=DayFigures.model_validate(total),
        waiting_now=now.waiting,
        with_staff_now=now.with_staff,
        staff_now=now.staff,
    )


@router.get("/departments")
def departments(actor: Acting, desk: ReadingDesk) -> DepartmentList:
    """All departments with their hours now."""
    known, local = desk.policy.departments, desk.clock.local()
    found = []
    for each in known.all:
        is_open = known.is_open(each, local)
        shape = DepartmentShape(
            key=each.key,
            name=dict(zip(("de", "en"), each.name, strict=True)),
            open=is_open,
            opens_at=None if is_open else known.opens_at(each, local),
            sample=each.sample,
        )
        found.append(shape)
    return DepartmentList(departments=found)


def _presence(present: Present, chats: int) -> PresenceShape:
    return PresenceShape.model_validate({**asdict(present), "chats": chats})

"""REST of the handover for channels and actions; only our own processes may call it."""

from fastapi import APIRouter, Depends, status

from backend.conversations.handover.dependencies import (
    ConversationId,
    IdempotencyKey,
    WritingDesk,
)
from backend.conversations.handover.domain.handover import Reason
from backend.conversations.handover.schemas import (
    CallbackAnswer,
    CallbackRequest,
    HandoverAnswer,
    HandoverRequest,
    LeaveRequest,
    RatingRequest,
    ReadRequest,
    StandingShape,
)
from backend.conversations.handover.service.calling import CallbackWish, Calling
from backend.conversations.handover.service.requesting import Requesting, Wanted
from backend.conversations.handover.service.writing import Reacting
from backend.kit.auth import internal

router = APIRouter(
    prefix="/conversations/{conversation_id}", tags=["handover"], dependencies=[Depends(internal)]
)


@router.post("/handover")
def request(
    conversation_id: ConversationId,
    body: HandoverRequest,
    desk: WritingDesk,
    idempotency_key: IdempotencyKey = None,
) -> HandoverAnswer:
    """Ask for staff; says truthfully whether somebody is there, and when if not."""
    wanted = Wanted(
        reason=Reason(body.reason),
        language=body.language,
        department=body.department,
        evidence=body.evidence.model_dump(),
    )
    answered = Requesting(desk).request(conversation_id, wanted, idempotency_key)
    return HandoverAnswer(
        available=answered.standing.state in ("waiting", "staff"),
        department=answered.department,
        why=answered.why,
        opens_at=answered.opens_at,
        **answered.standing.as_json(),
    )


@router.post("/leave")
def leave(conversation_id: ConversationId, body: LeaveRequest, desk: WritingDesk) -> StandingShape:
    """The person no longer waits or talks; a repeat changes nothing."""
    return StandingShape.model_validate(Requesting(desk).leave(conversation_id, body.language))


@router.post("/callbacks", status_code=status.HTTP_201_CREATED)
def ask_for_callback(
    conversation_id: ConversationId,
    body: CallbackRequest,
    desk: WritingDesk,
    idempotency_key: IdempotencyKey = None,
) -> CallbackAnswer:
    """Store a request to be called or written to."""
    wish = CallbackWish(**body.model_dump())
    callback, opens_at = Calling(desk).ask(conversation_id, wish, idempotency_key)
    return CallbackAnswer(id=callback.id, opens_at=opens_at)


@router.put("/rating", status_code=status.HTTP_204_NO_CONTENT)
def rate(conversation_id: ConversationId, body: RatingRequest, desk: WritingDesk) -> None:
    """How it was; the latest rating counts."""
    Reacting(desk).rate(conversation_id, body.stars, body.words)


@router.put("/read", status_code=status.HTTP_204_NO_CONTENT)
def read(conversation_id: ConversationId, body: ReadRequest, desk: WritingDesk) -> None:
    """The person has seen everything up to a message."""
    Reacting(desk).read(conversation_id, body.seq)

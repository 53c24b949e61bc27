"""REST of the console: what staff add to a conversation."""

from fastapi import APIRouter, status

from backend.conversations.handover.answers import item_shape, message_shape
from backend.conversations.handover.dependencies import ConversationId, ReadingDesk, WritingDesk
from backend.conversations.handover.schemas import ReadRequest
from backend.conversations.handover.schemas_for_staff import (
    InboxItem,
    NoteShape,
    StaffMessageShape,
    TagsRequest,
    TextRequest,
)
from backend.conversations.handover.service.listing import Listing
from backend.conversations.handover.service.writing import Writing
from backend.kit.actor import Acting

router = APIRouter(prefix="/staff/conversations/{conversation_id}", tags=["staff"])


@router.post("/messages", status_code=status.HTTP_201_CREATED)
def write(
    conversation_id: ConversationId, body: TextRequest, actor: Acting, desk: WritingDesk
) -> StaffMessageShape:
    """Words to the person; a repeat of the id is stored once."""
    message = Writing(desk, actor).message(conversation_id, body.id, body.text)
    return message_shape(message, "delivered" if message.delivered_at else "sent")


@router.post("/notes", status_code=status.HTTP_201_CREATED)
def note(
    conversation_id: ConversationId, body: TextRequest, actor: Acting, desk: WritingDesk
) -> NoteShape:
    """Words for staff only; a repeat of the id is stored once."""
    stored = Writing(desk, actor).note(conversation_id, body.id, body.text)
    return NoteShape.model_validate(stored)


@router.put("/tags")
def tag(
    conversation_id: ConversationId, body: TagsRequest, actor: Acting, desk: WritingDesk
) -> InboxItem:
    """All tags of a conversation."""
    Writing(desk, actor).tags(conversation_id, body.tags)
    return item_shape(Listing(desk).item(conversation_id, actor.id))


@router.put("/read", status_code=status.HTTP_204_NO_CONTENT)
def read(
    conversation_id: ConversationId, body: ReadRequest, actor: Acting, desk: WritingDesk
) -> None:
    """The actor has seen everything up to a message."""
    Writing(desk, actor).read(conversation_id, body.seq)


@router.post("/typing", status_code=status.HTTP_204_NO_CONTENT)
def typing(conversation_id: ConversationId, actor: Acting, desk: ReadingDesk) -> None:
    """The actor is writing; the person may see it."""
    Writing(desk, actor).typing(conversation_id)

"""REST of the console: lists, and who has a conversation."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from backend.conversations.handover.answers import detail_shape, item_shape, message_shape
from backend.conversations.handover.dependencies import ConversationId, ReadingDesk, WritingDesk
from backend.conversations.handover.repository.listing import Filters
from backend.conversations.handover.schemas_for_staff import (
    AssignRequest,
    CloseRequest,
    ConversationDetail,
    InboxItem,
    InboxPage,
    NoteRequest,
    StaffMessages,
    TransferRequest,
)
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.listing import Listing
from backend.conversations.handover.service.transferring import Transferring
from backend.conversations.handover.service.working import Working
from backend.conversations.handover.service.writing import Writing
from backend.kit.actor import Acting, Actor
from backend.kit.errors import InvalidRequest

router = APIRouter(prefix="/staff/conversations", tags=["staff"])

Word = Annotated[str | None, Query(max_length=100)]


@router.get("")
def inbox(
    actor: Acting,
    desk: ReadingDesk,
    view: Literal["waiting", "mine", "all", "closed"] = "waiting",
    department: Word = None,
    language: Word = None,
    channel: Word = None,
    tag: Word = None,
    search: Word = None,
    before: datetime | None = None,
    *,
    unread: bool = False,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> InboxPage:
    """A view, filtered; with how many wait and how many the actor has."""
    filters = Filters(view, actor.id, department, language, channel, tag, search, unread, before)
    items, more = Listing(desk).page(filters, limit)
    counts = desk.listing.counts(actor.id, department)
    return InboxPage(items=[item_shape(each) for each in items], more=more, counts=counts)


@router.get("/{conversation_id}")
def detail(conversation_id: ConversationId, actor: Acting, desk: ReadingDesk) -> ConversationDetail:
    """What stands beside the messages."""
    return detail_shape(Listing(desk).detail(conversation_id, actor.id))


@router.get("/{conversation_id}/messages")
def messages(
    conversation_id: ConversationId,
    actor: Acting,
    desk: ReadingDesk,
    after: Annotated[int | None, Query(ge=0)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> StaffMessages:
    """Messages in order: those after a seq, or the latest ones."""
    found = Listing(desk).messages(conversation_id, after, limit)
    return StaffMessages(messages=[message_shape(*each) for each in found])


@router.post("/{conversation_id}/take")
def take(conversation_id: ConversationId, actor: Acting, desk: WritingDesk) -> InboxItem:
    """Take somebody out of the queue."""
    Working(desk, actor).take(conversation_id)
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/assign")
def assign(
    conversation_id: ConversationId, body: AssignRequest, actor: Acting, desk: WritingDesk
) -> InboxItem:
    """Give it to a member of staff."""
    Working(desk, actor).assign(conversation_id, body.staff_id, body.staff_name)
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/release")
def release(
    conversation_id: ConversationId, body: NoteRequest, actor: Acting, desk: WritingDesk
) -> InboxItem:
    """Back to the queue, at its old place."""
    Working(desk, actor).release(conversation_id, body.note, None)
    _keep(desk, actor, conversation_id, body.note)
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/return")
def give_back(
    conversation_id: ConversationId, body: NoteRequest, actor: Acting, desk: WritingDesk
) -> InboxItem:
    """Back to the bot, which still knows what it knew; the person reads the note."""
    Working(desk, actor).give_back(conversation_id, body.note)
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/close")
def close(
    conversation_id: ConversationId, body: CloseRequest, actor: Acting, desk: WritingDesk
) -> InboxItem:
    """The end."""
    Working(desk, actor).close(conversation_id, body.reason)
    _keep(desk, actor, conversation_id, body.note)
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/transfer")
def transfer(
    conversation_id: ConversationId, body: TransferRequest, actor: Acting, desk: WritingDesk
) -> InboxItem:
    """Ask a colleague to take over, or put it into the queue of a department."""
    transferring = Transferring(desk, actor)
    if body.department:
        transferring.to_department(conversation_id, body.department, body.note)
        _keep(desk, actor, conversation_id, body.note)
    elif body.staff_id and body.staff_name:
        transferring.offer(conversation_id, (body.staff_id, body.staff_name), body.note)
    else:
        raise InvalidRequest
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/transfer/accept")
def accept(conversation_id: ConversationId, actor: Acting, desk: WritingDesk) -> InboxItem:
    """Take over what was offered."""
    Transferring(desk, actor).accept(conversation_id)
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/transfer/decline")
def decline(
    conversation_id: ConversationId,
    actor: Acting,
    desk: WritingDesk,
    body: NoteRequest | None = None,
) -> InboxItem:
    """It stays where it is."""
    Transferring(desk, actor).decline(conversation_id)
    _keep(desk, actor, conversation_id, body.note if body else None)
    return _item(desk, actor, conversation_id)


@router.post("/{conversation_id}/transfer/withdraw")
def withdraw(conversation_id: ConversationId, actor: Acting, desk: WritingDesk) -> InboxItem:
    """Ask no longer."""
    Transferring(desk, actor).withdraw(conversation_id)
    return _item(desk, actor, conversation_id)


def _keep(desk: Desk, actor: Actor, conversation_id: str, note: str | None) -> None:
    """What is said with a step stays as a private note."""
    if note and note.strip():
        Writing(desk, actor).note(conversation_id, desk.ids.new(), note)


def _item(desk: Desk, actor: Actor, conversation_id: str) -> InboxItem:
    return item_shape(Listing(desk).item(conversation_id, actor.id))

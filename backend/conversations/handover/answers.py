"""What the service found, in the shapes of the API."""

from backend.conversations.domain import Message
from backend.conversations.handover.schemas_for_staff import (
    ConversationDetail,
    InboxItem,
    NoteShape,
    StaffMessageShape,
    TransferShape,
    TransitionShape,
)
from backend.conversations.handover.service.listing import Detail, Item


def item_shape(item: Item) -> InboxItem:
    """A conversation in a list; what a handover tells only while there was one."""
    conversation, handover = item.conversation, item.handover
    shape = InboxItem(
        id=conversation.id,
        state=conversation.state,
        language=conversation.language,
        channel=conversation.channel,
        created_at=conversation.created_at,
        last_at=item.last_at,
        last_role=item.last[0] if item.last else None,
        last_text=item.preview,
        unread=item.unread,
        tags=list(item.tags),
        position=item.standing.position,
        wait_minutes=item.standing.wait_minutes,
        stars=item.rating.stars if item.rating else None,
    )
    if handover is None:
        return shape
    offered = handover.offered_to is not None
    return shape.model_copy(
        update={
            "department": handover.department,
            "reason": handover.reason,
            "requested_at": handover.requested_at,
            "staff_id": handover.staff_id,
            "staff_name": handover.staff_name,
            "staff_warned": handover.ended_at is None and handover.staff_warned_at is not None,
            "transfer": TransferShape(
                to_id=handover.offered_to or "",
                to_name=handover.offered_to_name or "",
                from_id=handover.offered_by or "",
                note=handover.offered_note,
            )
            if offered
            else None,
        }
    )


def detail_shape(detail: Detail) -> ConversationDetail:
    """One conversation with everything beside its messages."""
    handover, rating = detail.item.handover, detail.item.rating
    return ConversationDetail(
        item=item_shape(detail.item),
        evidence=dict(handover.evidence) if handover else None,
        transitions=[TransitionShape.model_validate(each) for each in detail.transitions],
        notes=[NoteShape.model_validate(each) for each in detail.notes],
        reads=dict(detail.reads),
        words=rating.words if rating else None,
    )


def message_shape(message: Message, delivery: str | None) -> StaffMessageShape:
    """A message with what became of it."""
    fields = {
        name: getattr(message, name)
        for name in StaffMessageShape.model_fields
        if name != "delivery"
    }
    return StaffMessageShape.model_validate({**fields, "delivery": delivery})

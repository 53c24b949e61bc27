"""Shapes of the handover as the console uses it; other packages may import these."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from backend.conversations.schemas import Button, Id, Shape, ShapeOut
from backend.kit.wire import Storable

Note = Annotated[str | None, Field(max_length=2000), Storable]
Key = Annotated[str, Field(min_length=1, max_length=64), Storable]


class TransferShape(ShapeOut):
    """A colleague was asked to take over."""

    to_id: str
    to_name: str
    from_id: str
    note: str | None


class InboxItem(ShapeOut):
    """A conversation in a list. `unread`: messages of the person that the actor has not seen."""

    id: str
    state: str
    language: str | None
    channel: str
    created_at: datetime
    last_at: datetime
    last_role: str | None
    last_text: str
    unread: int
    tags: list[str]
    department: str | None = None
    reason: str | None = None
    position: int | None = None
    wait_minutes: int | None = None
    requested_at: datetime | None = None
    staff_id: str | None = None
    staff_name: str | None = None
    staff_warned: bool = False
    transfer: TransferShape | None = None
    stars: int | None = None


class InboxPage(ShapeOut):
    """Items of a view; `more` tells whether older ones follow."""

    items: list[InboxItem]
    more: bool
    counts: dict[str, int]


class StaffMessageShape(ShapeOut):
    """A message with what became of it: `sent`, `delivered` or `read` for staff's own."""

    seq: int
    role: str
    kind: str
    sender: str | None
    text: str
    buttons: list[Button]
    card: dict[str, Any] | None
    language: str | None
    at: datetime
    intent: str | None
    confidence: float | None
    delivery: Literal["sent", "delivered", "read"] | None


class NoteShape(ShapeOut):
    """A private note."""

    id: str
    staff_id: str
    staff_name: str
    text: str
    at: datetime


class TransitionShape(ShapeOut):
    """A step that was taken."""

    before: str
    after: str
    step: str
    reason: str | None
    by: str
    staff_name: str | None
    department: str | None
    at: datetime


class ConversationDetail(ShapeOut):
    """One conversation as staff see it beside the messages."""

    item: InboxItem
    evidence: dict[str, Any] | None
    transitions: list[TransitionShape]
    notes: list[NoteShape]
    reads: dict[str, int]
    words: str | None


class StaffMessages(ShapeOut):
    """Messages in order."""

    messages: list[StaffMessageShape]


class AssignRequest(Shape):
    """Give it to a member of staff."""

    staff_id: Key
    staff_name: Annotated[str, Field(min_length=1, max_length=100), Storable]


class TransferRequest(Shape):
    """To a colleague, who accepts or declines, or to the queue of a department."""

    staff_id: Annotated[str | None, Field(max_length=64), Storable] = None
    staff_name: Annotated[str | None, Field(max_length=100), Storable] = None
    department: Annotated[str | None, Field(max_length=64)] = None
    note: Note = None


class NoteRequest(Shape):
    """Words that may come with a step, kept for staff. On `return` the person reads them."""

    note: Note = None


class CloseRequest(Shape):
    """The end, with its reason."""

    reason: Literal["solved", "not_ours", "no_answer", "spam", "other"]
    note: Note = None


class TextRequest(Shape):
    """A message or a note; a repeat of its `id` is stored once."""

    id: Id
    text: Annotated[str, Field(min_length=1, max_length=4000), Storable]


class TagsRequest(Shape):
    """All tags of a conversation."""

    tags: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=32), Storable]], Field(max_length=20)
    ]

"""Shapes of the conversations API; other packages may import these."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.conversations.domain import Kind, Role, State
from backend.kit.wire import Storable

Id = Annotated[str, StringConstraints(min_length=1, max_length=200), Storable]
AnyText = Annotated[str, Storable]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
ChannelName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")]

# Channels shorten what people send long before this; it only keeps the database safe.
MAX_TEXT = 200_000


class Shape(BaseModel):
    """Base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class ShapeOut(Shape):
    """Base of what only goes out: taken from objects that know more."""

    model_config = ConfigDict(extra="ignore", from_attributes=True)


class IncomingMessage(Shape):
    """A person's message; `id` is the channel's and makes a repeat harmless."""

    id: Id
    channel: ChannelName
    text: Annotated[str, Field(max_length=MAX_TEXT), Storable]
    language: LanguageTag | None = None
    payload: Annotated[str | None, Field(max_length=MAX_TEXT), Storable] = None


class Button(Shape):
    """A choice; `payload` is sent back when it is taken."""

    title: AnyText
    payload: AnyText


class ReplyShape(Shape):
    """One answer of the bot; `card` is JSON for channels that can show more than text."""

    text: AnyText
    buttons: list[Button] = []
    card: Annotated[dict[str, Any] | None, Storable] = None


class AnswerRequest(Shape):
    """All replies to a message and what was understood."""

    language: LanguageTag
    intent: str | None = Field(default=None, max_length=64)
    confidence: float | None = Field(default=None, ge=0, le=1)
    replies: list[ReplyShape] = Field(max_length=50)


class NoticeRequest(ReplyShape):
    """A message that answers nothing; a repeat of its `id` is stored once."""

    id: Id
    language: LanguageTag


class MessageShape(Shape):
    """One turn of any side.

    `id` is the channel's id of a person's message, or that of a notice; `in_reply_to`
    the seq that a reply answers. `sender` is the name of a member of staff; `standing` tells who
    has the conversation after news of kind `state`.
    """

    model_config = ConfigDict(extra="ignore", from_attributes=True)

    seq: int
    id: str | None = Field(default=None, validation_alias="message_id")
    role: Role
    text: str
    buttons: list[Button]
    card: dict[str, Any] | None
    language: str | None
    channel: str
    at: datetime
    in_reply_to: int | None
    kind: Kind
    sender: str | None
    standing: dict[str, Any] | None


class ReceivedAnswer(Shape):
    """A stored message; `replies` is null until it has been answered, `told` what the bot said by
    itself since the person's message before.
    """

    seq: int
    state: State
    replies: list[MessageShape] | None
    told: list[MessageShape] = []


class Replies(Shape):
    """Stored replies, in order."""

    replies: list[MessageShape]


class Transcript(Shape):
    """Messages in order."""

    messages: list[MessageShape]


class ConversationShape(Shape):
    """A conversation as a whole.

    `position` counts from 1 while the person waits for staff; `wait_minutes` is an estimate;
    `staff` the name of who has it.
    """

    model_config = ConfigDict(extra="ignore", from_attributes=True)

    state: State
    language: str | None
    channel: str
    created_at: datetime
    position: int | None = None
    wait_minutes: int | None = None
    staff: str | None = None


class GapShape(Shape):
    """A message that was not understood, personal data masked."""

    text: str
    language: str
    intent: str
    confidence: float
    at: datetime


class Gaps(Shape):
    """Knowledge gaps, newest first."""

    gaps: list[GapShape]

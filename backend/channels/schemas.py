"""Shapes of the channels API; other packages may import these."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.kit.wire import Storable

ChannelName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")]
ChatId = Annotated[str, StringConstraints(min_length=1, max_length=64), Storable]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
UpdateId = Annotated[int, Field(ge=0, lt=2**63)]


class Shape(BaseModel):
    """Base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class UpdateTold(Shape):
    """An update; `body` is what the channel needs to work on it."""

    update_id: UpdateId
    chat_id: ChatId | None = None
    body: Annotated[dict[str, Any], Storable]


class UpdatesTold(Shape):
    """Updates in the order they came."""

    updates: list[UpdateTold] = Field(max_length=100)


class ChatShape(Shape):
    """A chat; `blocked_at` is set while it takes no messages."""

    model_config = ConfigDict(extra="ignore", from_attributes=True)

    chat_id: str
    conversation_id: str
    language: str | None
    blocked_at: datetime | None


class UpdateTaken(Shape):
    """A stored update; `new` is false for a repeat, `chat` is that of a new or unfinished one."""

    update_id: int
    new: bool
    sent: int
    body: dict[str, Any] | None
    chat: ChatShape | None


class UpdatesTaken(Shape):
    """Stored updates, in order."""

    updates: list[UpdateTaken]


class Progress(Shape):
    """How many messages of the answer have left; `finished` ends the work on the update."""

    sent: int | None = Field(default=None, ge=0)
    finished: bool = False
    language: LanguageTag | None = None


class ChatChange(Shape):
    """Whether the person takes messages."""

    blocked: bool

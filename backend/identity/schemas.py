"""Shapes of the identity API; other packages may import these.

Times without offset are Europe/Berlin wall clock; `expires_at` is UTC.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.kit.wire import Storable, WallClock

ConversationId = Annotated[str, Field(min_length=1, max_length=200), Storable]


class Shape(BaseModel):
    """Base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class ChallengeRequest(Shape):
    """Who somebody says to be.

    `address` is the network address the person comes from, where the channel knows it; only a
    mark of it is kept, for counting.
    """

    contact: str = Field(max_length=1000)
    conversation_id: ConversationId
    language: Literal["de", "en"] = "de"
    address: str | None = Field(default=None, max_length=200)


class ChallengeAnswer(Shape):
    """A code is on its way if somebody is stored with the contact; nobody is told whether."""

    challenge_id: str
    expires_at: datetime
    digits: int


class ProofRequest(Shape):
    """The code as people type it, in the conversation in which it was asked for."""

    code: str = Field(max_length=1000)
    conversation_id: ConversationId


class ProofAnswer(Shape):
    """The proof, to be sent as header `Identity-Proof` with `Conversation-Id`."""

    proof: str
    expires_at: datetime


class BookedItem(Shape):
    """A service and for how many persons or items."""

    key: str
    count: int


class BookedShape(Shape):
    """A coming appointment; `ics_path` is relative to the server."""

    code: str
    office: str
    start: WallClock
    end: WallClock
    services: list[BookedItem]
    ics_path: str


class OwnAppointments(Shape):
    """The coming appointments of the proved contact, in order."""

    appointments: list[BookedShape]

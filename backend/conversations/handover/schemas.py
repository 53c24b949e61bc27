"""Shapes of the handover as channels and actions use it; other packages may import these."""

from typing import Annotated, Any, Literal

from pydantic import Field

from backend.conversations.schemas import LanguageTag, Shape, ShapeOut
from backend.kit.wire import Storable, WallClock

Contact = Annotated[str, Field(min_length=3, max_length=254), Storable]
Words = Annotated[str, Field(max_length=2000), Storable]


class Wish(Shape):
    """An intent with its confidence, 0 to 1."""

    intent: Annotated[str, Field(max_length=64)]
    confidence: Annotated[float, Field(ge=0, le=1)]


class OpenTask(Shape):
    """What the bot was doing: the task's name, what it knows, what it had asked."""

    task: Annotated[str, Field(max_length=64)]
    asked: Annotated[str | None, Field(max_length=64)] = None
    values: Annotated[dict[str, Any], Storable] = Field(default_factory=dict)


class EvidenceShape(Shape):
    """What staff can read of the talk with the bot."""

    slots: Annotated[dict[str, Any], Storable] = Field(default_factory=dict)
    wishes: list[Wish] = Field(default_factory=list)
    task: OpenTask | None = None
    failed: int = Field(default=0, ge=0)
    why: Annotated[str | None, Field(max_length=500), Storable] = None


class HandoverRequest(Shape):
    """Ask for staff; a repeat with the same Idempotency-Key is harmless."""

    reason: Literal["request", "failures", "complaint", "fault", "rule"] = "request"
    language: LanguageTag
    department: Annotated[str | None, Field(max_length=64)] = None
    evidence: EvidenceShape = EvidenceShape()


class StandingShape(ShapeOut):
    """Who has the conversation; the place from 1 and the estimate while waiting."""

    state: str
    position: int | None = None
    wait_minutes: int | None = None
    staff: str | None = None


class HandoverAnswer(StandingShape):
    """Whether somebody is there.

    `available`: the person now waits (or is with staff already); otherwise `why` is `closed`
    or `nobody`, and `opens_at` tells when somebody is there next. `position` counts from 1;
    `wait_minutes` is None when there is nothing to estimate from. `department` is whose staff was
    asked for.
    """

    available: bool
    department: str | None = None
    why: Literal["closed", "nobody"] | None = None
    opens_at: WallClock | None = None


class CallbackRequest(Shape):
    """Ask to be called or written to; a repeat with the same Idempotency-Key is harmless."""

    contact: Contact
    kind: Literal["phone", "email"]
    name: Annotated[str | None, Field(max_length=100), Storable] = None
    topic: Words = ""
    wished: Annotated[str | None, Field(max_length=200), Storable] = None
    language: LanguageTag
    department: Annotated[str | None, Field(max_length=64)] = None


class CallbackAnswer(ShapeOut):
    """The request as stored."""

    id: str
    opens_at: WallClock | None


class LeaveRequest(Shape):
    """The person no longer wants to wait or talk."""

    language: LanguageTag | None = None


class RatingRequest(Shape):
    """How it was, 1 (bad) to 5 (good); the latest one counts."""

    stars: int = Field(ge=1, le=5)
    words: Words = ""


class ReadRequest(Shape):
    """Everything up to this message has been seen."""

    seq: int = Field(ge=0, le=2**31 - 1)

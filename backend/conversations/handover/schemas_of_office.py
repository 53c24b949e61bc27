"""Shapes of who is there, callbacks, figures and departments; other packages may import these."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from backend.conversations.schemas import Shape, ShapeOut
from backend.kit.wire import WallClock


class PresenceRequest(Shape):
    """A sign of life, every 20 seconds while a console is open.

    `status`: `available` takes new chats, `busy` does not; `limit`: how many at a time.
    """

    status: Literal["available", "busy", "away"]
    limit: int = Field(default=4, ge=1, le=50)
    languages: Annotated[list[str], Field(max_length=10)] = Field(default_factory=lambda: ["de"])


class PresenceShape(ShapeOut):
    """Who is there; `chats` is how many they have."""

    id: str
    name: str
    status: str
    limit: int
    languages: list[str]
    departments: list[str]
    chats: int
    seen_at: datetime


class PresenceList(ShapeOut):
    """Staff who are there now."""

    staff: list[PresenceShape]


class CallbackShape(ShapeOut):
    """A request to be called or written to."""

    id: str
    conversation_id: str | None
    name: str | None
    contact: str
    kind: str
    topic: str
    wished: str | None
    language: str
    department: str
    created_at: datetime
    done_at: datetime | None
    done_by: str | None
    outcome: str | None


class CallbackList(ShapeOut):
    """Callbacks, the oldest open ones first."""

    callbacks: list[CallbackShape]


class CallbackDone(Shape):
    """What became of it."""

    outcome: Literal["reached", "not_reached", "obsolete"]


class DepartmentShape(ShapeOut):
    """A department with its hours now."""

    key: str
    name: dict[str, str]
    open: bool
    opens_at: WallClock | None
    sample: bool


class DepartmentList(ShapeOut):
    """All departments."""

    departments: list[DepartmentShape]


class DayFigures(ShapeOut):
    """One day. Waiting and handling in seconds; None where nobody waited or was helped."""

    day: str
    conversations: int
    contained: int
    handed_over: int
    abandoned: int
    callbacks: int
    waiting_median: int | None
    waiting_p95: int | None
    handling_median: int | None
    ratings: int
    stars: float | None


class Figures(ShapeOut):
    """Figures of a period by day, and as a whole (`day` is "total"); live: the queue now."""

    days: list[DayFigures]
    total: DayFigures
    waiting_now: int
    with_staff_now: int
    staff_now: int

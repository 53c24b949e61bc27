"""Shapes of the notifications API; other packages may import these."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from backend.notifications.domain import State, Way


class Shape(BaseModel):
    """Base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class NoticeShape(Shape):
    """A notice without content and recipient; `reason` says why it was not sent."""

    uid: str
    kind: str
    about: str
    way: Way
    state: State
    reason: str | None
    attempts: int
    due_at: datetime
    finished_at: datetime | None


class Notices(Shape):
    """Notices in one state, newest first, and how many there are in each."""

    counts: dict[State, int]
    notices: list[NoticeShape]

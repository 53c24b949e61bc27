"""What staff and the person add to a conversation, and requests to be called back."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Note:
    """For staff only."""

    conversation_id: str
    id: str
    staff_id: str
    staff_name: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Rating:
    """By the person, 1 (bad) to 5 (good)."""

    conversation_id: str
    stars: int
    words: str
    at: datetime


@dataclass(frozen=True)
class Callback:
    """Somebody waits to be called (`kind` phone) or written to (email)."""

    id: str
    key: str | None
    conversation_id: str | None
    name: str | None
    contact: str
    kind: str
    topic: str
    wished: str | None
    language: str
    department: str
    created_at: datetime
    done_at: datetime | None = None
    done_by: str | None = None
    outcome: str | None = None

"""A handover as the tests vary it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from backend.conversations.handover.domain.handover import Handover, Reason

NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def handover(**values: Any) -> Handover:
    """Asked for at NOON; nobody has taken it."""
    fields: dict[str, Any] = {
        "id": "h-1",
        "conversation_id": "c-1",
        "key": None,
        "reason": Reason.REQUEST,
        "department": "citizen_service",
        "language": "de",
        "channel": "website",
        "evidence": {},
        "requested_at": NOON,
        "queued_at": NOON,
        "person_at": NOON,
    }
    return Handover(**fields | values)


def taken(**values: Any) -> Handover:
    """Taken five minutes later."""
    fields = {"staff_id": "s-1", "staff_name": "Frau Yilmaz", "taken_at": NOON + minutes(5)}
    return handover(**fields | values)

"""A conversation as its page shows it: read from the backend in one go."""

import asyncio
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from backend.staff.schemas import UserShape
from connectors.console.backend import Backend, segment
from connectors.console.canned import Canned
from connectors.console.errors import Refused

_CODE = re.compile(r"\b[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}\b")
_MESSAGES = 200
_MOST_BOOKINGS = 5


async def detail_of(api: Backend, conversation_id: str) -> dict[str, Any]:
    """State, evidence, steps and notes. Raises Refused."""
    detail: dict[str, Any] = await api.get(f"/staff/conversations/{segment(conversation_id)}")
    return detail


async def head_of(api: Backend, conversation_id: str) -> dict[str, Any]:
    """Who has it, what may be done, and with whom. Raises Refused."""
    detail, present, departments = await asyncio.gather(
        detail_of(api, conversation_id),
        api.get("/staff/presence"),
        api.get("/staff/departments"),
    )
    return {
        "detail": detail,
        "item": detail["item"],
        "colleagues": [each for each in present["staff"] if api.user and each["id"] != api.user.id],
        "departments": departments["departments"],
    }


async def messages_of(api: Backend, conversation_id: str) -> list[dict[str, Any]]:
    """The latest messages, in order. Raises Refused."""
    answer = await api.get(
        f"/staff/conversations/{segment(conversation_id)}/messages", limit=_MESSAGES
    )
    messages: list[dict[str, Any]] = answer["messages"]
    return messages


async def bookings_of(
    api: Backend, detail: Mapping[str, Any], messages: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The bookings whose codes the person gave, or was given, in this conversation.

    A code is what proves a person here; nothing is looked up by name.
    """
    evidence = detail.get("evidence") or {}
    said = [each["text"] for each in messages if each["role"] in ("person", "bot")]
    codes = dict.fromkeys(_CODE.findall(" ".join([*said, str(evidence)]).upper()))
    found = await asyncio.gather(*(_booking(api, code) for code in list(codes)[-_MOST_BOOKINGS:]))
    return [each for each in found if each]


async def _booking(api: Backend, code: str) -> dict[str, Any] | None:
    try:
        booking: dict[str, Any] = await api.get(f"/appointments/{code}")
    except Refused:
        return None
    return booking


def canned_for(canned: Canned, member: UserShape, detail: Mapping[str, Any]) -> dict[str, Any]:
    """Canned answers with this conversation's values."""
    slots = (detail.get("evidence") or {}).get("slots") or {}
    values = {
        "staff": member.name,
        "department": detail["item"].get("department") or "",
        "name": str(slots.get("name") or ""),
        "code": str(slots.get("code") or ""),
        "today": f"{datetime.now():%d.%m.%Y}",
    }
    return dict(canned.filled(values))


def new_id() -> str:
    """An id for a message or note to be, so that sending it twice stores it once."""
    return str(uuid4())

"""Handovers over the backend's REST API."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from actions.backend import Backend
from actions.handover.ports import CallbackWish, Outcome

_CLOSED = "closed"


class HandoversApi:
    """See ports.Handovers."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def request(
        self,
        conversation_id: str,
        reason: str,
        language: str,
        evidence: Mapping[str, Any],
        key: str,
    ) -> Outcome:
        """See ports.Handovers."""
        body = {"reason": reason, "language": language, "evidence": dict(evidence)}
        answer = await self._backend.post(f"/conversations/{conversation_id}/handover", body, key)
        return Outcome(
            available=answer["available"],
            position=answer["position"],
            minutes=answer["wait_minutes"],
            opens_at=_moment(answer["opens_at"]) if answer["why"] == _CLOSED else None,
            department=answer["department"],
        )

    async def call_back(
        self, conversation_id: str, wish: CallbackWish, language: str, key: str
    ) -> datetime | None:
        """See ports.Handovers."""
        contact = wish.contact
        kind = "email" if contact.get("email") else "phone"
        body = {
            "contact": contact[kind],
            "kind": kind,
            "name": contact.get("name") or None,
            "topic": wish.topic,
            "department": wish.department,
            "language": language,
        }
        answer = await self._backend.post(f"/conversations/{conversation_id}/callbacks", body, key)
        return _moment(answer["opens_at"])


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None

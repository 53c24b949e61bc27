"""The record of conversations over the backend's API."""

from collections.abc import Sequence
from typing import Any

import httpx

from connectors.core.ports import Accepted, ConversationGone
from connectors.core.turn import Answer, Notice, Reply, Turn


class ConversationsApi:
    """``client`` carries the backend's address and token."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def accept(self, turn: Turn) -> Accepted:
        """See ports.Conversations."""
        body = {
            "id": turn.message_id,
            "channel": turn.channel,
            "text": turn.text,
            "language": turn.language,
            "payload": turn.payload,
        }
        answer = await self._send("POST", f"/{turn.conversation_id}/messages", json=body)
        replies = answer.get("replies")
        return Accepted(
            seq=answer["seq"],
            state=answer["state"],
            replies=None if replies is None else tuple(Reply.from_json(r) for r in replies),
            language=replies[0]["language"] if replies else None,
            told=tuple(Reply.from_json(r) for r in answer["told"]),
        )

    async def store_replies(self, turn: Turn, answer: Answer) -> tuple[Reply, ...]:
        """See ports.Conversations."""
        body = {
            "language": answer.language,
            "replies": [reply.as_json() for reply in answer.replies],
        }
        path = f"/{turn.conversation_id}/messages/{turn.message_id}/replies"
        stored = await self._send("PUT", path, json=body)
        return tuple(Reply.from_json(reply) for reply in stored["replies"])

    async def store_notice(self, conversation_id: str, notice: Notice) -> Reply:
        """See ports.Conversations."""
        body = {"id": notice.id, "language": notice.language, **notice.reply.as_json()}
        response = await self._request("POST", f"/{conversation_id}/notices", json=body)
        if response.status_code == httpx.codes.NOT_FOUND:
            raise ConversationGone
        response.raise_for_status()
        return Reply.from_json(response.json())

    async def transcript(
        self, conversation_id: str, after: int | None, limit: int = 200
    ) -> Sequence[dict[str, Any]]:
        """See ports.Conversations."""
        params = {"limit": limit} | ({} if after is None else {"after": after})
        response = await self._request("GET", f"/{conversation_id}/messages", params=params)
        if response.status_code == httpx.codes.NOT_FOUND:
            return []
        response.raise_for_status()
        messages: Sequence[dict[str, Any]] = response.json()["messages"]
        return messages

    async def _send(self, method: str, path: str, **request: Any) -> Any:
        response = await self._request(method, path, **request)
        response.raise_for_status()
        return response.json()

    async def _request(self, method: str, path: str, **request: Any) -> httpx.Response:
        return await self._client.request(method, f"/api/conversations{path}", **request)

"""The record of conversations over the backend's API."""

from collections.abc import Sequence
from typing import Any

import httpx

from connectors.core.ports import About, Accepted, ConversationGone
from connectors.core.turn import Answer, Notice, Reply, Standing, Turn


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
        response = await self._request("POST", f"/{turn.conversation_id}/messages", json=body)
        answer = _unless_erased(response).raise_for_status().json()
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
            "intent": answer.intent,
            "confidence": answer.confidence,
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
        return Reply.from_json(_unless_erased(response).raise_for_status().json())

    async def transcript(
        self, conversation_id: str, after: int | None, limit: int = 200
    ) -> Sequence[dict[str, Any]]:
        """See ports.Conversations."""
        params = {"limit": limit} | ({} if after is None else {"after": after})
        response = await self._request("GET", f"/{conversation_id}/messages", params=params)
        if response.status_code == httpx.codes.NOT_FOUND:
            return []
        _unless_erased(response).raise_for_status()
        messages: Sequence[dict[str, Any]] = response.json()["messages"]
        return messages

    async def erase(self, conversation_id: str) -> None:
        """See ports.Conversations."""
        body = {"conversation_id": conversation_id}
        response = await self._client.post("/api/privacy/erasures", json=body)
        response.raise_for_status()

    async def about(self, conversation_id: str) -> About | None:
        """See ports.Conversations."""
        response = await self._request("GET", f"/{conversation_id}")
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        known = _unless_erased(response).raise_for_status().json()
        standing = Standing.from_json(known)
        return About(known["state"], known["language"], known["channel"], standing)

    async def leave(self, conversation_id: str, language: str | None) -> None:
        """See ports.Reactions."""
        await self._react("POST", f"/{conversation_id}/leave", {"language": language})

    async def read(self, conversation_id: str, seq: int) -> None:
        """See ports.Reactions."""
        await self._react("PUT", f"/{conversation_id}/read", {"seq": seq})

    async def rate(self, conversation_id: str, stars: int, words: str) -> None:
        """See ports.Reactions."""
        await self._react("PUT", f"/{conversation_id}/rating", {"stars": stars, "words": words})

    async def _react(self, method: str, path: str, body: dict[str, Any]) -> None:
        response = await self._request(method, path, json=body)
        if response.status_code not in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
            response.raise_for_status()

    async def _send(self, method: str, path: str, **request: Any) -> Any:
        response = await self._request(method, path, **request)
        response.raise_for_status()
        return response.json()

    async def _request(self, method: str, path: str, **request: Any) -> httpx.Response:
        return await self._client.request(method, f"/api/conversations{path}", **request)


def _unless_erased(response: httpx.Response) -> httpx.Response:
    if response.status_code == httpx.codes.GONE:
        raise ConversationGone
    return response

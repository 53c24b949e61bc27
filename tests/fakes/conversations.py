"""The record of conversations in memory."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import httpx

from connectors.core.ports import About, Accepted, ConversationGone
from connectors.core.turn import Answer, Notice, Reply, Standing, Turn

_EXTRA: dict[str, Any] = {"kind": "message", "sender": None, "standing": None}


class FakeConversations:
    """Conversations; ``down`` lets every call fail as a network does."""

    def __init__(self) -> None:
        self.down = False
        self.state = "bot"
        self.erased: set[str] = set()
        self.language: str | None = None
        self.reactions: list[tuple[object, ...]] = []
        self._messages: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def record(self, conversation_id: str) -> list[tuple[str, str]]:
        """Role and text of everything said, in order."""
        return [(m["role"], m["text"]) for m in self._messages[conversation_id]]

    def payloads(self, conversation_id: str) -> list[str | None]:
        """What the buttons a person pressed carried."""
        said = self._messages[conversation_id]
        return [m["payload"] for m in said if m["role"] == "person"]

    async def accept(self, turn: Turn) -> Accepted:
        self._answer(turn.conversation_id)
        known = self._asked(turn)
        if known is None:
            said = {"text": turn.text, "payload": turn.payload, "language": turn.language}
            known = self._add(turn, role="person", id=turn.message_id, **said)
        replies = self._replies(turn, known["seq"]) if "answered" in known else None
        language = known.get("answered") if replies else None
        return Accepted(known["seq"], self.state, replies, language, self._told(turn, known["seq"]))

    async def store_replies(self, turn: Turn, answer: Answer) -> tuple[Reply, ...]:
        self._answer(turn.conversation_id)
        asked = self._asked(turn)
        assert asked is not None, "replies to a message that was never stored"
        if "answered" not in asked:
            asked["answered"] = answer.language
            for reply in answer.replies:
                fields = {"language": answer.language, **reply.as_json()}
                self._add(turn, role="bot", in_reply_to=asked["seq"], **fields)
        return self._replies(turn, asked["seq"])

    async def store_notice(self, conversation_id: str, notice: Notice) -> Reply:
        self._answer(conversation_id)
        said = self._messages.get(conversation_id)
        if not said:
            raise ConversationGone
        known = next((m for m in said if m.get("id") == notice.id), None)
        if known is None:
            known = {"at": "2026-03-02T08:00:00Z", "in_reply_to": None, "seq": len(said) + 1}
            known |= {"role": "bot", "id": notice.id, "language": notice.language}
            known |= {"card": None, **notice.reply.as_json()}
            known |= _EXTRA | {"channel": said[0]["channel"]}
            said.append(known)
        return replace(Reply.from_json(known), seq=known["seq"])

    async def transcript(
        self, conversation_id: str, after: int | None, limit: int = 200
    ) -> Sequence[dict[str, Any]]:
        self._answer(conversation_id)
        said = self._messages[conversation_id]
        if after is None:
            return said[-limit:]
        return [m for m in said if m["seq"] > after][:limit]

    async def erase(self, conversation_id: str) -> None:
        self._answer()
        self._messages.pop(conversation_id, None)
        self.erased.add(conversation_id)

    async def about(self, conversation_id: str) -> About | None:
        self._answer(conversation_id)
        said = self._messages.get(conversation_id)
        if not said:
            return None
        spoken = next((m["language"] for m in reversed(said) if m["role"] == "bot"), None)
        channel = str(said[0].get("channel", "website"))
        standing = Standing(self.state)
        return About(self.state, self.language or spoken, channel, standing)

    async def leave(self, conversation_id: str, language: str | None) -> None:
        self._answer()
        self.state = "bot"
        self.reactions.append(("leave", conversation_id, language))

    async def read(self, conversation_id: str, seq: int) -> None:
        self._answer()
        self.reactions.append(("read", conversation_id, seq))

    async def rate(self, conversation_id: str, stars: int, words: str) -> None:
        self._answer()
        self.reactions.append(("rate", conversation_id, stars, words))

    def _told(self, turn: Turn, seq: int) -> tuple[Reply, ...]:
        said = self._messages[turn.conversation_id]
        before = [m["seq"] for m in said if m["role"] == "person" and m["seq"] < seq]
        since = max(before, default=0)
        told = [m for m in said if since < m["seq"] < seq and m["role"] == "bot"]
        told = [m for m in told if m["in_reply_to"] is None]
        return tuple(replace(Reply.from_json(m), seq=m["seq"]) for m in told)

    def _answer(self, conversation_id: str | None = None) -> None:
        if self.down:
            raise httpx.ConnectError("switched off by the test")
        if conversation_id in self.erased:
            raise ConversationGone

    def _asked(self, turn: Turn) -> dict[str, Any] | None:
        said = self._messages[turn.conversation_id]
        return next((m for m in said if m.get("id") == turn.message_id), None)

    def _add(self, turn: Turn, **fields: Any) -> dict[str, Any]:
        said = self._messages[turn.conversation_id]
        empty: dict[str, Any] = {
            "buttons": [],
            "card": None,
            "at": "2026-03-02T08:00:00Z",
            "in_reply_to": None,
        }
        empty |= _EXTRA | {"channel": turn.channel}
        said.append({**empty, "seq": len(said) + 1, **fields})
        return said[-1]

    def _replies(self, turn: Turn, seq: int) -> tuple[Reply, ...]:
        said = self._messages[turn.conversation_id]
        stored = [m for m in said if m["in_reply_to"] == seq]
        return tuple(replace(Reply.from_json(m), seq=m["seq"]) for m in stored)

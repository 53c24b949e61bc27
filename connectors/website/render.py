"""What browsers get."""

from collections.abc import Iterable
from typing import Any

from connectors.core.choices import opaque
from connectors.core.turn import Answer, Notice, Reply


def answer_json(token: str, answer: Answer) -> dict[str, Any]:
    """The body of ``POST /chat/messages``."""
    return {
        "conversation_id": token,
        "language": answer.language,
        "state": answer.state,
        "replies": [reply.as_json() for reply in answer.replies],
    }


def reply_frame(message_id: str, answer: Answer, reply: Reply) -> dict[str, Any]:
    """One reply over the WebSocket."""
    return {
        "type": "reply",
        "in_reply_to": message_id,
        "seq": reply.seq,
        "language": answer.language,
        "card": None,
        **reply.as_json(),
    }


def notice_frame(notice: Notice) -> dict[str, Any]:
    """What is told outside of a turn over the WebSocket; only what is on record is a reply."""
    standing = notice.standing.as_json() if notice.standing else None
    if notice.kind == "typing":
        return {"type": "typing", "role": notice.role, "sender": notice.sender}
    if notice.reply.seq is None:
        return {"type": "state", "standing": standing}
    return {
        "type": "reply",
        "in_reply_to": None,
        "seq": notice.reply.seq,
        "language": notice.language,
        "kind": notice.kind,
        "role": notice.role,
        "sender": notice.sender,
        "standing": standing,
        "card": None,
        **opaque(notice.reply).as_json(),
    }


def transcript_json(messages: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The record as people may see it: buttons without their meaning."""
    return [_entry(message) for message in messages]


def _entry(message: dict[str, Any]) -> dict[str, Any]:
    shown = opaque(Reply.from_json(message)).as_json()
    kept = ("seq", "role", "language", "at", "in_reply_to", "kind", "sender", "standing")
    # Only a person's messages have an id of the browser's.
    own_id = message.get("id") if message.get("role") == "person" else None
    return {"card": None, **{key: message.get(key) for key in kept}, "id": own_id, **shown}

"""What browsers get."""

from collections.abc import Iterable
from typing import Any

from connectors.core.choices import opaque
from connectors.core.turn import Answer, Reply


def answer_json(token: str, answer: Answer) -> dict[str, Any]:
    """The body of ``POST /chat/messages``."""
    return {
        "conversation_id": token,
        "language": answer.language,
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


def notice_frame(language: str, reply: Reply) -> dict[str, Any]:
    """What the bot says by itself over the WebSocket; ``reply`` as it is stored."""
    shown = opaque(reply).as_json()
    return {
        "type": "reply",
        "in_reply_to": None,
        "seq": reply.seq,
        "language": language,
        "card": None,
        **shown,
    }


def transcript_json(messages: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The record as people may see it: buttons without their meaning."""
    return [_entry(message) for message in messages]


def _entry(message: dict[str, Any]) -> dict[str, Any]:
    shown = opaque(Reply.from_json(message)).as_json()
    kept = ("seq", "role", "language", "at", "in_reply_to")
    # Only a person's messages have an id of the browser's.
    own_id = message.get("id") if message.get("role") == "person" else None
    return {"card": None, **{key: message.get(key) for key in kept}, "id": own_id, **shown}

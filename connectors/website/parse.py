"""What browsers send, read strictly."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from connectors.core.choices import pressed
from connectors.core.clients import Client
from connectors.core.incoming import BadMessage, readable
from connectors.core.tokens import Tokens
from connectors.core.turn import Choice, Turn
from language.detection import LANGUAGES, detect

CHANNEL = "website"
_LARGEST_FRAME = 200_000
_LARGEST_SEQ = 2**31
_MESSAGE_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)
_NAMES = {"de": "Deutsch", "en": "English"}


class BadRequest(BadMessage):
    """Not what the protocol says."""

    def __init__(self) -> None:
        super().__init__("request_malformed")


class UnknownConversation(BadMessage):
    """A conversation token that is not ours."""

    def __init__(self) -> None:
        super().__init__("conversation_unknown")


class NotStored(BadMessage):
    """The record of conversations does not answer."""

    def __init__(self) -> None:
        super().__init__("not_stored")


@dataclass(frozen=True)
class Visitor:
    """Who speaks: the conversation, new or known, the language the browser prefers, and from
    where.
    """

    conversation_id: str
    language: str | None
    client: Client = field(default_factory=Client)


def read_frame(raw: str) -> dict[str, Any]:
    """A WebSocket's frame as an object; anything else reads as an empty one."""
    if len(raw) > _LARGEST_FRAME:
        return {"type": "message", "text": raw[:_LARGEST_FRAME]}
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def read_after(fields: dict[str, Any]) -> int | None:
    """The number of the last message that the browser has in full; None for anything else."""
    after = fields.get("after")
    return after if type(after) is int and 0 < after < _LARGEST_SEQ else None


def language_of(fields: Any, accept_language: str | None = None) -> str | None:
    """The language a request asks for: its own field, else the browser's first of ours."""
    asked = fields.get("language") if isinstance(fields, dict) else None
    if asked in LANGUAGES:
        return str(asked)
    for entry in (accept_language or "").split(","):
        code = entry.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return None


def language_to_answer_in(fields: Any, hint: str | None) -> str:
    """The language for an answer that the engine does not give."""
    said = fields.get("text") if isinstance(fields, dict) else None
    return detect(said[:500], None, hint) if isinstance(said, str) else hint or "de"


def read_conversation(fields: dict[str, Any], tokens: Tokens) -> str:
    """The conversation a request belongs to; a new one when it names none.

    Raises UnknownConversation for a token that was not signed here, or has ended.
    """
    token = fields.get("conversation_id")
    if token in (None, ""):
        return uuid4().hex
    conversation_id = tokens.verify(token) if isinstance(token, str) else None
    if conversation_id is None:
        raise UnknownConversation
    return conversation_id


def read_turn(fields: Any, visitor: Visitor) -> Turn:
    """A message as a turn. Raises BadRequest and BadMessage."""
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise BadRequest
    payload = fields.get("payload")
    return Turn(
        conversation_id=visitor.conversation_id,
        message_id=_message_id(fields.get("id")),
        channel=CHANNEL,
        text=readable(fields["text"]),
        language=visitor.language,
        payload=payload if isinstance(payload, str) and pressed(payload) else None,
        address=visitor.client.network,
    )


def read_language_turn(fields: dict[str, Any], visitor: Visitor) -> Turn:
    """The language toggle as a turn. Raises BadRequest."""
    language = fields.get("language")
    if language not in LANGUAGES:
        raise BadRequest
    return Turn(
        conversation_id=visitor.conversation_id,
        message_id=_message_id(fields.get("id")),
        channel=CHANNEL,
        text=_NAMES[language],
        language=language,
        choice=Choice("switch_language", {"language": language}),
        address=visitor.client.network,
    )


def _message_id(given: Any) -> str:
    if given in (None, ""):
        return uuid4().hex
    if not isinstance(given, str) or not _MESSAGE_ID.fullmatch(given):
        raise BadRequest
    return given

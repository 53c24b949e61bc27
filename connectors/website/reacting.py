"""What a browser sends beside messages: typing, read, leave, rate."""

from typing import Any

from connectors.core.relay import Relay
from connectors.website.parse import BadRequest, Visitor
from language.text import clean

_LARGEST_SEQ = 2**31 - 1
_LONGEST_WORDS = 2000


async def react(relay: Relay, visitor: Visitor, kind: Any, fields: dict[str, Any]) -> None:
    """Do what a frame of another kind than a message asks for. Raises BadRequest."""
    conversation_id = visitor.conversation_id
    if kind == "typing":
        await relay.typing(conversation_id)
    elif kind == "leave":
        await relay.leave(conversation_id, visitor.language)
    elif kind == "read":
        await relay.read(conversation_id, _number(fields.get("seq"), _LARGEST_SEQ))
    elif kind == "rate":
        await relay.rate(conversation_id, *read_rating(fields))
    else:
        raise BadRequest


def read_rating(fields: dict[str, Any]) -> tuple[int, str]:
    """One to five stars, and words that nobody has to give. Raises BadRequest."""
    words = fields.get("words") or ""
    if not isinstance(words, str):
        raise BadRequest
    return _number(fields.get("stars"), 5), clean(words)[:_LONGEST_WORDS]


def _number(given: Any, most: int) -> int:
    if type(given) is not int or not 1 <= given <= most:
        raise BadRequest
    return given

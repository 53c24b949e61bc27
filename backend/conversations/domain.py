"""What a conversation is made of; standard library only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """Who answers: the bot, nobody yet, a person of the city, no one any more."""

    BOT = "bot"
    WAITING = "waiting"
    STAFF = "staff"
    CLOSED = "closed"


class Kind(StrEnum):
    """What a message is: words, or the news that the conversation changed hands."""

    MESSAGE = "message"
    STATE = "state"


class Role(StrEnum):
    """Who said something."""

    PERSON = "person"
    BOT = "bot"
    STAFF = "staff"


@dataclass(frozen=True)
class Conversation:
    """One conversation; `last_seq` is the number of its newest message, 0 when empty."""

    id: str
    state: State
    language: str | None
    channel: str
    created_at: datetime
    last_seq: int
    last_at: datetime | None = None


@dataclass(frozen=True)
class Message:
    """One turn of any side, numbered by `seq` without gaps from 1.

    `message_id` is the channel's id of a person's message, or that of a notice; `in_reply_to`
    the seq that a reply answers; `answered_at` is set on a person's message once its replies are
    stored. `sender` is the name of a member of staff as people see it; `standing` who has the
    conversation after news of kind `state`; `delivered_at` when what was said outside of a turn
    reached the person's channel.
    """

    seq: int
    role: Role
    message_id: str | None
    text: str
    payload: str | None
    buttons: Sequence[Mapping[str, str]]
    card: Mapping[str, Any] | None
    language: str | None
    channel: str
    at: datetime
    in_reply_to: int | None = None
    answered_at: datetime | None = None
    intent: str | None = None
    confidence: float | None = None
    kind: Kind = Kind.MESSAGE
    sender: str | None = None
    staff_id: str | None = None
    standing: Mapping[str, Any] | None = None
    delivered_at: datetime | None = None


@dataclass(frozen=True)
class Incoming:
    """A person's message as the channel delivers it."""

    message_id: str
    channel: str
    text: str
    language: str | None
    payload: str | None


@dataclass(frozen=True)
class Reply:
    """One answer of the bot."""

    text: str
    buttons: Sequence[Mapping[str, str]]
    card: Mapping[str, Any] | None


@dataclass(frozen=True)
class Answer:
    """All the bot says to one message, and what it understood."""

    language: str
    intent: str | None
    confidence: float | None
    replies: Sequence[Reply]


@dataclass(frozen=True)
class Received:
    """A message that is stored; `replies` is None until it has been answered. `told` is what the
    bot said by itself since the person's message before.
    """

    seq: int
    state: State
    replies: Sequence[Message] | None
    new: bool
    told: Sequence[Message] = ()

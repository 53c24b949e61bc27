"""Chats of a channel and the updates it sent; standard library only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Chat:
    """A chat and the conversation it leads to.

    `language` is the one last spoken in it; while `blocked_at` is set, the person takes no
    messages from us.
    """

    channel: str
    chat_id: str
    conversation_id: str
    language: str | None
    blocked_at: datetime | None
    created_at: datetime


@dataclass(frozen=True)
class Update:
    """Something that a channel told, by the channel's own number.

    `chat_id` is None where no conversation belongs to it; `body` what is needed to work on it,
    deleted once that is done; `sent` how many messages of the answer have left already.
    """

    channel: str
    update_id: int
    chat_id: str | None
    body: Mapping[str, Any] | None
    received_at: datetime
    sent: int = 0
    finished_at: datetime | None = None


@dataclass(frozen=True)
class Told:
    """An update as a channel delivers it."""

    update_id: int
    chat_id: str | None
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Taken:
    """An update that is stored; `new` tells the first delivery from a repeat."""

    update: Update
    chat: Chat | None
    new: bool

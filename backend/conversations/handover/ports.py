"""What the handover needs of the world."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from backend.conversations.domain import Message


@dataclass(frozen=True)
class Change:
    """Something that a page of staff may show; never the words themselves."""

    kind: str
    conversation_id: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """Where somebody stands now, for a line that is open; not on record."""

    conversation_id: str
    language: str
    standing: Mapping[str, Any]


class NotReached(Exception):
    """The channel could not be reached; it may work later."""


class Unreachable(Exception):
    """The channel will never bring this message to the person."""


class Telling(Protocol):
    """The connectors, as the handover uses them."""

    def deliver(self, conversation_id: str, message: Message) -> bool:
        """Bring a stored message to the person; whether it reached somebody already.

        Raises NotReached, Unreachable.
        """
        ...

    def tell(self, changes: Sequence[Change], places: Sequence[Place]) -> None:
        """Tell open pages and lines; at once, without a promise."""
        ...


class Elsewhere(Protocol):
    """What another service keeps because of a conversation."""

    def forget(self, conversation_id: str, now: datetime) -> None:
        """Erase it, in the caller's transaction; a repeat changes nothing."""
        ...

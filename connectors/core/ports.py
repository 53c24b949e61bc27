"""What the relay needs of the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from connectors.core.turn import Answer, Choice, Notice, Reply, Turn


@dataclass(frozen=True)
class Accepted:
    """A message is stored. ``replies`` are there when it was answered before; ``told`` is what the
    bot said by itself since the person's message before, in order.
    """

    seq: int
    state: str
    replies: tuple[Reply, ...] | None = None
    language: str | None = None
    told: tuple[Reply, ...] = ()


class ConversationGone(Exception):
    """There is no such conversation any more."""


class EngineError(Exception):
    """The engine did not answer, or failed in the turn."""


class Engine(Protocol):
    """Understands a turn and answers it."""

    async def answer(self, turn: Turn, choice: Choice | None) -> Answer:
        """Raises EngineError."""


class Conversations(Protocol):
    """The record of conversations."""

    async def accept(self, turn: Turn) -> Accepted:
        """Store a message before it is processed; idempotent by its id."""

    async def store_replies(self, turn: Turn, answer: Answer) -> tuple[Reply, ...]:
        """Store the replies to a message; the first ones stored win."""

    async def store_notice(self, conversation_id: str, notice: Notice) -> Reply:
        """Store what the bot says by itself, once for each id. Raises ConversationGone."""

    async def transcript(
        self, conversation_id: str, after: int | None, limit: int = 200
    ) -> Sequence[dict[str, Any]]:
        """What was said after the message ``after``, in order; the latest for None.

        Empty for a conversation in which nothing was said yet.
        """

"""What the relay needs of the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from connectors.core.turn import Answer, Choice, Notice, Reply, Standing, Turn


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


@dataclass(frozen=True)
class About:
    """What is known of a conversation."""

    state: str
    language: str | None
    channel: str
    standing: Standing


class ConversationGone(Exception):
    """There is no such conversation any more."""


class EngineError(Exception):
    """The engine did not answer, or failed in the turn."""


class Engine(Protocol):
    """Understands a turn and answers it."""

    async def answer(self, turn: Turn, choice: Choice | None) -> Answer:
        """Raises EngineError."""

    async def forget(self, conversation_id: str) -> None:
        """Erase what is remembered of a conversation; a repeat is harmless. Raises EngineError."""


class Reactions(Protocol):
    """What a person does beside writing. Harmless for a conversation that is not there."""

    async def leave(self, conversation_id: str, language: str | None) -> None:
        """Wait or talk no longer; the bot is there again, and says so by a notice."""

    async def read(self, conversation_id: str, seq: int) -> None:
        """Everything up to a message was seen."""

    async def rate(self, conversation_id: str, stars: int, words: str) -> None:
        """How it was, 1 to 5."""


class Conversations(Reactions, Protocol):
    """The record of conversations."""

    async def accept(self, turn: Turn) -> Accepted:
        """Store a message before it is processed; idempotent by its id.

        Raises ConversationGone for a conversation that was erased.
        """

    async def store_replies(self, turn: Turn, answer: Answer) -> tuple[Reply, ...]:
        """Store the replies to a message; the first ones stored win."""

    async def store_notice(self, conversation_id: str, notice: Notice) -> Reply:
        """Store what the bot says by itself, once for each id. Raises ConversationGone."""

    async def transcript(
        self, conversation_id: str, after: int | None, limit: int = 200
    ) -> Sequence[dict[str, Any]]:
        """What was said after the message ``after``, in order; the latest for None.

        Empty for a conversation in which nothing was said yet. Raises ConversationGone for one
        that was erased.
        """

    async def erase(self, conversation_id: str) -> None:
        """Erase a conversation and what is kept because of it; nothing is stored in it again.

        A repeat is harmless.
        """

    async def about(self, conversation_id: str) -> About | None:
        """Who has the conversation, and what else is known; None when it never began."""

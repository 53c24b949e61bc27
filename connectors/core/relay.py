"""The way of a turn: stored, answered by whoever has the conversation, stored, returned."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from weakref import WeakValueDictionary

from connectors.core.choices import opaque, pressed, read_choice
from connectors.core.ports import Accepted, Conversations, Engine, EngineError
from connectors.core.texts import text
from connectors.core.turn import Answer, Choice, Reply, Turn

logger = logging.getLogger(__name__)


class Relay:
    """Takes turns of all channels.

    Within one conversation one turn is answered at a time, in the order they came.
    """

    def __init__(self, conversations: Conversations, engine: Engine) -> None:
        self._conversations = conversations
        self._engine = engine
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def answer(
        self, turn: Turn, on_accepted: Callable[[int], Awaitable[None]] | None = None
    ) -> Answer:
        """The replies to ``turn``; a repeated message gets the replies it got before.

        ``on_accepted`` is told the message's seq as soon as it is stored. A turn that
        fails is answered with the failure in the person's language, and is not
        recorded as answered, so that a repeat tries again.
        """
        lock = self._locks.setdefault(turn.conversation_id, asyncio.Lock())
        async with lock:
            turn, choice, stale = await self._resolve(turn)
            accepted = await self._conversations.accept(turn)
            if on_accepted:
                await on_accepted(accepted.seq)
            if accepted.replies is not None:
                return _shown(Answer(accepted.language or turn.language or "de", accepted.replies))
            return await self._answer(turn, accepted, choice, stale)

    async def _answer(
        self, turn: Turn, accepted: Accepted, choice: Choice | None, stale: bool
    ) -> Answer:
        language = accepted.language or turn.language or "de"
        if stale:
            answer = Answer(language, (Reply(text("choice_stale", language)),))
        else:
            try:
                answer = await self._engine.answer(turn, choice)
            except EngineError as error:
                logger.error("turn_failed: %s", error)
                return Answer(language, (Reply(text("turn_failed", language)),))
        stored = await self._conversations.store_replies(turn, answer)
        return _shown(Answer(answer.language, stored))

    async def _resolve(self, turn: Turn) -> tuple[Turn, Choice | None, bool]:
        """A pressed button as text and meaning; ``True`` when it is no longer known."""
        place = pressed(turn.payload or turn.text)
        if place is None:
            return turn, turn.choice, False
        seq, index = place
        said = await self._conversations.transcript(turn.conversation_id, seq - 1, 1)
        buttons = said[0].get("buttons") or [] if said and said[0]["seq"] == seq else []
        if index >= len(buttons):
            return replace(turn, payload=None), None, True
        button = buttons[index]
        return (
            replace(turn, text=button["title"], payload=button["payload"]),
            read_choice(button["payload"]),
            False,
        )


def _shown(answer: Answer) -> Answer:
    return replace(answer, replies=tuple(opaque(reply) for reply in answer.replies))

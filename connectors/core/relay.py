"""The way of a turn: stored, answered by whoever has the conversation, stored, returned."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from weakref import WeakValueDictionary

from connectors.core.choices import opaque, pressed, read_choice, spoken_of
from connectors.core.ports import Accepted, Conversations, Engine, EngineError
from connectors.core.refusals import refusal_alone, refuse, with_refusal
from connectors.core.texts import text
from connectors.core.turn import Answer, Choice, Reply, Turn

logger = logging.getLogger(__name__)

_LOOK_BACK = 5


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
        recorded as answered, so that a repeat tries again. Account and card numbers are
        refused: they reach neither the record nor the engine, the rest of the message does.
        """
        lock = self._locks.setdefault(turn.conversation_id, asyncio.Lock())
        async with lock:
            turn, choice, stale = await self._resolve(turn)
            turn, refusal = refuse(turn)
            accepted = await self._conversations.accept(turn)
            if on_accepted:
                await on_accepted(accepted.seq)
            if accepted.replies is not None:
                return _shown(Answer(accepted.language or turn.language or "de", accepted.replies))
            if refusal and refusal.alone:
                before = await self._before(turn, accepted)
                return await self._stored(turn, refusal_alone(turn, before))
            try:
                answer = await self._answer(turn, accepted, choice, stale)
            except EngineError as error:
                logger.error("turn_failed: %s", error)
                language = accepted.language or turn.language or "de"
                return Answer(language, (Reply(text("turn_failed", language)),))
            refusing = with_refusal(answer, turn.text) if refusal else answer
            return await self._stored(turn, refusing)

    async def _answer(
        self, turn: Turn, accepted: Accepted, choice: Choice | None, stale: bool
    ) -> Answer:
        if stale:
            language = accepted.language or turn.language or "de"
            return Answer(language, (Reply(text("choice_stale", language)),))
        told = tuple(spoken_of(reply) for reply in accepted.told)
        return await self._engine.answer(replace(turn, told=told), choice)

    async def _stored(self, turn: Turn, answer: Answer) -> Answer:
        stored = await self._conversations.store_replies(turn, answer)
        return _shown(Answer(answer.language, stored))

    async def _before(self, turn: Turn, accepted: Accepted) -> list[dict[str, Any]]:
        """The latest that was said before a message."""
        said = await self._conversations.transcript(turn.conversation_id, None, _LOOK_BACK)
        return [message for message in said if message["seq"] < accepted.seq]

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

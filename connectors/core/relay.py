"""The way of a turn: stored, answered by whoever has the conversation, stored, returned."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from weakref import WeakValueDictionary

from connectors.core.choices import opaque, pressed, read_choice, spoken_of
from connectors.core.erasure import Erasure
from connectors.core.inbox import Change, Inbox
from connectors.core.listeners import Listeners
from connectors.core.ports import Accepted, Conversations, Engine, EngineError
from connectors.core.refusals import refusal_alone, refuse, with_refusal
from connectors.core.texts import text
from connectors.core.turn import Answer, Choice, Reply, Turn
from connectors.core.with_staff import aside, wants_to_leave, with_people

logger = logging.getLogger(__name__)

_LOOK_BACK = 5


class Relay:
    """Takes turns of all channels.

    Within one conversation one turn is answered at a time, in the order they came. The engine
    is asked while the bot has the conversation, and never else.
    """

    def __init__(
        self,
        conversations: Conversations,
        engine: Engine,
        inbox: Inbox | None = None,
        listeners: Listeners | None = None,
    ) -> None:
        self._conversations = conversations
        self._engine = engine
        self._inbox = inbox
        told = Listeners() if listeners is None else listeners
        self._erasure = Erasure(conversations, engine, told)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def answer(
        self, turn: Turn, on_accepted: Callable[[int], Awaitable[None]] | None = None
    ) -> Answer:
        """The replies to ``turn``; a repeated message gets the replies it got before.

        ``on_accepted`` is told the message's seq as soon as it is stored. A turn that
        fails is answered with the failure in the person's language, and is not
        recorded as answered, so that a repeat tries again. Account and card numbers are
        refused: they reach neither the record nor the engine, the rest of the message does.
        Raises ConversationGone for a conversation that was erased.
        """
        async with self._alone(turn.conversation_id):
            turn, choice, stale = await self._resolve(turn)
            turn, refusal = refuse(turn)
            accepted = await self._conversations.accept(turn)
            if on_accepted:
                await on_accepted(accepted.seq)
            if accepted.replies is not None:
                language = accepted.language or turn.language or "de"
                return _shown(Answer(language, accepted.replies, accepted.state))
            if wants_to_leave(replace(turn, choice=choice), accepted.state):
                return await self._left(turn)
            if with_people(accepted.state):
                return await self._for_staff(turn, accepted, refused=bool(refusal))
            if refusal and refusal.alone:
                before = await self._before(turn, accepted)
                return await self._stored(turn, refusal_alone(turn, before))
            try:
                answer = await self._answer(turn, accepted, choice, stale)
            except EngineError as error:
                logger.error("turn_failed: %s", error)
                language = accepted.language or turn.language or "de"
                return Answer(language, (Reply(text("turn_failed", language)),))
            if answer.erases:
                return await self._erased(turn, answer)
            refusing = with_refusal(answer, turn.text) if refusal else answer
            return await self._stored(turn, refusing)

    async def erase(self, conversation_id: str, language: str) -> None:
        """Erase a conversation once the turn at hand is answered. Raises EngineError."""
        async with self._alone(conversation_id):
            await self._erasure.carry_out(conversation_id, language)

    def _alone(self, conversation_id: str) -> asyncio.Lock:
        return self._locks.setdefault(conversation_id, asyncio.Lock())

    async def _erased(self, turn: Turn, answer: Answer) -> Answer:
        try:
            await self._erasure.carry_out(turn.conversation_id, answer.language)
        except EngineError as error:
            logger.error("erasure_failed: %s", error)
            return Answer(answer.language, (Reply(text("turn_failed", answer.language)),))
        return answer

    async def _for_staff(self, turn: Turn, accepted: Accepted, *, refused: bool) -> Answer:
        """What people are told while staff reads them: nothing, but of danger or of a number."""
        answer = await aside(self._conversations, turn, accepted.state, refused=refused)
        return await self._stored(turn, answer)

    async def _left(self, turn: Turn) -> Answer:
        """No longer waiting; a notice says that the bot is there again."""
        about = await self._conversations.about(turn.conversation_id)
        spoken = (about and about.language) or turn.language or "de"
        await self._conversations.leave(turn.conversation_id, spoken)
        return await self._stored(turn, Answer(spoken))

    async def leave(self, conversation_id: str, language: str | None = None) -> None:
        """The person ends waiting or talking by a means of the channel."""
        await self._conversations.leave(conversation_id, language)

    async def typing(self, conversation_id: str) -> None:
        """The person is writing; staff may see it."""
        if self._inbox:
            await self._inbox.tell(Change("typing", conversation_id, {"by": "person"}))

    async def read(self, conversation_id: str, seq: int) -> None:
        """The person has seen everything up to a message."""
        await self._conversations.read(conversation_id, seq)

    async def rate(self, conversation_id: str, stars: int, words: str = "") -> None:
        """How it was, 1 to 5."""
        await self._conversations.rate(conversation_id, stars, words)

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
        return _shown(replace(answer, replies=stored))

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

"""A person's turn: to whoever answers, and the answer back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from connectors.core.clients import Client
from connectors.core.incoming import BadMessage, readable
from connectors.core.limits import Limits, TooMany
from connectors.core.ports import Conversations
from connectors.core.relay import Relay
from connectors.core.texts import text as core_text
from connectors.core.turn import Answer, Choice, Turn
from connectors.telegram.delivery import Delivery
from connectors.telegram.outgoing import Message
from connectors.telegram.ports import Chat, Signs
from connectors.telegram.rendering import Rendering
from connectors.telegram.showing import typing
from connectors.telegram.update import Update

CHANNEL = "telegram"
_PAGE = 500
_WITH_STAFF = ("waiting", "staff")


@dataclass(frozen=True)
class Context:
    """An update at work: its chat, the language to speak when nobody else answers, the way out."""

    update: Update
    chat: Chat
    language: str
    delivery: Delivery


class Talk:
    """Brings turns to the relay."""

    def __init__(
        self,
        relay: Relay,
        conversations: Conversations,
        rendering: Rendering,
        signs: Signs,
        limits: Limits,
    ) -> None:
        self._relay = relay
        self._conversations = conversations
        self._rendering = rendering
        self._signs = signs
        self._limits = limits
        self._told_to_wait: set[str] = set()

    async def turn(
        self,
        context: Context,
        text: str,
        *,
        choice: Choice | None = None,
        payload: str | None = None,
        language: str | None = None,
    ) -> str:
        """Have a turn answered and send the answer; the language that is spoken now.

        Raises Blocked, httpx.HTTPError, ConversationGone.
        """
        chat = context.chat
        try:
            self._limits.count(Client(), chat.conversation_id)
            self._told_to_wait.discard(chat.conversation_id)
            turn = Turn(
                conversation_id=chat.conversation_id,
                message_id=context.update.message_id,
                channel=CHANNEL,
                text=readable(text),
                language=language or chat.language or context.update.language,
                payload=payload,
                choice=choice,
            )
        except TooMany as bad:
            await self._ask_to_wait(context, bad)
            return context.language
        except BadMessage as bad:
            said = core_text(bad.key, context.language, **bad.values)
            await context.delivery.send(Message(said))
            return context.language
        async with typing(self._signs, chat.id):
            answer = await self._relay.answer(turn)
        await self._send(context, answer)
        return answer.language

    async def say(self, context: Context, *messages: Message) -> str:
        """Say what nobody else has to; the language."""
        for message in messages:
            await context.delivery.send(message)
        return context.language

    async def latest(self, chat: Chat, count: int) -> Sequence[dict[str, Any]]:
        """What was said last, in order. Raises httpx.HTTPError, ConversationGone."""
        return await self._conversations.transcript(chat.conversation_id, None, count)

    async def since(self, chat: Chat, seq: int, count: int) -> Sequence[dict[str, Any]]:
        """What was said from ``seq`` on. Raises httpx.HTTPError, ConversationGone."""
        return await self._conversations.transcript(chat.conversation_id, seq - 1, count)

    async def whole(self, chat: Chat) -> list[dict[str, Any]]:
        """All that was said. Raises httpx.HTTPError, ConversationGone."""
        said: list[dict[str, Any]] = []
        after = 0
        while page := await self._conversations.transcript(chat.conversation_id, after, _PAGE):
            said += page
            after = page[-1]["seq"]
        return said

    async def is_with_bot(self, chat: Chat) -> bool:
        """Whether the assistant answers, and not staff.

        Raises httpx.HTTPError, ConversationGone.
        """
        about = await self._conversations.about(chat.conversation_id)
        return about is None or about.state not in _WITH_STAFF

    async def leave(self, context: Context) -> bool:
        """End waiting for staff or talking with them; False when there is nothing to end.

        What follows comes as a notice. Raises httpx.HTTPError, ConversationGone.
        """
        if await self.is_with_bot(context.chat):
            return False
        await self._relay.leave(context.chat.conversation_id, context.language)
        return True

    async def rate(self, chat: Chat, stars: int) -> None:
        """How it was, 1 to 5. Raises httpx.HTTPError, ConversationGone."""
        await self._relay.rate(chat.conversation_id, stars)

    async def erase(self, context: Context) -> None:
        """Erase the conversation. Raises EngineError, httpx.HTTPError."""
        await self._relay.erase(context.chat.conversation_id, context.language)

    async def _send(self, context: Context, answer: Answer) -> None:
        for reply in answer.replies:
            async for item in self._rendering.items(reply, answer.language):
                await context.delivery.send(item)

    async def _ask_to_wait(self, context: Context, bad: TooMany) -> None:
        """Once, until a message is taken again: an answer to each would be a flood of our own."""
        if context.chat.conversation_id not in self._told_to_wait:
            self._told_to_wait.add(context.chat.conversation_id)
            await context.delivery.send(Message(core_text(bad.key, context.language)))

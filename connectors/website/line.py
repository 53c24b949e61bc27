"""One open WebSocket of the widget. Frames are JSON objects with a ``type``."""

import asyncio
import logging
from dataclasses import replace
from typing import Any

import httpx
from fastapi import WebSocket

from connectors.core.clients import client_of
from connectors.core.incoming import BadMessage
from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.ports import ConversationGone, Conversations
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.core.turn import Answer, Notice, Turn
from connectors.website import parse
from connectors.website.bodies import UploadRefused
from connectors.website.problems import error_frame
from connectors.website.reacting import react
from connectors.website.render import (
    entry_frame,
    notice_frame,
    reply_frame,
    transcript_json,
    welcome_frame,
)
from connectors.website.tabs import TURN, shown_elsewhere
from connectors.website.wire import Wire

logger = logging.getLogger(__name__)

_MOST_MESSAGES = 1000


class Line:
    """Messages are taken in order; each turn runs to its end even when the browser goes away,
    so that its replies are on record when it returns. Turns of other lines of the conversation
    are shown as they come.
    """

    def __init__(
        self,
        socket: WebSocket,
        relay: Relay,
        conversations: Conversations,
        tokens: Tokens,
        listeners: Listeners,
        limits: Limits,
    ) -> None:
        self._wire = Wire(socket)
        self._preferred = socket.headers.get("accept-language")
        self._client = client_of(socket.scope)
        self._limits = limits
        self._relay = relay
        self._conversations = conversations
        self._tokens = tokens
        self._listeners = listeners
        self._visitor: parse.Visitor | None = None
        # The record up to here was sent; beyond it there may be gaps until the own turns are done.
        self._shown = 0
        self._own: set[str] = set()
        # Something was said elsewhere while this line was being welcomed.
        self._missed = False
        self._turns: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Until the browser leaves, or sends what is no text."""
        while True:
            fields: dict[str, Any] = {}
            try:
                fields = parse.read_frame(await self._wire.receive())
                await self._take(fields)
            except UploadRefused as refused:
                await self._say_problem(refused, fields)
                await self._wire.refuse()
                return
            except BadMessage as bad:
                await self._say_problem(bad, fields)
            except ConversationGone:
                await self._say_problem(parse.UnknownConversation(), fields)
            except httpx.HTTPError as error:
                logger.error("message_not_stored: %s", type(error).__name__)
                await self._say_problem(parse.NotStored(), fields)

    def close(self) -> None:
        """Nothing is sent any more."""
        self._wire.close()
        self._listeners.leave(self.tell)

    async def tell(self, notice: Notice) -> None:
        """Show what is said outside of a turn, or that the conversation is gone."""
        if notice.kind == "erased":
            self._visitor = None
            self._listeners.leave(self.tell)
            await self._wire.send({"type": "erased", "message": notice.reply.text})
        elif notice.kind == TURN:
            await self._catch_up(notice.id)
        else:
            await self._wire.send(notice_frame(notice))

    async def _take(self, fields: dict[str, Any]) -> None:
        kind = fields.get("type")
        if kind == "hello":
            await self._hello(fields)
        elif self._visitor is None:
            raise parse.BadRequest
        elif kind == "message":
            self._limits.count(self._client, self._visitor.conversation_id)
            self._start(parse.read_turn(fields, self._visitor), fields)
        elif kind == "language":
            self._limits.count(self._client, self._visitor.conversation_id)
            turn = parse.read_language_turn(fields, self._visitor)
            self._visitor = replace(self._visitor, language=turn.language)
            self._start(turn, fields)
        else:
            self._limits.count_sign(self._client, self._visitor.conversation_id)
            await react(self._relay, self._visitor, kind, fields)

    async def _hello(self, fields: dict[str, Any]) -> None:
        self._limits.count(self._client)
        hint = parse.language_of(fields, self._preferred)
        conversation_id = parse.read_conversation(fields, self._tokens)
        self._visitor, self._missed = None, False
        self._listeners.join(conversation_id, self.tell)
        read = self._conversations
        record, about, after = [], None, parse.read_after(fields)
        if fields.get("conversation_id"):
            record = list(await read.transcript(conversation_id, after, _MOST_MESSAGES))
            about = await read.about(conversation_id)
        self._shown = record[-1]["seq"] if record else after or 0
        self._visitor = parse.Visitor(conversation_id, hint, self._client)
        token = self._tokens.sign(conversation_id)
        await self._wire.send(welcome_frame(token, hint or "de", record, about))
        if self._missed:
            await self._catch_up("")

    async def _catch_up(self, turn: str) -> None:
        """Show what was said on another line; the own turns are shown by themselves."""
        if self._visitor is None:
            self._missed = True
            return
        if turn in self._own:
            return
        conversation_id = self._visitor.conversation_id
        said = await self._conversations.transcript(conversation_id, self._shown, _MOST_MESSAGES)
        for entry in transcript_json(said):
            await self._wire.send(entry_frame(entry))
            self._note(entry["seq"])

    def _note(self, seq: int | None) -> None:
        if seq == self._shown + 1:
            self._shown = seq

    def _start(self, turn: Turn, fields: dict[str, Any]) -> None:
        task = asyncio.create_task(self._answer(turn, fields))
        self._turns.add(task)
        task.add_done_callback(self._turns.discard)

    async def _answer(self, turn: Turn, fields: dict[str, Any]) -> None:
        async def accepted(seq: int) -> None:
            self._note(seq)
            await self._wire.send({"type": "accepted", "id": turn.message_id, "seq": seq})
            await self._wire.send({"type": "typing"})

        self._own.add(turn.message_id)
        try:
            await self._show(turn, await self._relay.answer(turn, accepted))
        except ConversationGone:
            await self._say_problem(parse.UnknownConversation(), fields)
        except Exception as error:
            # Nobody waits for this task: a failure untold would leave the person without a word.
            logger.error("message_not_stored: %s", type(error).__name__)
            await self._say_problem(parse.NotStored(), fields)
        finally:
            self._own.discard(turn.message_id)

    async def _show(self, turn: Turn, answer: Answer) -> None:
        if answer.erases:
            return  # told to everybody on the line already
        for reply in answer.replies:
            await self._wire.send(reply_frame(turn.message_id, answer, reply))
            self._note(reply.seq)
        await self._wire.send({"type": "done", "in_reply_to": turn.message_id})
        await shown_elsewhere(self._listeners, turn, answer)

    async def _say_problem(self, bad: BadMessage, fields: dict[str, Any]) -> None:
        preferred = self._visitor.language if self._visitor else None
        await self._wire.send(error_frame(bad, fields, preferred))

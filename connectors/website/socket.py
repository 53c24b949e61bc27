"""``WS /chat/ws``: the widget's live line. Frames are JSON objects with a ``type``."""

import asyncio
import json
import logging
from typing import Any

import httpx
from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from connectors.core.incoming import BadMessage
from connectors.core.listeners import Listeners
from connectors.core.ports import Conversations
from connectors.core.relay import Relay
from connectors.core.texts import text
from connectors.core.tokens import Tokens
from connectors.core.turn import Notice, Turn
from connectors.website import parse
from connectors.website.reacting import react
from connectors.website.render import notice_frame, reply_frame, transcript_json

logger = logging.getLogger(__name__)

_LARGEST_FRAME = 200_000
_LARGEST_SEQ = 2**31


def socket_router(
    relay: Relay, conversations: Conversations, tokens: Tokens, listeners: Listeners
) -> APIRouter:
    """The WebSocket endpoint."""
    router = APIRouter()

    @router.websocket("/chat/ws")
    async def chat(socket: WebSocket) -> None:
        await socket.accept()
        line = Line(socket, relay, conversations, tokens, listeners)
        try:
            await line.serve()
        except WebSocketDisconnect:
            pass
        finally:
            line.close()

    return router


class Line:
    """One open socket. Messages are taken in order; each turn runs to its end even when
    the browser goes away, so that its replies are on record when it returns.
    """

    def __init__(
        self,
        socket: WebSocket,
        relay: Relay,
        conversations: Conversations,
        tokens: Tokens,
        listeners: Listeners,
    ) -> None:
        self._socket = socket
        self._relay = relay
        self._conversations = conversations
        self._tokens = tokens
        self._listeners = listeners
        self._visitor: parse.Visitor | None = None
        self._open = True
        self._turns: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Until the browser leaves."""
        while True:
            fields = _fields(await self._receive())
            try:
                await self._take(fields)
            except BadMessage as bad:
                await self._say_problem(bad.key, fields, **bad.values)
            except httpx.HTTPError as error:
                logger.error("message_not_stored: %s", type(error).__name__)
                await self._say_problem("not_stored", fields)

    def close(self) -> None:
        """Nothing is sent any more."""
        self._open = False
        self._listeners.leave(self.tell)

    async def tell(self, notice: Notice) -> None:
        """Show what is said outside of a turn."""
        await self._send(notice_frame(notice))

    async def _receive(self) -> str:
        """The next text frame; a binary one reads as empty."""
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        return message.get("text") or ""

    async def _take(self, fields: dict[str, Any]) -> None:
        kind = fields.get("type")
        if kind == "hello":
            await self._hello(fields)
        elif self._visitor is None:
            raise parse.BadRequest
        elif kind == "message":
            self._start(parse.read_turn(fields, self._visitor), fields)
        elif kind == "language":
            turn = parse.read_language_turn(fields, self._visitor)
            self._visitor = parse.Visitor(self._visitor.conversation_id, turn.language)
            self._start(turn, fields)
        else:
            await react(self._relay, self._visitor, kind, fields)

    async def _hello(self, fields: dict[str, Any]) -> None:
        hint = parse.language_of(fields, self._socket.headers.get("accept-language"))
        conversation_id = parse.read_conversation(fields, self._tokens)
        known = bool(fields.get("conversation_id"))
        after = fields.get("after")
        after = after if type(after) is int and 0 < after < _LARGEST_SEQ else None
        record = await self._conversations.transcript(conversation_id, after) if known else []
        self._visitor = parse.Visitor(conversation_id, hint)
        self._listeners.join(conversation_id, self.tell)
        about = await self._conversations.about(conversation_id) if known else None
        await self._send(
            {
                "type": "welcome",
                "conversation_id": self._tokens.sign(conversation_id),
                "language": hint or "de",
                "standing": about.standing.as_json() if about else None,
                "messages": transcript_json(record),
            }
        )

    def _start(self, turn: Turn, fields: dict[str, Any]) -> None:
        task = asyncio.create_task(self._answer(turn, fields))
        self._turns.add(task)
        task.add_done_callback(self._turns.discard)

    async def _answer(self, turn: Turn, fields: dict[str, Any]) -> None:
        async def accepted(seq: int) -> None:
            await self._send({"type": "accepted", "id": turn.message_id, "seq": seq})
            await self._send({"type": "typing"})

        try:
            answer = await self._relay.answer(turn, accepted)
        except httpx.HTTPError as error:
            logger.error("message_not_stored: %s", type(error).__name__)
            await self._say_problem("not_stored", fields)
            return
        for reply in answer.replies:
            await self._send(reply_frame(turn.message_id, answer, reply))
        await self._send({"type": "done", "in_reply_to": turn.message_id})

    async def _say_problem(self, key: str, fields: dict[str, Any], **values: Any) -> None:
        language = parse.language_to_answer_in(
            fields, parse.language_of(fields) or self._language()
        )
        frame = {"type": "error", "code": key, "message": text(key, language, **values)}
        await self._send(
            frame | ({"id": fields["id"]} if isinstance(fields.get("id"), str) else {})
        )

    def _language(self) -> str | None:
        return self._visitor.language if self._visitor else None

    async def _send(self, frame: dict[str, Any]) -> None:
        if not self._open:
            return
        try:
            await self._socket.send_text(json.dumps(frame, ensure_ascii=False))
        except (WebSocketDisconnect, RuntimeError):
            self._open = False


def _fields(raw: str) -> dict[str, Any]:
    """The frame as an object; anything else reads as an empty one."""
    if len(raw) > _LARGEST_FRAME:
        return {"type": "message", "text": raw[:_LARGEST_FRAME]}
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}

"""``POST /deliver`` and ``/changes``: what the backend has to tell outside of a turn."""

import logging
from dataclasses import replace
from typing import Any, Literal
from uuid import uuid4

import httpx
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from connectors.core.inbox import Change, Inbox
from connectors.core.listeners import Listeners, Undeliverable
from connectors.core.ports import ConversationGone, Conversations
from connectors.core.turn import Button, Notice, Reply, Standing

logger = logging.getLogger(__name__)


class ButtonShape(BaseModel):
    """A choice; its payload in the engine's notation."""

    model_config = ConfigDict(extra="forbid")

    title: str
    payload: str


class StandingShape(BaseModel):
    """Who has the conversation."""

    state: str
    position: int | None = None
    wait_minutes: int | None = None
    staff: str | None = None


class Delivery(BaseModel):
    """A message for a conversation; a repeat of its ``id`` is stored and shown once.

    With a ``seq`` it stands in the record already. ``channel`` None is looked up.
    """

    model_config = ConfigDict(extra="forbid")

    id: str = Field(min_length=1, max_length=250)
    conversation_id: str = Field(min_length=1, max_length=200)
    language: str = Field(pattern="^[a-z]{2}$")
    text: str = Field(min_length=1, max_length=20_000)
    buttons: list[ButtonShape] = []
    kind: Literal["message", "state"] = "message"
    role: Literal["bot", "staff"] = "bot"
    sender: str | None = None
    standing: StandingShape | None = None
    seq: int | None = None
    channel: str | None = None

    def notice(self) -> Notice:
        """As the connectors know it."""
        buttons = tuple(Button(each.title, each.payload) for each in self.buttons)
        return Notice(
            id=self.id,
            language=self.language,
            reply=Reply(self.text, buttons, seq=self.seq),
            kind=self.kind,
            role=self.role,
            sender=self.sender,
            standing=Standing.from_json(self.standing.model_dump()) if self.standing else None,
        )


class ChangeShape(BaseModel):
    """Something that a page of staff may show."""

    kind: str
    conversation_id: str | None
    data: dict[str, Any] = {}


class PlaceShape(BaseModel):
    """Where somebody stands in the queue now."""

    conversation_id: str
    language: str
    standing: StandingShape


class Changes(BaseModel):
    """What one transaction of the backend changed."""

    changes: list[ChangeShape] = []
    places: list[PlaceShape] = []


def deliver_app(
    conversations: Conversations, listeners: Listeners, inbox: Inbox | None = None
) -> FastAPI:
    """The app with the two endpoints; who mounts it asks for a token first."""
    app = FastAPI(title="Duisburg Front Door: deliveries", openapi_url=None)
    pages = Inbox() if inbox is None else inbox

    @app.post("/deliver")
    async def deliver(body: Delivery) -> JSONResponse:
        """200 once it is stored and, where a channel sends, sent; 404 when the conversation is
        gone, 422 when the person cannot be reached any more, 503 to try again.
        """
        notice = body.notice()
        try:
            if body.seq is None:
                stored = await conversations.store_notice(body.conversation_id, notice)
                notice = replace(notice, reply=stored)
            reached = await _send(conversations, listeners, body, notice)
        except ConversationGone:
            return _refusal("conversation_not_found", 404)
        except Undeliverable:
            return _refusal("not_deliverable", 422)
        except httpx.HTTPError as error:
            logger.error("notice_not_stored: %s", type(error).__name__)
            return _refusal("not_stored", 503)
        except Exception as error:
            logger.error("notice_not_sent: %s", type(error).__name__)
            return _refusal("not_sent", 503)
        reached = reached or listeners.is_listening(body.conversation_id)
        await listeners.tell(body.conversation_id, notice)
        return JSONResponse({"seq": notice.reply.seq, "reached": reached})

    @app.post("/changes")
    async def changes(body: Changes) -> JSONResponse:
        """Tell the open pages and lines of this and of the other processes."""
        # Pages first: a slow line must not keep staff waiting.
        for each in body.changes:
            await pages.tell(Change(each.kind, each.conversation_id, each.data))
        for each in body.changes:
            if each.kind == "typing" and each.data.get("by") == "staff" and each.conversation_id:
                await listeners.tell(each.conversation_id, _typing(each.data.get("staff")))
        for place in body.places:
            standing = Standing.from_json(place.standing.model_dump())
            notice = Notice(uuid4().hex, place.language, Reply(""), kind="state", standing=standing)
            await listeners.tell(place.conversation_id, notice)
        return JSONResponse({})

    return app


async def _send(
    conversations: Conversations, listeners: Listeners, body: Delivery, notice: Notice
) -> bool:
    """Whether the conversation's channel sent it; only some channels do."""
    channel = body.channel
    if channel is None and listeners.has_senders:
        known = await conversations.about(body.conversation_id)
        channel = known.channel if known else None
    return channel is not None and await listeners.send(channel, body.conversation_id, notice)


def _typing(staff: str | None) -> Notice:
    return Notice(uuid4().hex, "de", Reply(""), kind="typing", role="staff", sender=staff)


def _refusal(code: str, status: int) -> JSONResponse:
    return JSONResponse({"error": {"code": code}}, status)

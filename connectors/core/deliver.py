"""``POST /deliver``: what the backend has to say to people outside of a turn."""

import logging
from dataclasses import replace

import httpx
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from connectors.core.listeners import Listeners
from connectors.core.ports import ConversationGone, Conversations
from connectors.core.turn import Button, Notice, Reply

logger = logging.getLogger(__name__)


class ButtonShape(BaseModel):
    """A choice; its payload in the engine's notation."""

    model_config = ConfigDict(extra="forbid")

    title: str
    payload: str


class Delivery(BaseModel):
    """A message for a conversation; a repeat of its ``id`` is stored and shown once."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(min_length=1, max_length=200)
    conversation_id: str = Field(min_length=1, max_length=200)
    language: str = Field(pattern="^[a-z]{2}$")
    text: str = Field(min_length=1, max_length=20_000)
    buttons: list[ButtonShape] = []


def deliver_app(conversations: Conversations, listeners: Listeners) -> FastAPI:
    """The app with the one endpoint; who mounts it asks for a token first."""
    app = FastAPI(title="Duisburg Front Door: deliveries", openapi_url=None)

    @app.post("/deliver")
    async def deliver(body: Delivery) -> JSONResponse:
        """200 once it is stored; 404 when the conversation is gone; 503 to try again."""
        buttons = tuple(Button(each.title, each.payload) for each in body.buttons)
        notice = Notice(body.id, body.language, Reply(body.text, buttons))
        try:
            stored = await conversations.store_notice(body.conversation_id, notice)
        except ConversationGone:
            return JSONResponse({"error": {"code": "conversation_not_found"}}, 404)
        except httpx.HTTPError as error:
            logger.error("notice_not_stored: %s", type(error).__name__)
            return JSONResponse({"error": {"code": "not_stored"}}, 503)
        await listeners.tell(body.conversation_id, replace(notice, reply=stored))
        return JSONResponse({"seq": stored.seq})

    return app

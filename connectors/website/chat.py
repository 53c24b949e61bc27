"""``POST /chat/messages``: one message in, its replies out."""

import json
import logging
from typing import Any

import httpx
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from connectors.core.incoming import BadMessage
from connectors.core.relay import Relay
from connectors.core.texts import text
from connectors.core.tokens import Tokens
from connectors.core.turn import Answer, Reply
from connectors.website import parse
from connectors.website.render import answer_json

logger = logging.getLogger(__name__)

_LARGEST_BODY = 1_000_000
_STATUS = {"request_malformed": 400, "conversation_unknown": 403, "not_stored": 503}


def chat_router(relay: Relay, tokens: Tokens) -> APIRouter:
    """The endpoint; each problem is answered in words, too, so that a client can show it."""
    router = APIRouter()

    @router.post("/chat/messages")
    async def messages(request: Request) -> JSONResponse:
        fields = await _read(request)
        hint = parse.language_of(fields, request.headers.get("accept-language"))
        token = None
        try:
            if not isinstance(fields, dict):
                raise parse.BadRequest
            visitor = parse.Visitor(parse.read_conversation(fields, tokens), hint)
            token = tokens.sign(visitor.conversation_id)
            answer = await relay.answer(parse.read_turn(fields, visitor))
        except BadMessage as bad:
            return _problem(bad.key, parse.language_to_answer_in(fields, hint), token, **bad.values)
        except httpx.HTTPError as error:
            logger.error("message_not_stored: %s", type(error).__name__)
            return _problem("not_stored", parse.language_to_answer_in(fields, hint), token)
        return JSONResponse(answer_json(token, answer))

    return router


async def _read(request: Request) -> Any:
    """The JSON body, or None when there is none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_BODY:
            return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _problem(key: str, language: str, token: str | None, **values: Any) -> JSONResponse:
    said = text(key, language, **values)
    answer = Answer(language, (Reply(said),))
    body = {**answer_json(token or "", answer), "error": {"code": key, "message": said}}
    if token is None:
        del body["conversation_id"]
    return JSONResponse(body, _STATUS.get(key, 200))

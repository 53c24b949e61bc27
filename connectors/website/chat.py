"""``POST /chat/messages``: one message in, its replies out."""

import logging
from typing import Any

import httpx
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from connectors.core.clients import client_of
from connectors.core.incoming import BadMessage
from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.ports import ConversationGone
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.core.turn import Answer, Reply
from connectors.website import parse
from connectors.website.bodies import read_json
from connectors.website.problems import error_fields, problem
from connectors.website.render import answer_json
from connectors.website.tabs import shown_elsewhere

logger = logging.getLogger(__name__)


def chat_router(relay: Relay, tokens: Tokens, limits: Limits, listeners: Listeners) -> APIRouter:
    """The endpoint; each problem is answered in words, too, so that a client can show it."""
    router = APIRouter()

    @router.post("/chat/messages")
    async def messages(request: Request) -> JSONResponse:
        fields, token = None, None
        client = client_of(request.scope)
        hint = parse.language_of(None, request.headers.get("accept-language"))
        try:
            fields = await read_json(request)
            hint = parse.language_of(fields) or hint
            if not isinstance(fields, dict):
                raise parse.BadRequest
            is_known = bool(fields.get("conversation_id"))
            visitor = parse.Visitor(parse.read_conversation(fields, tokens), hint, client)
            token = tokens.sign(visitor.conversation_id)
            limits.count(client, visitor.conversation_id if is_known else None)
            turn = parse.read_turn(fields, visitor)
            answer = await relay.answer(turn)
            if not answer.erases:
                await shown_elsewhere(listeners, turn, answer)
        except BadMessage as bad:
            return _refused(bad, parse.language_to_answer_in(fields, hint), token)
        except ConversationGone:
            return _refused(parse.UnknownConversation(), hint or "de", None)
        except httpx.HTTPError as error:
            logger.error("message_not_stored: %s", type(error).__name__)
            language = parse.language_to_answer_in(fields, hint)
            return _refused(parse.NotStored(), language, token)
        return JSONResponse(answer_json(token, answer))

    return router


def _refused(bad: BadMessage, language: str, token: str | None) -> JSONResponse:
    said = error_fields(bad, language)["message"]
    body: dict[str, Any] = answer_json(token or "", Answer(language, (Reply(said),)))
    if token is None:
        del body["conversation_id"]
    return problem(bad, language, body)

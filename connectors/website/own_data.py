"""What people may do with their own conversation: take it along, rate it, have it deleted."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Any

import httpx
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from connectors.core.clients import client_of
from connectors.core.incoming import BadMessage
from connectors.core.limits import Limits
from connectors.core.ports import ConversationGone, Conversations, EngineError
from connectors.core.relay import Relay
from connectors.core.texts import text
from connectors.core.tokens import Tokens
from connectors.core.transcript import as_html, as_text
from connectors.website import parse
from connectors.website.bodies import read_json
from connectors.website.problems import problem
from connectors.website.reacting import read_rating

logger = logging.getLogger(__name__)

_LARGEST_BODY = 10_000
_PAGE = 500
_FORMATS: dict[str, tuple[Callable[..., str], str, str]] = {
    "text": (as_text, "txt", "text/plain; charset=utf-8"),
    "html": (as_html, "html", "text/html; charset=utf-8"),
}


class ErasureFailed(BadMessage):
    """Not everything could be erased; trying again is harmless."""

    def __init__(self) -> None:
        super().__init__("erasure_failed")


def own_data_router(
    relay: Relay,
    conversations: Conversations,
    tokens: Tokens,
    limits: Limits,
    today: Callable[[], date],
) -> APIRouter:
    """``POST /chat/transcript``, ``/chat/deletion``, ``/chat/rating``; the token is in the body."""
    router = APIRouter()

    async def own(
        request: Request, act: Callable[[Any, str, str], Awaitable[Response]]
    ) -> Response:
        """Do ``act`` with the fields, the conversation and the language of a request."""
        language = parse.language_of(None, request.headers.get("accept-language")) or "de"
        try:
            limits.count(client_of(request.scope))
            fields = await read_json(request, _LARGEST_BODY)
            language = parse.language_of(fields) or language
            if not isinstance(fields, dict) or not fields.get("conversation_id"):
                raise parse.BadRequest
            return await act(fields, parse.read_conversation(fields, tokens), language)
        except BadMessage as bad:
            return problem(bad, language)
        except ConversationGone:
            return problem(parse.UnknownConversation(), language)
        except (httpx.HTTPError, EngineError) as error:
            logger.error("own_data_failed: %s", type(error).__name__)
            return problem(parse.NotStored(), language)

    @router.post("/chat/transcript")
    async def transcript(request: Request) -> Response:
        """The whole conversation as a file."""

        async def act(fields: Any, conversation_id: str, language: str) -> Response:
            known = fields.get("format", "text")
            if known not in _FORMATS:
                raise parse.BadRequest
            write, ending, media_type = _FORMATS[known]
            said = await _all(conversations, conversation_id)
            name = f"{text('transcript_file', language)}-{today().isoformat()}.{ending}"
            headers = {
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "no-store",
            }
            return Response(write(said, language), headers=headers, media_type=media_type)

        return await own(request, act)

    @router.post("/chat/deletion")
    async def deletion(request: Request) -> Response:
        """Erase the conversation wherever something of it is kept; a repeat is fine."""

        async def act(_: Any, conversation_id: str, language: str) -> Response:
            try:
                await relay.erase(conversation_id, language)
            except (httpx.HTTPError, EngineError) as error:
                logger.error("erasure_failed: %s", type(error).__name__)
                raise ErasureFailed from error
            said = text("conversation_erased", language)
            return JSONResponse({"erased": True, "message": said})

        return await own(request, act)

    @router.post("/chat/rating")
    async def rating(request: Request) -> Response:
        """How it was, one to five stars and words; a second one replaces the first."""

        async def act(fields: Any, conversation_id: str, language: str) -> Response:
            await relay.rate(conversation_id, *read_rating(fields))
            return JSONResponse({"message": text("rating_stored", language)})

        return await own(request, act)

    return router


async def _all(conversations: Conversations, conversation_id: str) -> Sequence[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    after = 0
    while page := await conversations.transcript(conversation_id, after, _PAGE):
        said += page
        after = page[-1]["seq"]
    return said

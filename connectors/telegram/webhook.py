"""``POST /telegram/webhook``: Telegram sends one update."""

import hmac
import json
import logging
from typing import Any

import httpx
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from connectors.telegram.intake import Intake

logger = logging.getLogger(__name__)

PATH = "/telegram/webhook"
_HEADER = "x-telegram-bot-api-secret-token"
_LARGEST_BODY = 1_000_000


def webhook_router(intake: Intake, secret: str) -> APIRouter:
    """The endpoint; only who knows ``secret`` is heard."""
    router = APIRouter()

    @router.post(PATH, include_in_schema=False)
    async def webhook(request: Request) -> JSONResponse:
        """200 once the update is stored, also for one that nobody can read: it would only come
        again; 503 to have it sent again, as while we take up what was left before.
        """
        given = request.headers.get(_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return JSONResponse({"error": {"code": "unauthorized"}}, 401)
        if not intake.is_ready:
            return JSONResponse({"error": {"code": "not_ready"}}, 503)
        try:
            await intake.take([await _read(request)])
        except httpx.HTTPError as error:
            logger.error("telegram_update_not_stored: %s", type(error).__name__)
            return JSONResponse({"error": {"code": "not_stored"}}, 503)
        return JSONResponse({})

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

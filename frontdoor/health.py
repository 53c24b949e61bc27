"""Is everything that is switched on answering?"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import httpx
from fastapi import APIRouter
from fastapi.responses import JSONResponse

Check = Callable[[], Awaitable[bool]]
_PATIENCE_SECONDS = 3.0


def health_router(checks: Mapping[str, Check | None]) -> APIRouter:
    """``GET /health`` and ``GET /health/live``; a check that is None is switched off."""
    router = APIRouter(tags=["health"])

    @router.get("/health/live")
    async def live() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/health")
    async def health() -> JSONResponse:
        states = await asyncio.gather(*(_state(check) for check in checks.values()))
        parts = dict(zip(checks, states, strict=True))
        failed = "failed" in parts.values()
        body = {"status": "failed" if failed else "ok", "parts": parts}
        return JSONResponse(body, 503 if failed else 200)

    return router


async def _state(check: Check | None) -> str:
    if check is None:
        return "off"
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return "ok" if await check() else "failed"
    except (TimeoutError, httpx.HTTPError):
        return "failed"


def answers(client: httpx.AsyncClient, path: str) -> Check:
    """A check that ``path`` answers with 200."""

    async def check() -> bool:
        return (await client.get(path)).status_code == 200

    return check

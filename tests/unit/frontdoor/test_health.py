"""Is everything that is switched on answering?"""

import asyncio
from collections.abc import Mapping

import httpx
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from frontdoor import health
from frontdoor.health import Check, answers, health_router


def client(checks: Mapping[str, Check | None]) -> TestClient:
    app = FastAPI()
    app.include_router(health_router(checks))
    return TestClient(app)


async def fine() -> bool:
    return True


async def failing() -> bool:
    return False


async def unreachable() -> bool:
    raise httpx.ConnectError("nobody there")


async def slow() -> bool:
    await asyncio.sleep(60)
    return True


def test_everything_answers() -> None:
    answer = client({"engine": fine, "voice": None}).get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "parts": {"engine": "ok", "voice": "off"}}


@pytest.mark.parametrize("check", [failing, unreachable, slow])
def test_a_part_that_does_not_answer(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_PATIENCE_SECONDS", 0.05)
    answer = client({"engine": check, "backend": fine}).get("/health")
    assert answer.status_code == 503
    assert answer.json() == {"status": "failed", "parts": {"engine": "failed", "backend": "ok"}}


def test_the_process_lives_although_a_part_fails() -> None:
    answer = client({"engine": failing}).get("/health/live")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (401, False), (503, False)])
async def test_only_200_is_an_answer(status: int, healthy: bool) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status))
    async with httpx.AsyncClient(transport=transport, base_url="http://part") as part:
        assert await answers(part, "/health")() is healthy

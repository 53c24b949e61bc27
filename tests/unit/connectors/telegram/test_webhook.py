"""The way in from Telegram, over HTTP."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from connectors.telegram.webhook import PATH, webhook_router
from tests.servers.telegram import updates
from tests.unit.connectors.telegram.conftest import Town

SECRET = "secret"
HELLO = updates.text(1, 5, 77, "Hallo")


async def told(town: Town, secret: str = SECRET) -> int:
    app = FastAPI()
    app.include_router(webhook_router(town.intake, SECRET))
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://door", headers=headers
    ) as client:
        return (await client.post(PATH, json=HELLO)).status_code


async def test_nothing_is_taken_before_what_was_left_is_taken_up(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away() -> Any:
        raise httpx.ConnectError("away")

    assert await told(town) == 503
    with monkeypatch.context() as broken:
        broken.setattr(town.channel, "unfinished", away)
        with pytest.raises(httpx.HTTPError):
            await town.intake.take_up()
    assert await told(town) == 503
    assert town.channel.known == set()
    await town.intake.take_up()
    assert await told(town) == 200
    await town.lanes.idle()
    assert town.telegram.texts(77) == ["Gehört: Hallo"]


async def test_who_does_not_know_the_secret_is_not_heard(town: Town) -> None:
    await town.intake.take_up()
    assert await told(town, "wrong") == 401
    assert town.channel.known == set()

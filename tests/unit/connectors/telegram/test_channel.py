"""Beginning and going on, whatever fails on the way."""

import asyncio
from collections.abc import Sequence
from typing import Any

import httpx
import pytest

from connectors.telegram import channel as channel_module
from connectors.telegram.channel import TelegramChannel
from connectors.telegram.outgoing import Profile
from connectors.telegram.ports import Unreachable
from tests.servers.telegram import updates
from tests.unit.connectors.telegram.conftest import Town

FAULTS = [Unreachable("away"), httpx.ConnectError("away"), ZeroDivisionError("private words")]


class Account:
    """Fails once at each step, then has one update."""

    def __init__(self, fault: Exception) -> None:
        self.asked: list[int | None] = []
        self._fault = fault
        self._failed: set[str] = set()

    async def introduce(self, profile: Profile) -> None:
        self._fail_once("introduce")

    async def listen_at(self, url: str, secret: str) -> None:
        self._fail_once("listen")

    async def fetch_updates(self, after: int | None, seconds: int) -> Sequence[Any]:
        self._fail_once("fetch")
        self.asked.append(after)
        if len(self.asked) > 1:
            await asyncio.Event().wait()
        return [updates.text(1, 5, 77, "Hallo")]

    def _fail_once(self, step: str) -> None:
        if step not in self._failed:
            self._failed.add(step)
            raise self._fault


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_no_fault_ends_the_channel(
    town: Town, fault: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(channel_module, "_FIRST_PAUSE", 0.001)
    account = Account(fault)
    channel = TelegramChannel(account, town.intake, town.lanes, "", "")
    channel.start()
    async with asyncio.timeout(5):
        while not town.telegram.texts(77):
            await asyncio.sleep(0.005)
    assert await channel.health()
    await channel.stop()
    assert town.telegram.texts(77) == ["Gehört: Hallo"]
    assert "private words" not in caplog.text

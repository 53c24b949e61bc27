"""The record of conversations twice: in memory, and the real backend over its REST API."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from backend.kit.clock import FixedClock
from connectors.core.conversations import ConversationsApi
from connectors.core.ports import Conversations
from tests.fakes.backend import backend_on, prepare_database
from tests.fakes.conversations import FakeConversations


@pytest.fixture(scope="session")
def prepared_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return asyncio.run(prepare_database(tmp_path_factory.mktemp("prepared")))


@pytest.fixture(params=["fake", "real"])
async def conversations(
    request: pytest.FixtureRequest, tmp_path: Path, prepared_database: Path
) -> AsyncIterator[Conversations]:
    if request.param == "fake":
        yield FakeConversations()
        return
    async with backend_on(
        prepared_database, tmp_path, FixedClock(datetime(2026, 3, 2, 9, 0))
    ) as client:
        yield ConversationsApi(client)

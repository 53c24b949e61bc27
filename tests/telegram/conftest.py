"""The front door's own process with Telegram, between a double of the Bot API and an engine that
repeats what it hears.
"""

from collections.abc import Iterator

import pytest

from tests.servers.engine import EchoEngine, echo_engine
from tests.servers.telegram.api import BotApi, bot_api
from tests.servers.telegram.door import TelegramDoor, telegram_door


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with bot_api() as running:
        yield running


@pytest.fixture(scope="module")
def engine() -> Iterator[EchoEngine]:
    with echo_engine() as running:
        yield running


@pytest.fixture(scope="module")
def door(
    tmp_path_factory: pytest.TempPathFactory, api: BotApi, engine: EchoEngine
) -> Iterator[TelegramDoor]:
    folder = tmp_path_factory.mktemp("telegram")
    with telegram_door(folder, api, engine.address) as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_refused(request: pytest.FixtureRequest) -> Iterator[None]:
    """The double refuses calls that break the published schemas; there must be none."""
    yield
    if "api" in request.fixturenames:
        assert request.getfixturevalue("api").refused == []

"""The library's errors as ours, and the token in none of them."""

import logging
from collections.abc import Iterator

import pytest

from connectors.telegram import ports
from connectors.telegram.bot import TelegramBot
from connectors.telegram.outgoing import Message
from tests.servers.telegram.api import TOKEN, BotApi, Failure, bot_api


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with bot_api() as running:
        yield running


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (Failure(429, "Too Many Requests", pause=7), ports.SlowDown),
        (Failure(403, "Forbidden: bot was blocked by the user"), ports.Blocked),
        (Failure(400, "Bad Request: chat not found"), ports.Blocked),
        (Failure(400, "Bad Request: message is too long"), ports.Refused),
        (Failure(401, "Unauthorized"), ports.TokenRefused),
        (Failure(409, "Conflict: terminated by other getUpdates request"), ports.Unreachable),
        (Failure(500), ports.Unreachable),
        (Failure(502), ports.Unreachable),
        (Failure(504), ports.Unreachable),
    ],
)
async def test_failures(api: BotApi, failure: Failure, expected: type[ports.TelegramError]) -> None:
    bot = TelegramBot(TOKEN, api.address)
    api.failures[7].append(failure)
    with pytest.raises(expected) as raised:
        await bot.send(7, Message("Hallo"))
    if isinstance(raised.value, ports.SlowDown):
        assert raised.value.seconds == 7
    assert TOKEN not in str(raised.value)
    await bot.close()


@pytest.mark.parametrize("token", ["123456:WRONG", "not a token", "1:\u00e4"])
async def test_a_wrong_token_is_not_told(
    api: BotApi, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    bot = TelegramBot(token, api.address)
    with pytest.raises(ports.TelegramError) as raised:
        await bot.listen_at("", "")
    assert token not in str(raised.value)
    await bot.close()


async def test_nobody_is_there() -> None:
    bot = TelegramBot(TOKEN, "http://127.0.0.1:9")
    with pytest.raises(ports.Unreachable) as raised:
        await bot.send(7, Message("Hallo"))
    assert TOKEN not in str(raised.value)
    await bot.typing(7)
    await bot.close()


async def test_a_file_is_fetched(api: BotApi) -> None:
    api.files["voice-1"] = b"OggS" * 100
    bot = TelegramBot(TOKEN, api.address)
    assert await bot.fetch("voice-1") == b"OggS" * 100
    await bot.close()

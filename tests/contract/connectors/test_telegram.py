"""What the log of updates and the chats keep to: in memory, and over the backend's API."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from backend.kit.clock import FixedClock
from connectors.core.conversations import ConversationsApi
from connectors.telegram.backend import ChannelApi
from connectors.telegram.update import Kind, Update
from tests.fakes.backend import backend_on
from tests.fakes.telegram import FakeChannel

HELLO = Update(501, 77, Kind.TEXT, "de", 5, "Hallo")
GROUP = Update(502, -9, Kind.GROUP)
Channel = ChannelApi | FakeChannel


@pytest.fixture
async def backend(tmp_path: Path, prepared_database: Path) -> AsyncIterator[httpx.AsyncClient]:
    clock = FixedClock(datetime(2026, 3, 2, 9, 0))
    async with backend_on(prepared_database, tmp_path, clock) as client:
        yield client


@pytest.fixture(params=["fake", "real"])
def channel(request: pytest.FixtureRequest) -> Channel:
    if request.param == "fake":
        return FakeChannel()
    return ChannelApi(request.getfixturevalue("backend"))


async def test_new_updates_come_back_once(channel: Channel) -> None:
    first = await channel.take([HELLO, GROUP])
    assert [each.update for each in first] == [HELLO, GROUP]
    assert first[0].chat is not None
    assert first[1].chat is None
    assert await channel.take([HELLO]) == []


async def test_what_is_unfinished_is_found_again(channel: Channel) -> None:
    [taken] = await channel.take([HELLO])
    await channel.note(501, 2)
    [left] = await channel.unfinished()
    assert (left.update, left.sent, left.chat) == (HELLO, 2, taken.chat)
    await channel.note(501, 3, finished=True, language="en")
    assert await channel.unfinished() == []
    await channel.note(999, 1, finished=True)


async def test_the_language_spoken_is_kept(channel: Channel) -> None:
    await channel.take([HELLO])
    await channel.note(501, 1, finished=True, language="en")
    [later] = await channel.take([Update(503, 77, Kind.TEXT, "de", 6, "Hi")])
    assert later.chat is not None
    assert later.chat.language == "en"


async def test_a_chat_is_found_by_its_conversation(channel: Channel) -> None:
    [taken] = await channel.take([HELLO])
    assert taken.chat is not None
    assert await channel.chat_of(taken.chat.conversation_id) == taken.chat
    assert await channel.chat_of("elsewhere") is None
    assert await channel.open(77) == taken.chat


async def test_blocking(channel: Channel) -> None:
    [taken] = await channel.take([HELLO])
    assert taken.chat is not None
    for blocked in (True, False):
        await channel.set_blocked(77, blocked)
        found = await channel.chat_of(taken.chat.conversation_id)
        assert found is not None
        assert found.blocked is blocked
    await channel.set_blocked(78, True)


async def test_more_than_a_hundred_at_once(channel: Channel) -> None:
    many = [Update(n, n, Kind.TEXT, "de", 5, "Hallo") for n in range(1, 251)]
    assert len(await channel.take(many)) == 250
    assert [each.update.id for each in await channel.unfinished()] == list(range(1, 251))


async def test_there_is_no_calendar_elsewhere(channel: Channel) -> None:
    assert await channel.calendar("https://elsewhere.example/x.ics") is None
    assert await channel.calendar("/api/appointments/XXXX-XXXX.ics") is None


async def test_card_numbers_are_not_stored(backend: httpx.AsyncClient) -> None:
    channel = ChannelApi(backend)
    said = "Meine Karte ist 4111 1111 1111 1111"
    [taken] = await channel.take([Update(501, 77, Kind.TEXT, "de", 5, said)])
    assert taken.update.text == said, "what is worked on now may be refused"
    [left] = await channel.unfinished()
    assert "4111" not in left.update.text


async def test_an_erased_conversation_leads_to_a_new_one(backend: httpx.AsyncClient) -> None:
    channel = ChannelApi(backend)
    [taken] = await channel.take([HELLO])
    assert taken.chat is not None
    await ConversationsApi(backend).erase(taken.chat.conversation_id)
    assert await channel.unfinished() == []
    assert (await channel.open(77)).conversation_id != taken.chat.conversation_id


async def test_only_our_own_processes_may_call(backend: httpx.AsyncClient) -> None:
    strange = {"Authorization": "Bearer guessed"}
    for method, path in (("GET", "updates/unfinished"), ("POST", "updates"), ("PUT", "chats/7")):
        answer = await backend.request(method, f"/api/channels/telegram/{path}", headers=strange)
        assert answer.status_code == 401

"""What an open page is told: nothing lost, nothing twice, no words of others."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest

from backend.staff.schemas import UserShape
from connectors.console.backend import Backend
from connectors.console.stream import Stream, event
from connectors.core.inbox import Change, Inbox
from tests.fakes.staff_desk import Desk, item

USER = UserShape(
    id="u1",
    login="anna",
    name="Anna",
    role="agent",
    department=None,
    languages=["de"],
    active=True,
    locked_until=None,
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)


def stream(desk: Desk, inbox: Inbox, conversation: str | None, shown: int = 0) -> Stream:
    transport = httpx.ASGITransport(desk.app())
    client = httpx.AsyncClient(transport=transport, base_url="http://backend")
    backend = Backend(client, "de", "s", USER)
    return Stream(inbox, backend, lambda m: f"{m['seq']}:{m['text']}", conversation, shown)


async def told(events: AsyncIterator[str], count: int) -> list[str]:
    return [await asyncio.wait_for(anext(events), 5) for _ in range(count)]


async def test_a_page_that_comes_back_gets_what_it_missed_and_no_more() -> None:
    desk, inbox = Desk(), Inbox()
    desk.add(item("c1"), ("person", "eins"), ("bot", "zwei"), ("person", "drei"))
    events = stream(desk, inbox, "c1", shown=1).events()
    assert await told(events, 3) == [
        event("open"),
        event("message", "2:zwei"),
        event("message", "3:drei"),
    ]
    desk.say("c1", "person", "vier")
    waiting = asyncio.ensure_future(anext(events))
    await asyncio.sleep(0.05)
    await inbox.tell(Change("message", "c1", {"seq": 4}))
    await inbox.tell(Change("message", "c1", {"seq": 4}))
    assert await asyncio.wait_for(waiting, 5) == event("message", "4:vier")
    # The repeat brings no second message; the list follows after a second.
    assert await told(events, 1) == [event("inbox")]


async def test_other_conversations_change_the_list_alone() -> None:
    desk, inbox = Desk(), Inbox()
    desk.add(item("c1"))
    desk.add(item("c2"), ("person", "geheim"))
    events = stream(desk, inbox, "c1").events()
    await told(events, 1)
    waiting = asyncio.ensure_future(anext(events))
    await asyncio.sleep(0.05)
    for _ in range(50):
        await inbox.tell(Change("message", "c2", {"seq": 1}))
    assert await asyncio.wait_for(waiting, 5) == event("inbox")


async def test_the_page_of_an_erased_conversation_ends() -> None:
    desk, inbox = Desk(), Inbox()
    desk.add(item("c1"), ("person", "eins"))
    gone = Change("state", "c1", {"state": "erased"})
    events, other = stream(desk, inbox, "c1", shown=1).events(), stream(desk, inbox, None).events()
    await told(events, 1)
    await told(other, 1)
    waiting = [asyncio.ensure_future(anext(each)) for each in (events, other)]
    await asyncio.sleep(0.05)
    await inbox.tell(gone)
    assert await asyncio.wait_for(waiting[0], 5) == event("ended")
    assert await asyncio.wait_for(waiting[1], 5) == event("inbox")
    with pytest.raises(StopAsyncIteration):
        await asyncio.wait_for(anext(events), 5)


async def test_who_waits_rings() -> None:
    desk, inbox = Desk(), Inbox()
    events = stream(desk, inbox, None).events()
    await told(events, 1)
    waiting = asyncio.ensure_future(anext(events))
    await asyncio.sleep(0.05)
    await inbox.tell(Change("state", "c1", {"state": "waiting"}))
    assert await asyncio.wait_for(waiting, 5) == event("waiting", "c1")
    assert await told(events, 1) == [event("inbox")]


async def test_those_who_look_at_the_same_see_one_another() -> None:
    desk, inbox = Desk(), Inbox()
    desk.add(item("c1"))
    events = stream(desk, inbox, "c1").events()
    heard: list[Change] = []

    async def other(change: Change) -> None:
        heard.append(change)

    inbox.join(other)
    await told(events, 1)
    waiting = asyncio.ensure_future(anext(events))
    await asyncio.sleep(0.05)
    await inbox.tell(Change("viewing", "c1", {"id": "u2", "staff": "Berta", "new": True}))
    assert await asyncio.wait_for(waiting, 5) == event("viewing", "Berta")
    names = [(each.data["staff"], each.data["new"]) for each in heard if each.kind == "viewing"]
    assert names == [("Anna", True), ("Berta", True), ("Anna", False)]


async def test_a_page_that_closes_is_told_no_more() -> None:
    desk, inbox = Desk(), Inbox()
    events = stream(desk, inbox, None).events()
    await told(events, 1)
    assert len(inbox) == 1
    await events.aclose()  # type: ignore[attr-defined]
    assert len(inbox) == 0


def test_lines_stay_lines() -> None:
    assert event("message", "<p>\n</p>") == "event: message\ndata: <p>\ndata: </p>\n\n"

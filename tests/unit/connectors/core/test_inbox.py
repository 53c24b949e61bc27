"""Open pages of staff, and what is told between processes."""

from collections.abc import Mapping
from typing import Any

from connectors.core.fanout import InProcess
from connectors.core.inbox import Change, Inbox
from connectors.core.listeners import Listeners
from connectors.core.turn import Notice, Reply, Standing

CHANGE = Change("state", "c-1", {"state": "waiting"})


async def test_every_open_page_is_told_until_it_leaves() -> None:
    told: list[Change] = []

    async def watch(change: Change) -> None:
        told.append(change)

    async def broken(_: Change) -> None:
        raise RuntimeError

    inbox = Inbox()
    for watcher in (broken, watch):
        inbox.join(watcher)
    await inbox.tell(CHANGE)
    inbox.leave(watch)
    inbox.leave(watch)
    await inbox.tell(CHANGE)
    assert told == [CHANGE]
    assert len(inbox) == 1


async def test_lines_of_all_processes_are_told_the_same() -> None:
    """Two listeners on one fanout are two processes."""
    fanout = InProcess()
    here, there = Listeners(fanout), Listeners(fanout)
    told: list[Notice] = []

    async def listen(notice: Notice) -> None:
        told.append(notice)

    there.join("c-1", listen)
    standing = Standing("waiting", 2, 15)
    notice = Notice("n", "en", Reply("", seq=4), "state", "bot", None, standing)
    await here.tell("c-1", notice)
    await here.tell("c-2", notice)
    assert told == [notice]


async def test_a_fanout_keeps_topics_apart() -> None:
    fanout = InProcess()
    told: list[Mapping[str, Any]] = []

    async def receive(event: Mapping[str, Any]) -> None:
        told.append(event)

    fanout.subscribe("a", receive)
    await fanout.publish("b", {"n": 1})
    await fanout.publish("a", {"n": 2})
    assert told == [{"n": 2}]

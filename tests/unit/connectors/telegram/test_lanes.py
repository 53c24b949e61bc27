"""Order within a chat, none between chats."""

import asyncio

from connectors.telegram.lanes import Lanes


async def test_a_chat_is_served_in_order_and_chats_beside_one_another() -> None:
    lanes, done = Lanes(), []
    slow = asyncio.Event()

    async def wait_then(name: str) -> None:
        await slow.wait()
        done.append(name)

    async def now(name: str) -> None:
        done.append(name)

    lanes.put(1, lambda: wait_then("a1"))
    lanes.put(1, lambda: now("a2"))
    lanes.put(2, lambda: now("b1"))
    await asyncio.sleep(0.01)
    assert done == ["b1"]
    slow.set()
    await lanes.idle()
    assert done == ["b1", "a1", "a2"]
    assert len(lanes) == 0


async def test_one_that_fails_does_not_keep_the_next() -> None:
    lanes, done = Lanes(), []

    async def fail() -> None:
        raise RuntimeError

    async def succeed() -> None:
        done.append(1)

    lanes.put(1, fail)
    lanes.put(1, succeed)
    await lanes.idle()
    assert done == [1]


async def test_stopping_ends_in_the_middle() -> None:
    lanes = Lanes()
    lanes.put(1, lambda: asyncio.sleep(60))
    await asyncio.sleep(0)
    await asyncio.wait_for(lanes.stop(), 1)
    assert len(lanes) == 0

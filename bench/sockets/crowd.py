"""People at their widgets, each with a socket of their own."""

import asyncio
import json
import random
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

_OPENED_AT_ONCE = 20
_PATIENCE_SECONDS = 60.0


@dataclass
class Heard:
    """Seconds from a message to the word that it is stored, and to its answer."""

    accepted: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    failed: int = 0


class Crowd:
    """``size`` sockets at ``address``, open until the context is left."""

    def __init__(self, address: str, size: int) -> None:
        self._address = address
        self._size = size
        self._stack = AsyncExitStack()
        self._sockets: list[ClientConnection] = []

    async def __aenter__(self) -> "Crowd":
        gate = asyncio.Semaphore(_OPENED_AT_ONCE)

        async def come() -> ClientConnection:
            async with gate:
                socket = await connect(self._address, open_timeout=_PATIENCE_SECONDS, proxy=None)
                await socket.send(json.dumps({"type": "hello", "language": "de"}))
                await _until(socket, "welcome")
                return socket

        self._sockets = await asyncio.gather(*(come() for _ in range(self._size)))
        for socket in self._sockets:
            self._stack.push_async_callback(socket.close)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def talk(self, pause: float, seconds: float) -> Heard:
        """Everybody says something about every ``pause`` seconds, for so long."""
        heard = Heard()
        ends = time.monotonic() + seconds
        await asyncio.gather(*(_person(each, pause, ends, heard) for each in self._sockets))
        return heard


async def _person(socket: ClientConnection, pause: float, ends: float, heard: Heard) -> None:
    await asyncio.sleep(random.uniform(0, pause))
    while time.monotonic() < ends:
        try:
            await _say(socket, heard)
        except (TimeoutError, OSError):
            heard.failed += 1
            return
        await asyncio.sleep(random.uniform(0.5, 1.5) * pause)


async def _say(socket: ClientConnection, heard: Heard) -> None:
    began = time.monotonic()
    frame = {"type": "message", "id": uuid4().hex, "text": "Was kostet ein Reisepass?"}
    await socket.send(json.dumps(frame))
    await _until(socket, "accepted")
    heard.accepted.append(time.monotonic() - began)
    await _until(socket, "reply")
    heard.answered.append(time.monotonic() - began)
    await _until(socket, "done")


async def _until(socket: ClientConnection, kind: str) -> None:
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while json.loads(await socket.recv())["type"] != kind:
            pass

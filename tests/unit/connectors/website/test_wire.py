"""Frames to a browser that takes none."""

import asyncio

import pytest
from fastapi import WebSocket, WebSocketDisconnect
from starlette.types import Message

from connectors.website.wire import Wire

PATIENCE = 0.05


class Stalled:
    """A browser that stays connected, says nothing and takes nothing."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self._greeted = False

    async def receive(self) -> Message:
        if self._greeted:
            await asyncio.Event().wait()
        self._greeted = True
        return {"type": "websocket.connect"}

    async def send(self, message: Message) -> None:
        self.tried.append(message["type"])
        if message["type"] == "websocket.send":
            await asyncio.Event().wait()

    async def wire(self) -> Wire:
        socket = WebSocket({"type": "websocket", "headers": []}, self.receive, self.send)
        await socket.accept()
        return Wire(socket, PATIENCE)


async def test_a_browser_that_takes_nothing_keeps_nobody() -> None:
    browser = Stalled()
    wire = await browser.wire()
    async with asyncio.timeout(20 * PATIENCE):
        await wire.send({"type": "typing"})
        await wire.send({"type": "typing"})
    assert browser.tried == ["websocket.accept", "websocket.send"]


async def test_its_line_ends_so_that_it_comes_again() -> None:
    wire = await Stalled().wire()
    async with asyncio.timeout(20 * PATIENCE):
        sending = asyncio.create_task(wire.send({"type": "typing"}))
        with pytest.raises(WebSocketDisconnect):
            await wire.receive()
        await sending

"""JSON frames over a WebSocket."""

import asyncio
import json
from typing import Any

from fastapi import WebSocket, WebSocketDisconnect
from starlette.types import Message

from connectors.website.bodies import UploadRefused

_UNSUPPORTED_DATA = 1003
_GONE = 1006
# A browser that takes no bytes must not keep those who are told after it.
_SEND_SECONDS = 5.0


class Wire:
    """Sends as long as the other side listens; what comes too late is dropped."""

    def __init__(self, socket: WebSocket, patience: float = _SEND_SECONDS) -> None:
        """``patience``: seconds that one frame may take; then the line counts as closed."""
        self._socket = socket
        self._patience = patience
        self._open = True
        self._stalled = asyncio.Event()

    async def receive(self) -> str:
        """The next text frame.

        Raises WebSocketDisconnect, also once the other side took no frame in time, so that it
        comes again; and UploadRefused for a binary one.
        """
        message = await self._heard()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        if message.get("bytes") is not None:
            raise UploadRefused
        return message.get("text") or ""

    async def send(self, frame: dict[str, Any]) -> None:
        """Send a frame, if anybody is there."""
        if not self._open:
            return
        try:
            async with asyncio.timeout(self._patience):
                await self._socket.send_text(json.dumps(frame, ensure_ascii=False))
        except TimeoutError:
            self._open = False
            self._stalled.set()
        except (WebSocketDisconnect, RuntimeError):
            self._open = False

    async def refuse(self) -> None:
        """Close, because what came is no text."""
        self._open = False
        await self._socket.close(_UNSUPPORTED_DATA)

    def close(self) -> None:
        """Nothing is sent any more."""
        self._open = False

    async def _heard(self) -> Message:
        hearing = asyncio.ensure_future(self._socket.receive())
        stalled = asyncio.ensure_future(self._stalled.wait())
        try:
            await asyncio.wait((hearing, stalled), return_when=asyncio.FIRST_COMPLETED)
            if not hearing.done():
                raise WebSocketDisconnect(_GONE)
            return hearing.result()
        finally:
            hearing.cancel()
            stalled.cancel()

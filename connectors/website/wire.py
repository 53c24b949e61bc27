"""JSON frames over a WebSocket."""

import json
from typing import Any

from fastapi import WebSocket, WebSocketDisconnect

from connectors.website.bodies import UploadRefused

_UNSUPPORTED_DATA = 1003


class Wire:
    """Sends as long as the other side listens; what comes too late is dropped."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._open = True

    async def receive(self) -> str:
        """The next text frame. Raises WebSocketDisconnect, and UploadRefused for a binary one."""
        message = await self._socket.receive()
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
            await self._socket.send_text(json.dumps(frame, ensure_ascii=False))
        except (WebSocketDisconnect, RuntimeError):
            self._open = False

    async def refuse(self) -> None:
        """Close, because what came is no text."""
        self._open = False
        await self._socket.close(_UNSUPPORTED_DATA)

    def close(self) -> None:
        """Nothing is sent any more."""
        self._open = False

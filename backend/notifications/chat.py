"""Chat messages on their way to the connectors."""

import asyncio
from collections.abc import Coroutine
from dataclasses import asdict
from typing import Any

import httpx

from backend.notifications.service.ports import ChatMessage, Permanent, Temporary

_SECONDS = 30.0
_GONE = "conversation_not_found"


class ConnectorsDelivery:
    """`POST /internal/deliver` of the connectors; `client` carries address and token.

    Jobs run in threads, the client belongs to the event loop that has entered it
    (`async with delivery`).
    """

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._loop: asyncio.AbstractEventLoop | None = None

    async def __aenter__(self) -> "ConnectorsDelivery":
        self._loop = asyncio.get_running_loop()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._loop = None
        await self._client.aclose()

    def deliver(self, message: ChatMessage) -> None:
        """See ChatDelivery; not to be called from the loop itself."""
        body = {
            "id": message.id,
            "conversation_id": message.conversation_id,
            "language": message.language,
            "text": message.text,
            "buttons": [asdict(choice) for choice in message.choices],
        }
        try:
            response = self._wait(self._client.post("/internal/deliver", json=body))
        except (httpx.HTTPError, TimeoutError) as error:
            raise Temporary(type(error).__name__, down=True) from error
        if response.status_code == httpx.codes.UNPROCESSABLE_ENTITY:
            raise Permanent("not_deliverable")
        # Another 404 means that nothing of ours answers at this address.
        if response.status_code == httpx.codes.NOT_FOUND and _GONE in response.text:
            raise Permanent(_GONE)
        if response.status_code >= httpx.codes.BAD_REQUEST:
            raise Temporary(f"connectors_{response.status_code}", down=True)

    def _wait(self, sending: Coroutine[Any, Any, httpx.Response]) -> httpx.Response:
        if self._loop is None:
            sending.close()
            raise Temporary("not_started", down=True)
        return asyncio.run_coroutine_threadsafe(sending, self._loop).result(_SECONDS)

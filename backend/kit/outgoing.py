"""Requests to our other processes from worker threads."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any

import httpx


class NotStarted(Exception):
    """The event loop that owns the client is not running (yet, or any more)."""


class LoopClient:
    """`client` belongs to the event loop that has entered this (`async with`)."""

    def __init__(self, client: httpx.AsyncClient, seconds: float = 30.0) -> None:
        self._client = client
        self._seconds = seconds
        self._loop: asyncio.AbstractEventLoop | None = None

    async def __aenter__(self) -> "LoopClient":
        self._loop = asyncio.get_running_loop()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._loop = None
        await self._client.aclose()

    def post(self, path: str, body: Any) -> httpx.Response:
        """POST and wait; not to be called from the loop itself.

        Raises NotStarted, httpx.HTTPError, TimeoutError.
        """
        return self._submit(self._client.post(path, json=body)).result(self._seconds)

    def post_later(self, path: str, body: Any) -> None:
        """POST without waiting for what comes of it. Raises NotStarted."""
        future = self._submit(self._client.post(path, json=body))
        # A failure is looked at nowhere: whoever missed it reads the record.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())

    def _submit(self, sending: Coroutine[Any, Any, httpx.Response]) -> Future[httpx.Response]:
        if self._loop is None:
            sending.close()
            raise NotStarted
        return asyncio.run_coroutine_threadsafe(sending, self._loop)

"""The two bots as their clients meet them."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import httpx

from connectors.core.texts import text

_TIMEOUT_SECONDS = 60.0


@dataclass(frozen=True)
class Reply:
    """What came back: whether the bot answered at all, and whether it booked something."""

    answered: bool
    booked: bool = False


class Conversation(Protocol):
    """One person's conversation."""

    async def say(self, message: str) -> Reply:
        """Send a message and wait for the whole answer. Raises httpx.HTTPError."""


class Client(Protocol):
    """One person's connection, kept alive over conversations."""

    def conversation(self, name: str) -> Conversation:
        """A new conversation; ``name`` is its own."""


class Bot(Protocol):
    """A running bot."""

    def client(self) -> AbstractAsyncContextManager[Client]:
        """A connection of its own."""


@dataclass(frozen=True)
class Stock:
    """Rasa's REST channel."""

    address: str

    @asynccontextmanager
    async def client(self) -> AsyncIterator[Client]:
        """See Bot."""
        async with _http(self.address) as http:
            yield _StockClient(http)


@dataclass(frozen=True)
class FrontDoor:
    """Our website chat."""

    address: str

    @asynccontextmanager
    async def client(self) -> AsyncIterator[Client]:
        """See Bot."""
        async with _http(self.address) as http:
            yield _FrontDoorClient(http)


@dataclass(frozen=True)
class _StockClient:
    http: httpx.AsyncClient

    def conversation(self, name: str) -> Conversation:
        return _StockConversation(self.http, name)


@dataclass(frozen=True)
class _FrontDoorClient:
    http: httpx.AsyncClient

    def conversation(self, name: str) -> Conversation:
        return _FrontDoorConversation(self.http)


@dataclass(frozen=True)
class _StockConversation:
    http: httpx.AsyncClient
    sender: str

    async def say(self, message: str) -> Reply:
        """The REST channel answers 200 with an empty list when a turn failed."""
        body = {"sender": self.sender, "message": message}
        return Reply(bool(await _post(self.http, "/webhooks/rest/webhook", body)))


class _FrontDoorConversation:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http
        self._token: str | None = None

    async def say(self, message: str) -> Reply:
        body = {"text": message, "conversation_id": self._token}
        answer = await _post(self._http, "/chat/messages", body)
        self._token = answer["conversation_id"]
        replies = answer["replies"]
        failed = text("turn_failed", answer["language"])
        return Reply(
            answered=bool(replies) and all(reply["text"] != failed for reply in replies),
            booked=any((reply.get("card") or {}).get("code") for reply in replies),
        )


def _http(address: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=address, timeout=_TIMEOUT_SECONDS, trust_env=False)


async def _post(http: httpx.AsyncClient, path: str, body: dict[str, Any]) -> Any:
    response = await http.post(path, json=body)
    response.raise_for_status()
    return response.json()

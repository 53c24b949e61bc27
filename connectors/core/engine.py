"""The engine over its own channel."""

import asyncio
import re
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Protocol

import httpx

from connectors.core.ports import EngineError
from connectors.core.turn import Answer, Button, Choice, Reply, Turn

_PAUSE_SECONDS = 0.5
_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")


class WallClock(Protocol):
    """Tells the time in Duisburg."""

    def local(self) -> datetime:
        """Naive Berlin time."""


class RasaEngine:
    """``client`` carries the engine's address and token.

    An engine that is just being restarted is waited for, up to ``patience`` seconds: sending
    a turn again is harmless, because the engine knows it by its message id.
    """

    def __init__(self, client: httpx.AsyncClient, clock: WallClock, patience: float = 30.0) -> None:
        self._client = client
        self._clock = clock
        self._patience = patience

    async def answer(self, turn: Turn, choice: Choice | None) -> Answer:
        """See ports.Engine."""
        body = {
            "sender": turn.conversation_id,
            "id": turn.message_id,
            "text": turn.text,
            "channel": turn.channel,
            "language": turn.language,
            "choice": asdict(choice) if choice else None,
            "at": self._clock.local().isoformat(timespec="seconds"),
            "told": turn.told,
        }
        response = await self._send(body)
        if response.status_code != 200:
            raise EngineError(f"engine answered {response.status_code}")
        answer = response.json()
        return Answer(answer["language"], tuple(_replies(answer["replies"])))

    async def _send(self, body: dict[str, Any]) -> httpx.Response:
        deadline = time.monotonic() + self._patience
        while True:
            try:
                return await self._client.post("/webhooks/frontdoor/webhook", json=body)
            except httpx.HTTPError as error:
                gone = isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError)
                if not gone or time.monotonic() > deadline:
                    raise EngineError(f"engine unreachable: {type(error).__name__}") from error
            await asyncio.sleep(_PAUSE_SECONDS)


def _replies(messages: Iterable[dict[str, Any]]) -> list[Reply]:
    """Rasa's messages as replies; one that brings only a card belongs to the one before."""
    replies: list[Reply] = []
    for message in messages:
        card = (message.get("custom") or {}).get("card")
        if card and "text" not in message and replies:
            replies[-1] = replace(replies[-1], card=card)
            continue
        buttons = tuple(Button(b["title"], b["payload"]) for b in message.get("buttons") or [])
        replies.append(Reply(_tidy(message.get("text") or ""), buttons, card))
    return replies


def _tidy(text: str) -> str:
    """``text`` without the second blank where a value between two is empty."""
    return _BLANKS.sub(" ", text)

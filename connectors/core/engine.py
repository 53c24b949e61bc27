"""The engine over its own channel."""

import asyncio
import re
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import quote

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
            "address": turn.address,
            "at": self._clock.local().isoformat(timespec="seconds"),
            "told": turn.told,
        }
        response = await self._send("POST", "/webhook", body)
        if response.status_code != 200:
            raise EngineError(f"engine answered {response.status_code}")
        answer = response.json()
        replies = answer["replies"]
        return Answer(
            answer["language"],
            tuple(_replies(replies)),
            intent=answer.get("intent"),
            # Sums of shares may come out a trifle above one.
            confidence=min(1.0, max(0.0, answer.get("confidence") or 0.0)),
            erases=_erases(replies),
        )

    async def forget(self, conversation_id: str) -> None:
        """See ports.Engine."""
        response = await self._send("DELETE", f"/conversations/{quote(conversation_id, safe='')}")
        if response.status_code != 200:
            raise EngineError(f"engine answered {response.status_code}")

    async def _send(
        self, method: str, path: str, body: dict[str, Any] | None = None
    ) -> httpx.Response:
        deadline = time.monotonic() + self._patience
        while True:
            try:
                return await self._client.request(method, f"/webhooks/frontdoor{path}", json=body)
            except httpx.HTTPError as error:
                gone = isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError)
                if not gone or time.monotonic() > deadline:
                    raise EngineError(f"engine unreachable: {type(error).__name__}") from error
            await asyncio.sleep(_PAUSE_SECONDS)


def _replies(messages: Iterable[dict[str, Any]]) -> list[Reply]:
    """Rasa's messages as replies; one that brings only a card belongs to the one before."""
    replies: list[Reply] = []
    for message in messages:
        card = _custom(message).get("card")
        if card and "text" not in message and replies:
            replies[-1] = replace(replies[-1], card=card)
            continue
        if "text" not in message and "erase" in _custom(message):
            continue  # a command, nothing to say
        buttons = tuple(Button(b["title"], b["payload"]) for b in message.get("buttons") or [])
        replies.append(Reply(_tidy(message.get("text") or ""), buttons, card))
    return replies


def _erases(messages: Iterable[dict[str, Any]]) -> bool:
    return any(_custom(message).get("erase") is True for message in messages)


def _custom(message: dict[str, Any]) -> dict[str, Any]:
    return message.get("custom") or {}


def _tidy(text: str) -> str:
    """``text`` without the second blank where a value between two is empty."""
    return _BLANKS.sub(" ", text)

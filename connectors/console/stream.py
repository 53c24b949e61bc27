"""What an open page is told, as server-sent events.

A page that reconnects names the last message it shows, so that nothing is lost or shown twice.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from connectors.console.backend import Backend, segment
from connectors.console.errors import ConsoleError, SignInNeeded
from connectors.core.inbox import Change, Inbox

_PING_SECONDS = 20.0
# A list is read again this often at most, however much happens.
_LIST_SECONDS = 1.0
_LISTED = ("state", "message", "read", "tags", "rating", "callback", "note")
_HEAD = ("state", "note", "tags", "rating")
_MOST_MESSAGES = 500

ShowMessage = Callable[[Mapping[str, Any]], str]


def event(name: str, data: str = "") -> str:
    """One server-sent event."""
    lines = "".join(f"data: {line}\n" for line in (data or " ").splitlines())
    return f"event: {name}\n{lines}\n"


# The page is loaded again, and shows what there is then.
_ENDED = event("ended")


@dataclass
class Stream:
    """What one page is told. ``conversation_id`` is what it shows, if anything; ``shown`` the
    number of the last message it has.
    """

    inbox: Inbox
    backend: Backend
    show: ShowMessage
    conversation_id: str | None = None
    shown: int = 0
    _changes: asyncio.Queue[Change] = field(default_factory=asyncio.Queue)
    _list_due: float | None = None
    _pinged: float = 0.0

    async def events(self) -> AsyncIterator[str]:
        """Events until the page closes, its session ends or its conversation is erased."""
        self._pinged = time.monotonic()
        self.inbox.join(self._hear)
        try:
            yield event("open")
            for told in await self._messages():
                yield told
            await self._announce(new=True)
            while True:
                try:
                    for told in await self._next():
                        yield told
                        if told == _ENDED:
                            return
                except SignInNeeded:
                    yield _ENDED
                    return
        finally:
            self.inbox.leave(self._hear)

    async def _hear(self, change: Change) -> None:
        self._changes.put_nowait(change)

    async def _next(self) -> list[str]:
        now = time.monotonic()
        due = min(self._list_due or now + _PING_SECONDS, self._pinged + _PING_SECONDS)
        try:
            change = await asyncio.wait_for(self._changes.get(), max(0.0, due - now))
        except TimeoutError:
            return await self._on_time()
        return await self._on_change(change)

    async def _on_time(self) -> list[str]:
        now, told = time.monotonic(), []
        if self._list_due is not None and now >= self._list_due:
            self._list_due = None
            told.append(event("inbox"))
        if now >= self._pinged + _PING_SECONDS:
            self._pinged = now
            await self._check_session()
            await self._announce(new=False)
            told.append(event("ping"))
        return told

    async def _on_change(self, change: Change) -> list[str]:
        told = []
        if change.kind in _LISTED and self._list_due is None:
            self._list_due = time.monotonic() + _LIST_SECONDS
        if change.kind == "callback" or change.data.get("state") == "waiting":
            told.append(event("waiting", change.conversation_id or ""))
        if self.conversation_id is None or change.conversation_id != self.conversation_id:
            return told
        if change.kind == "state" and change.data.get("state") == "erased":
            return [*told, _ENDED]
        if change.kind in ("message", "state"):
            told += await self._messages()
        if change.kind in ("delivered", "read", "typing"):
            told.append(event(change.kind, json.dumps(dict(change.data))))
        if change.kind in _HEAD:
            told.append(event("head"))
        if change.kind == "viewing" and self._is_other(change):
            told.append(event("viewing", str(change.data.get("staff", ""))))
            if change.data.get("new"):
                await self._announce(new=False)
        return told

    async def _messages(self) -> list[str]:
        if self.conversation_id is None:
            return []
        path = f"/staff/conversations/{segment(self.conversation_id)}/messages"
        try:
            answer = await self.backend.get(path, after=self.shown, limit=_MOST_MESSAGES)
        except SignInNeeded:
            raise
        except ConsoleError:
            return []
        told = [event("message", self.show(each)) for each in answer["messages"]]
        if answer["messages"]:
            self.shown = answer["messages"][-1]["seq"]
        return told

    def _is_other(self, change: Change) -> bool:
        user = self.backend.user
        return user is not None and change.data.get("id") != user.id

    async def _check_session(self) -> None:
        """Raises SignInNeeded. A backend that does not answer for a moment ends no page."""
        try:
            await self.backend.get("/staff/sessions/current", passive="true")
        except SignInNeeded:
            raise
        except ConsoleError:
            return

    async def _announce(self, *, new: bool) -> None:
        user = self.backend.user
        if self.conversation_id is None or user is None:
            return
        data = {"id": user.id, "staff": user.name, "new": new}
        await self.inbox.tell(Change("viewing", self.conversation_id, data))

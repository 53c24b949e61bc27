"""What changes among the conversations, for the pages of staff that are open right now."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from connectors.core.fanout import Fanout, InProcess

logger = logging.getLogger(__name__)

_TOPIC = "inbox"


@dataclass(frozen=True)
class Change:
    """Something that a page may show. Never the words themselves: the page reads the record.

    ``kind``: ``state`` (who has it, place in the queue, transfer offered), ``message``,
    ``delivered``, ``read``, ``typing``, ``note``, ``tags``, ``rating``; without a conversation
    ``presence`` and ``callback``. ``data`` names seq, state, staff and the like.
    """

    kind: str
    conversation_id: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


Watcher = Callable[[Change], Awaitable[None]]


class Inbox:
    """Open pages of staff. Whoever is not here reads the state when the page opens."""

    def __init__(self, fanout: Fanout | None = None) -> None:
        self._watchers: list[Watcher] = []
        self._fanout = fanout or InProcess()
        self._fanout.subscribe(_TOPIC, self._hear)

    def __len__(self) -> int:
        """How many pages are open."""
        return len(self._watchers)

    def join(self, watcher: Watcher) -> None:
        """Be told of every change."""
        self._watchers.append(watcher)

    def leave(self, watcher: Watcher) -> None:
        """Be told no more; harmless when not listening."""
        if watcher in self._watchers:
            self._watchers.remove(watcher)

    async def tell(self, change: Change) -> None:
        """Tell every open page; one that fails does not keep the others."""
        await self._fanout.publish(_TOPIC, asdict(change))

    async def _hear(self, event: Mapping[str, Any]) -> None:
        change = Change(event["kind"], event["conversation_id"], event["data"])
        for watcher in list(self._watchers):
            try:
                await watcher(change)
            except Exception as error:
                logger.warning("watcher_failed: %s", type(error).__name__)

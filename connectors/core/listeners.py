"""Who is looking at a conversation right now, in this process."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable

from connectors.core.turn import Erased, Notice

logger = logging.getLogger(__name__)

Event = Notice | Erased
Listener = Callable[[Event], Awaitable[None]]


class Listeners:
    """Open lines by conversation. Whoever is not here reads the notice in the record."""

    def __init__(self) -> None:
        self._lines: defaultdict[str, list[Listener]] = defaultdict(list)

    def __len__(self) -> int:
        """How many lines are open."""
        return sum(map(len, self._lines.values()))

    def join(self, conversation_id: str, listener: Listener) -> None:
        """Listen to one conversation, and to no other one any more."""
        self.leave(listener)
        self._lines[conversation_id].append(listener)

    def leave(self, listener: Listener) -> None:
        """Listen no more; harmless when not listening."""
        for conversation_id, lines in list(self._lines.items()):
            if listener in lines:
                lines.remove(listener)
            if not lines:
                del self._lines[conversation_id]

    async def tell(self, conversation_id: str, event: Event) -> None:
        """Tell everybody on the line; one that fails does not keep the others."""
        for listener in list(self._lines.get(conversation_id, ())):
            try:
                await listener(event)
            except Exception as error:
                logger.warning("listener_failed: %s", type(error).__name__)

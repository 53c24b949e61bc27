"""Who is looking at a conversation right now, in this process; and how a channel is reached."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from connectors.core.fanout import Fanout, InProcess
from connectors.core.turn import Notice

logger = logging.getLogger(__name__)

Listener = Callable[[Notice], Awaitable[None]]
Sender = Callable[[str, Notice], Awaitable[None]]
_TOPIC = "conversations"


class Undeliverable(Exception):
    """The person can no longer be reached by this channel, whatever is tried."""


class Listeners:
    """Open lines by conversation. Whoever is not here reads the notice in the record.

    A channel that has to send every notice somewhere (Telegram) is no line, but ``serves`` its
    conversations: once for each notice, and again when it failed.
    """

    def __init__(self, fanout: Fanout | None = None) -> None:
        self._lines: defaultdict[str, list[Listener]] = defaultdict(list)
        self._senders: dict[str, Sender] = {}
        self._fanout = fanout or InProcess()
        self._fanout.subscribe(_TOPIC, self._hear)

    def __len__(self) -> int:
        """How many lines are open."""
        return sum(map(len, self._lines.values()))

    def serve(self, channel: str, sender: Sender) -> None:
        """Send the notices of a channel's conversations by ``sender``.

        It is given conversation id and notice. It raises Undeliverable for good; after any other
        failure the same notice comes again, and later ones of that conversation wait.
        """
        self._senders[channel] = sender

    @property
    def has_senders(self) -> bool:
        """Whether any channel sends its notices itself."""
        return bool(self._senders)

    async def send(self, channel: str, conversation_id: str, notice: Notice) -> bool:
        """Whether the channel's sender took it; False when the channel has none.

        Raises what the sender raises.
        """
        sender = self._senders.get(channel)
        if sender is None:
            return False
        await sender(conversation_id, notice)
        return True

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

    def is_listening(self, conversation_id: str) -> bool:
        """Whether a line of this process is open to the conversation."""
        return bool(self._lines.get(conversation_id))

    async def tell(self, conversation_id: str, notice: Notice) -> None:
        """Tell everybody on the line; one that fails does not keep the others."""
        event = {"conversation_id": conversation_id, "notice": notice.as_json()}
        await self._fanout.publish(_TOPIC, event)

    async def _hear(self, event: Mapping[str, Any]) -> None:
        notice = Notice.from_json(event["notice"])
        for listener in list(self._lines.get(event["conversation_id"], ())):
            try:
                await listener(notice)
            except Exception as error:
                logger.warning("listener_failed: %s", type(error).__name__)

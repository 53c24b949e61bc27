"""What happens in one process, told in all that have open lines."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

Receiver = Callable[[Mapping[str, Any]], Awaitable[None]]


class Fanout(Protocol):
    """Tells every process of an event; at most once, in order per topic."""

    async def publish(self, topic: str, event: Mapping[str, Any]) -> None:
        """Tell everybody who subscribed to ``topic``; ``event`` is JSON."""

    def subscribe(self, topic: str, receiver: Receiver) -> None:
        """Be told of every event of ``topic`` from now on."""


class InProcess:
    """For an installation of one process."""

    def __init__(self) -> None:
        self._receivers: dict[str, list[Receiver]] = {}

    async def publish(self, topic: str, event: Mapping[str, Any]) -> None:
        """See Fanout."""
        for receiver in self._receivers.get(topic, ()):
            await receiver(event)

    def subscribe(self, topic: str, receiver: Receiver) -> None:
        """See Fanout."""
        self._receivers.setdefault(topic, []).append(receiver)

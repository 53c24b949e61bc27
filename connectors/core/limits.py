"""How much one conversation, and one network address, may say."""

import math
from collections import OrderedDict
from collections.abc import Callable

from connectors.core.clients import Client
from connectors.core.incoming import BadMessage

REMEMBERED = 20_000
_MINUTE = 60.0
_ROUNDING = 1e-6
_SIGNS_A_MESSAGE = 8


class TooMany(BadMessage):
    """One message too many; ``seconds`` until the next one is taken."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too_many_messages")
        self.seconds = max(1, math.ceil(seconds))


class Rate:
    """``per_minute`` events at once, and again as they drain away evenly (GCRA).

    Remembers one number a key, of the ``remembered`` keys used last.
    """

    def __init__(self, per_minute: int, remembered: int = REMEMBERED) -> None:
        self._interval = _MINUTE / per_minute
        self._remembered = remembered
        self._full_at: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._full_at)

    def wait(self, key: str, now: float) -> float:
        """Seconds until an event of ``key`` is allowed; 0 when it is now."""
        wait = self._full_at.get(key, now) + self._interval - _MINUTE - now
        return wait if wait > _ROUNDING else 0.0

    def count(self, key: str, now: float) -> None:
        """One event of ``key`` happened at ``now`` (seconds of any steady clock)."""
        began = max(now, self._full_at.pop(key, now))
        self._full_at[key] = began + self._interval
        while len(self._full_at) > self._remembered:
            self._full_at.popitem(last=False)


class Limits:
    """The same for every channel; in this process."""

    def __init__(self, per_conversation: int, per_address: int, clock: Callable[[], float]) -> None:
        self._conversations = Rate(per_conversation)
        self._addresses = Rate(per_address)
        self._signs = Rate(_SIGNS_A_MESSAGE * per_conversation)
        self._clock = clock

    def count(self, client: Client, conversation_id: str | None = None) -> None:
        """Count one message, of a known conversation or none; what is refused does not count.

        Raises TooMany.
        """
        if client.is_exempt:
            return
        now = self._clock()
        address = client.network
        waits = [self._addresses.wait(address, now)] if address else []
        if conversation_id:
            waits.append(self._conversations.wait(conversation_id, now))
        if longest := max(waits, default=0.0):
            raise TooMany(longest)
        if address:
            self._addresses.count(address, now)
        if conversation_id:
            self._conversations.count(conversation_id, now)

    def count_sign(self, client: Client, conversation_id: str) -> None:
        """Count what comes beside messages: typing, read, a rating. Raises TooMany."""
        if client.is_exempt:
            return
        now = self._clock()
        if wait := self._signs.wait(conversation_id, now):
            raise TooMany(wait)
        self._signs.count(conversation_id, now)

"""How often one client may ask: a port and its in-memory form."""

import threading
from collections import OrderedDict
from datetime import datetime
from typing import Protocol

_CLIENTS_REMEMBERED = 10_000


class Throttle(Protocol):
    """Counts requests per client."""

    def allow(self, client: str, now: datetime) -> bool:
        """Count one request of a client; False when it is one too many."""
        ...


class MemoryThrottle:
    """Allows a number of requests per client and clock minute, within one process."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._lock = threading.Lock()
        self._counts: OrderedDict[str, tuple[int, int]] = OrderedDict()

    def allow(self, client: str, now: datetime) -> bool:
        """Count one request of a client; False when it is one too many in this minute."""
        minute = int(now.timestamp()) // 60
        with self._lock:
            seen_minute, count = self._counts.pop(client, (minute, 0))
            count = count + 1 if seen_minute == minute else 1
            self._counts[client] = (minute, count)
            while len(self._counts) > _CLIENTS_REMEMBERED:
                self._counts.popitem(last=False)
        return count <= self._per_minute

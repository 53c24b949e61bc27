"""The order of updates, whatever order they arrive in. Pure.

Telegram numbers updates one by one; a webhook may get them out of order. The number after the
last one goes on at once. A later one waits a little for those that are missing.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
# After a week of silence the numbers start anew anywhere, and a gap may never be filled.
GRACE = 0.4
_FAR = 1000


@dataclass
class Arrivals(Generic[T]):
    """Puts what arrives in order; `grace` is how long in seconds a gap is waited for."""

    grace: float = GRACE
    _last: int | None = None
    _held: dict[int, tuple[float, T]] = field(default_factory=dict)

    def arrive(self, number: int, item: T, now: float) -> list[T]:
        """What may go on now, in order."""
        is_late = self._last is not None and number <= self._last
        if is_late:
            return [item]
        self._held[number] = (now, item)
        if self._last is None or number - self._last > _FAR:
            return self._release(number)
        return self._following()

    def overdue(self, now: float) -> list[T]:
        """What has waited long enough, in order."""
        due = [number for number, (since, _) in self._held.items() if now - since >= self.grace]
        return self._release(max(due)) if due else []

    def next_due(self) -> float | None:
        """When something will have waited long enough; None while nothing waits."""
        since = [since for since, _ in self._held.values()]
        return min(since) + self.grace if since else None

    def _release(self, until: int) -> list[T]:
        """Everything up to a number, and what follows it without a gap."""
        ready = [self._held.pop(number)[1] for number in sorted(self._held) if number <= until]
        self._last = until
        return ready + self._following()

    def _following(self) -> list[T]:
        ready = []
        while self._last is not None and self._last + 1 in self._held:
            self._last += 1
            ready.append(self._held.pop(self._last)[1])
        return ready

"""Who of the city's staff is there. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

AWAY = "away"
AVAILABLE = "available"


@dataclass(frozen=True)
class Present:
    """A member of staff at their last sign of life.

    `status` is available, busy or away; `limit` how many chats they take at a time; no
    `departments` means all of them.
    """

    id: str
    name: str
    status: str
    limit: int
    languages: tuple[str, ...]
    departments: tuple[str, ...]
    seen_at: datetime

    def serves(self, department: str) -> bool:
        """Whether they work for a department."""
        return not self.departments or department in self.departments


def there(staff: Iterable[Present], now: datetime, counts: timedelta) -> list[Present]:
    """Those whose last sign of life still `counts`, but who is away."""
    return [each for each in staff if each.status != AWAY and now - each.seen_at <= counts]


def last_seen(staff: Iterable[Present], department: str) -> datetime | None:
    """When anybody who works for a department, and did not say to be away, was seen last."""
    seen = (each.seen_at for each in staff if each.status != AWAY and each.serves(department))
    return max(seen, default=None)

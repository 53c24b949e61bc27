"""How long things hold and how often they may be asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class Limit:
    """At most `most` in each window of `length`; windows begin at multiples of it since 1970."""

    most: int
    length: timedelta

    def ends_at(self, now: datetime) -> datetime:
        """The instant at which the window that contains `now` ends."""
        seconds = int(self.length.total_seconds())
        begun = int(now.timestamp()) // seconds
        return datetime.fromtimestamp((begun + 1) * seconds, UTC)


@dataclass(frozen=True)
class Rules:
    """Limits of the service.

    A code can be answered for `code_life`, `attempts` times; what it proves holds for
    `proof_life`. How many codes may be asked for one contact, in one conversation and from one
    network address.
    """

    code_life: timedelta = timedelta(minutes=10)
    attempts: int = 5
    proof_life: timedelta = timedelta(minutes=30)
    per_contact: tuple[Limit, ...] = (
        Limit(5, timedelta(hours=1)),
        Limit(10, timedelta(days=1)),
    )
    per_conversation: tuple[Limit, ...] = (Limit(5, timedelta(hours=1)),)
    per_address: tuple[Limit, ...] = (Limit(20, timedelta(hours=1)),)


@dataclass(frozen=True)
class Counter:
    """Requests of one party in one window, known by an opaque mark."""

    mark: str
    ends_at: datetime
    most: int


def minutes_until(ends: Iterable[datetime], now: datetime) -> int:
    """Full minutes until the last of some instants, rounded up, at least 1."""
    seconds = max((end - now).total_seconds() for end in ends)
    return max(1, -int(-seconds // 60))

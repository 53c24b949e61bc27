"""What can be booked and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backend.appointments.domain.hours import WeeklyHours


@dataclass(frozen=True)
class Service:
    """A matter people come for.

    `minutes` is the length for one person or item; `facts` is everything people are told about
    the service, in the form of `schemas.ServiceFacts`.
    """

    key: str
    minutes: int
    status: str
    facts: Mapping[str, Any]

    @property
    def bookable(self) -> bool:
        """Whether appointments are given for it."""
        return self.status == "available"


@dataclass(frozen=True)
class Office:
    """A place with counters, each of which serves one appointment at a time.

    `counters` holds their ids; `facts` is what people are told, in the form of
    `schemas.OfficeFacts`.
    """

    key: str
    counters: tuple[int, ...]
    hours: WeeklyHours
    services: frozenset[str]
    facts: Mapping[str, Any]

    def offers(self, services: Iterable[str]) -> bool:
        """Whether all of these services are given here."""
        return self.services.issuperset(services)


@dataclass(frozen=True)
class Item:
    """A service and for how many persons or items it is wanted."""

    key: str
    count: int


def total_minutes(items: Iterable[Item], services: Mapping[str, Service]) -> int:
    """Length of one appointment for all the items."""
    return sum(services[item.key].minutes * item.count for item in items)


def merged(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with repeated services added up, in order of first mention."""
    counts: dict[str, int] = {}
    for item in items:
        counts[item.key] = counts.get(item.key, 0) + item.count
    return tuple(Item(key, count) for key, count in counts.items())

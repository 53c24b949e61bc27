"""What can be booked and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from backend.appointments.domain.hours import (
    Closings,
    Closures,
    OpenRange,
    WeeklyHours,
    open_mask,
    ranges_on,
)


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
class CounterRules:
    """What a counter has of its own; None means as the office has it.

    Its hours count only while the office is open.
    """

    hours: WeeklyHours | None = None
    services: frozenset[str] | None = None


@dataclass(frozen=True)
class Office:
    """A place with counters, each of which serves one appointment at a time.

    `counters` holds their ids and `own` the rules of those that differ; `closings` are times at
    which the office is shut beside its hours; `facts` is what people are told, in the form of
    `schemas.OfficeFacts`.
    """

    key: str
    counters: tuple[int, ...]
    hours: WeeklyHours
    services: frozenset[str]
    facts: Mapping[str, Any]
    own: Mapping[int, CounterRules] = field(default_factory=dict)
    closings: Closings = ()

    def offers(self, services: Iterable[str]) -> bool:
        """Whether one of its counters gives all of these services."""
        return bool(self.serving(services).counters)

    def serving(self, services: Iterable[str]) -> "Office":
        """The same office with only the counters that give all of these services."""
        wanted = frozenset(services)
        if not self.services >= wanted:
            return replace(self, counters=())
        if not self.own:
            return self
        fit = [each for each in self.counters if self._given_at(each) >= wanted]
        return replace(self, counters=tuple(fit))

    def ranges(self, closures: Closures, day: date) -> tuple[OpenRange, ...]:
        """When it is open on a day."""
        return ranges_on(self.hours, closures, day, self.closings)

    def opened(self, closures: Closures, day: date) -> int:
        """Day mask of the ticks at which the office is open."""
        return open_mask(self.ranges(closures, day))

    def opened_at(self, counter: int, opened: int, day: date) -> int:
        """What of the office's open ticks of a day a counter serves."""
        rules = self.own.get(counter)
        if rules is None or rules.hours is None:
            return opened
        return opened & open_mask(rules.hours[day.weekday()])

    def _given_at(self, counter: int) -> frozenset[str]:
        rules = self.own.get(counter)
        return self.services if rules is None or rules.services is None else rules.services


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

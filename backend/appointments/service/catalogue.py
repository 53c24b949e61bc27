"""Finds what a wish names, or says what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from backend.appointments.domain.catalogue import Item, Office, Service, merged, total_minutes
from backend.appointments.domain.ticks import ticks_needed
from backend.appointments.errors import (
    ServiceDiscontinued,
    TooManyItems,
    UnknownOffice,
    UnknownService,
)


@dataclass(frozen=True)
class Wish:
    """Checked services of one appointment and how long they take."""

    items: tuple[Item, ...]
    minutes: int

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the services."""
        return tuple(item.key for item in self.items)

    @property
    def ticks(self) -> int:
        """Consecutive ticks it occupies."""
        return ticks_needed(self.minutes)


class Shelf(Protocol):
    """Where a catalogue is read from."""

    def services(self) -> dict[str, Service]:
        """All services by key, in the order people see."""
        ...

    def offices(self) -> dict[str, Office]:
        """All offices by key, in the order people see."""
        ...


class Catalogue:
    """Services and offices as they stand in one request."""

    def __init__(self, repository: Shelf, max_items: int) -> None:
        self._repository = repository
        self._max_items = max_items
        self._offices: dict[str, Office] | None = None

    def services(self) -> Mapping[str, Service]:
        """All services by key."""
        return self._repository.services()

    def offices(self) -> Mapping[str, Office]:
        """All offices by key."""
        if self._offices is None:
            self._offices = self._repository.offices()
        return self._offices

    def wish(self, items: Sequence[Item]) -> Wish:
        """Check services and counts.

        Raises UnknownService, ServiceDiscontinued, TooManyItems.
        """
        wanted = merged(items)
        services = self.services()
        for item in wanted:
            service = services.get(item.key)
            if service is None:
                raise UnknownService({"key": item.key})
            if not service.bookable:
                alternatives = service.facts["alternatives"]
                raise ServiceDiscontinued({"key": item.key, "alternatives": alternatives})
        if sum(item.count for item in wanted) > self._max_items:
            raise TooManyItems({"max": self._max_items})
        return Wish(wanted, total_minutes(wanted, services))

    def office(self, key: str) -> Office:
        """One office. Raises UnknownOffice."""
        office = self.offices().get(key)
        if office is None:
            raise UnknownOffice({"key": key})
        return office

    def chosen(self, keys: Sequence[str]) -> tuple[Office, ...]:
        """The offices named, or all when none is named. Raises UnknownOffice."""
        return tuple(self.office(key) for key in dict.fromkeys(keys)) or tuple(
            self.offices().values()
        )

    def offering(self, wish: Wish) -> tuple[Office, ...]:
        """All offices that give every service of a wish."""
        return tuple(office for office in self.offices().values() if office.offers(wish.keys))

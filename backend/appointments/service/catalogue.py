"""Finds what a wish names, or says what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from backend.appointments.domain.appointment import Appointment
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
        """All offices that give appointments, by key, in the order people see."""
        ...

    def former_office(self, key: str) -> Office | None:
        """An office whether or not it still gives appointments."""
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

    def wish_to_move(self, found: Appointment, items: Sequence[Item]) -> Wish:
        """The services of an appointment, or others instead; unchanged ones keep their length.

        Raises as `wish` does.
        """
        if not items or merged(items) == found.services:
            return Wish(found.services, found.minutes)
        return self.wish(items)

    def office(self, key: str) -> Office:
        """One office. Raises UnknownOffice."""
        office = self.offices().get(key)
        if office is None:
            raise UnknownOffice({"key": key})
        return office

    def office_of(self, found: Appointment) -> Office:
        """The office of an appointment, given up or not."""
        office = self._repository.former_office(found.office)
        if office is None:
            raise UnknownOffice({"key": found.office})
        return office

    def chosen(self, keys: Sequence[str]) -> tuple[Office, ...]:
        """The offices named, or all when none is named. Raises UnknownOffice."""
        return tuple(self.office(key) for key in dict.fromkeys(keys)) or tuple(
            self.offices().values()
        )

    def offering(self, wish: Wish) -> tuple[Office, ...]:
        """All offices that give every service of a wish, with the counters that do."""
        serving = (office.serving(wish.keys) for office in self.offices().values())
        return tuple(office for office in serving if office.counters)

"""What the tasks need of the appointment service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from language.dates import Interval

Service = dict[str, Any]
Office = dict[str, Any]
Appointment = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """One service and how many times."""

    key: str
    count: int


@dataclass(frozen=True)
class Window:
    """When an appointment may start; ``daily`` bounds ("HH:MM") hold on each day."""

    interval: Interval
    daily: tuple[str, str] | None = None


@dataclass(frozen=True)
class Slot:
    """A free time at an office (naive Berlin time)."""

    office: str
    start: datetime


@dataclass(frozen=True)
class Found:
    """Free slots in a window; ``reason`` tells why there are none, ``next`` what else is free."""

    slots: tuple[Slot, ...]
    more: bool = False
    reason: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    next: tuple[Slot, ...] = ()


class Taken(Exception):
    """The slot is no longer free; ``next`` are the next ones that are."""

    def __init__(self, next_slots: Sequence[Slot]) -> None:
        super().__init__("slot_taken")
        self.next = tuple(next_slots)


class ContactRefused(Exception):
    """The appointment cannot be made with this contact.

    ``why``: "email" or "phone" is needed, or its "limit" is reached.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Unknown(Exception):
    """No appointment has this code."""


class Past(Exception):
    """The appointment is over."""


class Catalogue(Protocol):
    """Services and offices."""

    async def services(self) -> dict[str, Service]:
        """By key."""

    async def offices(self) -> dict[str, Office]:
        """By key."""


class Calendar(Protocol):
    """Free slots and their way to an appointment."""

    async def search(
        self, wanted: Sequence[Wanted], offices: Sequence[str], window: Window, spread: bool
    ) -> Found:
        """Up to three free slots. Empty ``offices``: any."""

    async def hold(self, wanted: Sequence[Wanted], slot: Slot, key: str) -> str:
        """Keep ``slot`` for ten minutes; the hold's id. Raises Taken."""

    async def confirm(self, hold: str, person: dict[str, Any]) -> Appointment:
        """Turn a hold into an appointment. Raises Taken, ContactRefused."""


class Appointments(Protocol):
    """Appointments that exist."""

    async def find(self, code: str) -> Appointment:
        """Raises Unknown."""

    async def cancel(self, code: str) -> Appointment:
        """Raises Unknown or Past."""

    async def release(self, hold: str) -> None:
        """Give a hold back; harmless when it is gone."""

"""What the tasks need of the appointment service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
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


@dataclass(frozen=True)
class Abilities:
    """What can be done besides booking and cancelling: ``moving`` an appointment that keeps its
    code, and a ``waiting_list`` for an earlier one.
    """

    moving: bool
    waiting_list: bool


@dataclass(frozen=True)
class OpeningDay:
    """One day of an office: its ``ranges`` ("HH:MM", "HH:MM"), the holiday or other reason why it
    is closed, in both languages, and the first opening after the day.
    """

    ranges: tuple[tuple[str, str], ...]
    reason: Mapping[str, str] | None = None
    next: datetime | None = None


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


class TooManyBooked(Exception):
    """So many coming appointments (``most``) stand under the contact already."""

    def __init__(self, most: int) -> None:
        super().__init__("contact_limit")
        self.most = most


class Catalogue(Protocol):
    """Services and offices, and what can be done at all."""

    async def abilities(self) -> Abilities:
        """Those of whatever gives the appointments."""

    async def services(self) -> dict[str, Service]:
        """By key."""

    async def offices(self) -> dict[str, Office]:
        """By key."""

    async def opening(self, office: str, day: date) -> OpeningDay:
        """When an office is open on a day."""


class Calendar(Protocol):
    """Free slots and their way to an appointment."""

    async def search(
        self,
        wanted: Sequence[Wanted],
        offices: Sequence[str],
        window: Window,
        spread: bool,
        moving: str | None = None,
    ) -> Found:
        """Up to three free slots. Empty ``offices``: any. ``moving`` is the code of an appointment
        that is to be moved: its own time counts as free.
        """

    async def hold(
        self, wanted: Sequence[Wanted], slot: Slot, key: str, moving: str | None = None
    ) -> str:
        """Keep ``slot`` for ten minutes; the hold's id. ``moving`` is the code of the appointment
        that is to be moved there. Raises Taken.
        """

    async def confirm(self, hold: str, person: dict[str, Any]) -> Appointment:
        """Turn a hold into an appointment. Raises Taken, TooManyBooked, ContactRefused."""


class Appointments(Protocol):
    """Appointments that exist."""

    async def find(self, code: str) -> Appointment:
        """Raises Unknown."""

    async def cancel(self, code: str) -> Appointment:
        """Raises Unknown or Past."""

    async def reschedule(self, code: str, hold: str, key: str) -> Appointment:
        """Move an appointment to the slot held for it; the code stays. Raises Unknown, Past or
        Taken.
        """

    async def release(self, hold: str) -> None:
        """Give a hold back; harmless when it is gone."""

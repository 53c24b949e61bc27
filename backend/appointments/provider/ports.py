"""What stands between the interface and whatever gives the appointments.

All methods raise the classes of `backend.appointments.errors`. Moments are Europe/Berlin wall
clock unless they are called instants.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol

from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.domain.catalogue import Item, Office, Service
from backend.appointments.service.search import Found


@dataclass(frozen=True)
class Question:
    """A wish for a time; see `slot_query.SlotQuery`, whose fields these are.

    `moving` is the code of an appointment that is to be moved: its own time counts as free.
    """

    items: Sequence[Item]
    offices: Sequence[str] = ()
    start: datetime | None = None
    until: datetime | None = None
    daily_from: time = time(0)
    daily_until: time = time.max
    limit: int = 3
    spread: bool = False
    moving: str | None = None


@dataclass(frozen=True)
class Abilities:
    """What a provider can do besides booking and cancelling: keep the code of an appointment that
    is moved, and a `waiting_list` for earlier ones.
    """

    moving: bool
    waiting_list: bool


@dataclass(frozen=True)
class Answer:
    """What was found, and how long the appointment takes, in minutes."""

    minutes: int
    found: Found


class Catalogue(Protocol):
    """What can be booked and where."""

    def services(self) -> Mapping[str, Service]:
        """All services by key, in the order people see."""
        ...

    def offices(self) -> Mapping[str, Office]:
        """All offices by key, in the order people see."""
        ...

    def office(self, key: str) -> Office:
        """One office. Raises UnknownOffice."""
        ...

    def office_of(self, found: Appointment) -> Office:
        """The office of an appointment, given up or not."""
        ...


class Calendar(Protocol):
    """Free times and keeping one."""

    def find(self, question: Question) -> Answer:
        """Free slots, or why there are none and what is free near by.

        Raises NotSupported for `moving` where appointments cannot be moved.
        """
        ...

    def hold(
        self,
        items: Sequence[Item],
        office_key: str,
        start: datetime,
        key: str | None,
        moving: str | None = None,
    ) -> Appointment:
        """Keep a slot for a while; the same `key` gets the same answer.

        `moving` is the code of an appointment that is to be moved there; without `items` its
        services stay. Raises NotSupported for it where appointments cannot be moved.
        """
        ...

    def release(self, hold_id: str) -> None:
        """Give a hold back; unknown and released ones are fine. Raises HoldConfirmed."""
        ...


class Bookings(Protocol):
    """Appointments from the last yes to the end."""

    def confirm(self, hold_id: str, contact: Contact) -> Appointment:
        """Make the hold an appointment with a code; a repeat gets the same one."""
        ...

    def look_up(self, code: str) -> Appointment:
        """The appointment with a code as people type it. Raises AppointmentNotFound."""
        ...

    def cancel(self, code: str) -> Appointment:
        """Cancel; a repeat changes nothing. Raises AppointmentNotFound, AppointmentPast."""
        ...


@dataclass(frozen=True)
class Provider:
    """The three ports of one request, and what can be asked of them."""

    abilities: Abilities
    catalogue: Catalogue
    calendar: Calendar
    bookings: Bookings

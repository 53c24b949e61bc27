"""An appointment from hold to end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from backend.appointments.domain.catalogue import Item


class Status(StrEnum):
    """States of an appointment."""

    HELD = "held"
    RELEASED = "released"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Appointment:
    """One appointment, without anything about the person.

    `start` is Europe/Berlin wall clock; `expires_at` (while held) and `changed_at` are instants.
    `sequence` counts changes after confirmation, as calendars want it.
    """

    id: int
    hold_id: str
    code: str | None
    status: Status
    office: str
    start: datetime
    minutes: int
    services: tuple[Item, ...]
    expires_at: datetime
    sequence: int
    changed_at: datetime

    @property
    def end(self) -> datetime:
        """When it ends, Europe/Berlin wall clock."""
        return self.start + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Contact:
    """Who comes and how to reach them; personal data."""

    name: str
    email: str | None
    phone: str | None
    language: str
    channel: str | None
    conversation_id: str | None

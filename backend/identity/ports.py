"""What identity needs from others; it knows neither appointments nor outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.identity.domain.contact import Contact, Kind


@dataclass(frozen=True)
class Recipient:
    """A contact in its stored spelling, the only one that is ever written to."""

    kind: Kind
    address: str


@dataclass(frozen=True)
class Booked:
    """An appointment as it is told to the person it belongs to.

    `start` and `end` are Europe/Berlin wall clock; `services` are keys and counts.
    """

    code: str
    office: str
    start: datetime
    end: datetime
    services: Sequence[tuple[str, int]]


class Bookings(Protocol):
    """What is stored with a contact; spellings with different keys are different contacts."""

    def recipient(self, contact: Contact) -> Recipient | None:
        """The contact as stored with a booking; None when nobody is stored with it."""
        ...

    def upcoming(self, contact: Contact, after: datetime) -> Sequence[Booked]:
        """Confirmed appointments of a contact that start after a wall clock time, in order."""
        ...


class Messages(Protocol):
    """Stores codes to be sent, in the caller's transaction; sending them is other work."""

    def send_code(
        self, contact: Recipient, code: str, language: str, conversation_id: str, until: datetime
    ) -> None:
        """Have a code sent; worthless from the instant `until` on."""
        ...

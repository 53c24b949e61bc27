"""Bookings and outbox of the identity service in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from backend.identity.domain.contact import Contact, Kind, email_key
from backend.identity.ports import Booked, Recipient


@dataclass(frozen=True)
class SentCode:
    """A code that was handed over."""

    contact: Recipient
    code: str
    language: str
    conversation_id: str
    until: datetime


@dataclass
class FakeMessages:
    """Messages; ``down`` lets it fail for those addresses."""

    sent: list[SentCode] = field(default_factory=list)
    down: set[str] = field(default_factory=set)

    def send_code(
        self, contact: Recipient, code: str, language: str, conversation_id: str, until: datetime
    ) -> None:
        if contact.address in self.down:
            raise OSError("switched off by the test")
        self.sent.append(SentCode(contact, code, language, conversation_id, until))


@dataclass
class FakeBookings:
    """Bookings; ``stored`` holds addresses as they were given, with what was booked."""

    stored: list[tuple[str, Booked]] = field(default_factory=list)

    def recipient(self, contact: Contact) -> Recipient | None:
        found = [address for address, _ in self.stored if email_key(address) == contact.key]
        return Recipient(Kind.EMAIL, found[-1]) if found else None

    def upcoming(self, contact: Contact, after: datetime) -> Sequence[Booked]:
        own = [booked for address, booked in self.stored if email_key(address) == contact.key]
        return sorted((b for b in own if b.start > after), key=lambda booked: booked.start)

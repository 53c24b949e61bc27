"""Where the services keep something because of a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from backend.appointments.models import appointments, contacts, moves
from backend.channels.repository import ChannelRepository
from backend.conversations.handover.models import callbacks
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.erasing import Erasing
from backend.identity.models import challenges, proofs
from backend.notifications.domain import Way
from backend.notifications.models import notices
from backend.privacy.ports import Store


def stores(session: Session, desk: Desk) -> Sequence[Store]:
    """All of them, on one session; `desk` is that of the session."""
    return (
        Record(session, desk),
        Bookings(session),
        Codes(session),
        ChatNotices(session),
        Chats(session),
    )


@dataclass(frozen=True)
class Record:
    """The conversation itself, whoever has it. Who asked to be called back is still called."""

    session: Session
    desk: Desk

    def forget(self, conversation_id: str, now: datetime) -> None:
        """See Store."""
        self.session.execute(
            update(callbacks)
            .where(callbacks.c.conversation_id == conversation_id)
            .values(conversation_id=None, key=None)
        )
        Erasing(self.desk).erase(conversation_id)
        self.desk.conversations.note_erased(conversation_id, now)


@dataclass(frozen=True)
class Bookings:
    """Appointments stay; that they were made in this conversation is forgotten.

    Keys that made repeats harmless name the conversation; nothing of it is repeated any more.
    """

    session: Session

    def forget(self, conversation_id: str, now: datetime) -> None:
        """See Store."""
        self.session.execute(
            update(appointments)
            .where(appointments.c.idempotency_key.startswith(conversation_id, autoescape=True))
            .values(idempotency_key=None)
        )
        self.session.execute(
            delete(moves).where(
                moves.c.idempotency_key.startswith(conversation_id, autoescape=True)
            )
        )
        self.session.execute(
            update(contacts)
            .where(contacts.c.conversation_id == conversation_id)
            .values(conversation_id=None)
        )


@dataclass(frozen=True)
class Codes:
    """One-time codes that were asked for here, and what they proved."""

    session: Session

    def forget(self, conversation_id: str, now: datetime) -> None:
        """See Store."""
        for table in (challenges, proofs):
            self.session.execute(delete(table).where(table.c.conversation_id == conversation_id))


@dataclass(frozen=True)
class ChatNotices:
    """What waits to be said in the conversation, and what was."""

    session: Session

    def forget(self, conversation_id: str, now: datetime) -> None:
        """See Store; one that a worker has in hands finds the conversation gone."""
        self.session.execute(
            delete(notices).where(notices.c.way == Way.CHAT, notices.c.recipient == conversation_id)
        )


@dataclass(frozen=True)
class Chats:
    """Which chat of another service the conversation was, and what came from it."""

    session: Session

    def forget(self, conversation_id: str, now: datetime) -> None:
        """See Store; the next message from there opens a new conversation."""
        ChannelRepository(self.session).forget_conversation(conversation_id, now)

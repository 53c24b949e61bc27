"""Putting notices into the outbox, within the caller's transaction."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from backend.kit.clock import Clock
from backend.kit.ids import Ids
from backend.notifications.domain import Draft
from backend.notifications.repository import NoticeRepository


@dataclass(frozen=True)
class Outbox:
    """What any service puts its notices into; nothing leaves unless its transaction commits."""

    notices: NoticeRepository
    clock: Clock
    ids: Ids

    @classmethod
    def on(cls, session: Session, clock: Clock, ids: Ids) -> "Outbox":
        """The outbox on a session."""
        return cls(NoticeRepository(session), clock, ids)

    def put(self, draft: Draft) -> None:
        """Store a notice; it is sent when it is due."""
        self.notices.add(self.ids.new(), draft, self.clock.now())

    def withdraw(self, about: str, kinds: Iterable[str]) -> None:
        """Take back the notices of these kinds about something that are still waiting."""
        self.notices.withdraw(about, kinds, self.clock.now())

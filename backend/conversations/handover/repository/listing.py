"""Conversations as staff list them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from backend.conversations.domain import Conversation, Message, Role, State
from backend.conversations.handover.models import handovers, reads, tags
from backend.conversations.handover.repository.belongings import reader_of
from backend.conversations.models import conversations, messages
from backend.conversations.repository import ConversationRepository

_OPEN = handovers.c.ended_at.is_(None)
_HERE = handovers.c.conversation_id == conversations.c.id
_SPOKEN = messages.c.conversation_id == conversations.c.id
_LAST = func.coalesce(conversations.c.last_at, conversations.c.created_at)


@dataclass(frozen=True)
class Filters:
    """What to list; `view` is waiting, mine, all or closed, `staff` whose view it is."""

    view: str
    staff: str
    department: str | None = None
    language: str | None = None
    channel: str | None = None
    tag: str | None = None
    search: str | None = None
    unread: bool = False
    before: datetime | None = None


class ListingRepository:
    """Queries over conversations and their handovers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._conversations = ConversationRepository(session)

    def page(self, filters: Filters, limit: int) -> list[Conversation]:
        """Those waiting in the order of the queue; any others, the latest first."""
        query = select(conversations).where(*_conditions(filters))
        if filters.view == "waiting":
            queued = select(handovers.c.queued_at).where(_HERE, _OPEN).scalar_subquery()
            query = query.order_by(queued, conversations.c.id)
        else:
            query = query.order_by(_LAST.desc(), conversations.c.id)
        rows = self._session.execute(query.limit(limit)).all()
        return [Conversation(**dict(r._mapping) | {"state": State(r.state)}) for r in rows]

    def counts(self, staff: str, department: str | None) -> dict[str, int]:
        """How many there are in the views that call for work."""
        views = ("waiting", "mine")
        return {view: self._count(Filters(view, staff, department)) for view in views}

    def last_messages(self, ids: list[str]) -> dict[str, tuple[Role, str]]:
        """Role and text of the newest message, by conversation."""
        query = select(messages.c.conversation_id, messages.c.role, messages.c.text).where(
            messages.c.conversation_id == conversations.c.id,
            messages.c.seq == conversations.c.last_seq,
            conversations.c.id.in_(ids),
        )
        return {r.conversation_id: (Role(r.role), r.text) for r in self._session.execute(query)}

    def unread(self, staff: str, ids: list[str]) -> dict[str, int]:
        """How many of the person's messages somebody has not seen, by conversation."""
        query = (
            select(messages.c.conversation_id, func.count())
            .where(messages.c.conversation_id.in_(ids), _unseen(staff))
            .group_by(messages.c.conversation_id)
        )
        return {row[0]: row[1] for row in self._session.execute(query)}

    def begun_between(self, start: datetime, end: datetime) -> list[tuple[str, datetime]]:
        """Id and beginning of the conversations of a period."""
        query = select(conversations.c.id, conversations.c.created_at).where(
            conversations.c.created_at >= start, conversations.c.created_at < end
        )
        return [(row.id, row.created_at) for row in self._session.execute(query)]

    def idle_since(self, moment: datetime, most: int) -> list[str]:
        """Conversations in nobody's hands in which nothing was said since a moment."""
        free = conversations.c.state.in_([State.BOT, State.CLOSED])
        query = select(conversations.c.id).where(free, moment > _LAST)
        return list(self._session.scalars(query.limit(most)))

    def messages(self, conversation: str, after: int | None, limit: int) -> list[Message]:
        """Messages in order: those after a seq, or the latest ones."""
        return self._conversations.transcript(conversation, after, limit)

    def _count(self, filters: Filters) -> int:
        query: Select[Any] = select(func.count()).select_from(conversations)
        return self._session.scalar(query.where(*_conditions(filters))) or 0


def _conditions(filters: Filters) -> list[Any]:
    found = [_view(filters)]
    if filters.department:
        own = _HERE & (handovers.c.department == filters.department)
        found.append(exists().where(own))
    if filters.language:
        found.append(conversations.c.language == filters.language)
    if filters.channel:
        found.append(conversations.c.channel == filters.channel)
    if filters.tag:
        tagged = and_(tags.c.conversation_id == conversations.c.id, tags.c.tag == filters.tag)
        found.append(exists().where(tagged))
    if filters.search:
        said = messages.c.text.icontains(filters.search, autoescape=True)
        found.append(or_(conversations.c.id == filters.search, exists().where(_SPOKEN, said)))
    if filters.unread:
        found.append(exists().where(_SPOKEN, _unseen(filters.staff)))
    if filters.before:
        found.append(filters.before > _LAST)
    return found


def _view(filters: Filters) -> Any:
    if filters.view == "waiting":
        return conversations.c.state == State.WAITING
    if filters.view == "closed":
        return conversations.c.state == State.CLOSED
    if filters.view == "mine":
        own = or_(handovers.c.staff_id == filters.staff, handovers.c.offered_to == filters.staff)
        return exists().where(_HERE, _OPEN, own)
    return conversations.c.id.is_not(None)


def _unseen(staff: str) -> Any:
    seen = select(reads.c.seq).where(
        reads.c.conversation_id == messages.c.conversation_id, reads.c.reader == reader_of(staff)
    )
    return and_(
        messages.c.role == Role.PERSON,
        messages.c.seq > func.coalesce(seen.scalar_subquery(), 0),
    )

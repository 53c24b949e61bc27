"""Reads and writes the tables of the conversations service; never commits."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from backend.conversations.domain import Conversation, Kind, Message, Role, State
from backend.conversations.models import conversations, erased_conversations, messages
from backend.kit.database import upsert

_COLUMNS = [column for column in messages.c if column.name != "conversation_id"]


class ConversationRepository:
    """Stored conversations and their messages."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_if_missing(self, conversation: Conversation) -> None:
        """Store a conversation unless it exists; waits for a rival that is storing it."""
        self._session.execute(
            upsert(self._session, conversations)
            .values(**asdict(conversation))
            .on_conflict_do_nothing(index_elements=["id"])
        )

    def get(self, conversation: str, *, lock: bool = False) -> Conversation | None:
        """One conversation; locked, no other writer adds to it until the transaction ends."""
        query = select(conversations).where(conversations.c.id == conversation)
        row = self._session.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            return None
        values = dict(row._mapping)
        return Conversation(**values | {"state": State(row.state)})

    def change(self, conversation: str, **values: Any) -> None:
        """Set columns of a conversation."""
        self._session.execute(
            update(conversations).where(conversations.c.id == conversation).values(**values)
        )

    def add(self, conversation: str, added: Sequence[Message]) -> None:
        """Store messages; the caller holds the lock and has numbered them."""
        if added:
            rows = [asdict(message) | {"conversation_id": conversation} for message in added]
            self._session.execute(insert(messages), rows)

    def by_message_id(self, conversation: str, message_id: str) -> Message | None:
        """A person's message by the channel's id."""
        return self._first(self._of(conversation).where(messages.c.message_id == message_id))

    def replies_to(self, conversation: str, seq: int) -> list[Message]:
        """Replies to one message, in order."""
        return self._all(
            self._of(conversation).where(messages.c.in_reply_to == seq).order_by(messages.c.seq)
        )

    def told_before(self, conversation: str, seq: int) -> list[Message]:
        """What the bot said by itself between a person's message and the one before it."""
        before = select(func.max(messages.c.seq)).where(
            messages.c.conversation_id == conversation,
            messages.c.seq < seq,
            messages.c.role == Role.PERSON,
        )
        since = func.coalesce(before.scalar_subquery(), 0)
        query = self._of(conversation).where(
            messages.c.seq > since,
            messages.c.seq < seq,
            messages.c.role == Role.BOT,
            messages.c.kind == Kind.MESSAGE,
            messages.c.in_reply_to.is_(None),
        )
        return self._all(query.order_by(messages.c.seq))

    def mark_answered(
        self,
        conversation: str,
        seq: int,
        at: datetime,
        intent: str | None,
        confidence: float | None,
    ) -> None:
        """Note that a message has been answered and what was understood."""
        self._session.execute(
            update(messages)
            .where(messages.c.conversation_id == conversation, messages.c.seq == seq)
            .values(answered_at=at, intent=intent, confidence=confidence)
        )

    def latest_answered(self, conversation: str) -> Message | None:
        """The newest message of the person that has at least one reply."""
        newest = select(func.max(messages.c.in_reply_to)).where(
            messages.c.conversation_id == conversation
        )
        return self._first(self._of(conversation).where(messages.c.seq == newest.scalar_subquery()))

    def transcript(self, conversation: str, after: int | None, limit: int) -> list[Message]:
        """Messages in order: those after a seq, or the latest ones."""
        query = self._of(conversation)
        if after is not None:
            query = query.where(messages.c.seq > after).order_by(messages.c.seq)
            return self._all(query.limit(limit))
        return self._all(query.order_by(messages.c.seq.desc()).limit(limit))[::-1]

    def erase(self, conversation: str) -> None:
        """Delete a conversation with all its messages."""
        self._session.execute(delete(messages).where(messages.c.conversation_id == conversation))
        self._session.execute(delete(conversations).where(conversations.c.id == conversation))

    def note_erased(self, conversation: str, now: datetime) -> None:
        """Note that an id is not used again: its person had the conversation erased."""
        self._session.execute(
            upsert(self._session, erased_conversations)
            .values(mark=_mark(conversation), at=now)
            .on_conflict_do_nothing(index_elements=["mark"])
        )

    def is_erased(self, conversation: str) -> bool:
        """Whether its person had a conversation erased."""
        query = select(erased_conversations.c.mark).where(
            erased_conversations.c.mark == _mark(conversation)
        )
        return self._session.scalar(query) is not None

    def forget_erased(self, before: datetime) -> None:
        """Delete the notes of what was erased before an instant."""
        old = erased_conversations.c.at < before
        self._session.execute(delete(erased_conversations).where(old))

    def _of(self, conversation: str) -> Select[Any]:
        return select(*_COLUMNS).where(messages.c.conversation_id == conversation)

    def _all(self, query: Select[Any]) -> list[Message]:
        return [_message(row) for row in self._session.execute(query)]

    def _first(self, query: Select[Any]) -> Message | None:
        row = self._session.execute(query).one_or_none()
        return None if row is None else _message(row)


def _message(row: Row[Any]) -> Message:
    return Message(**dict(row._mapping) | {"role": Role(row.role), "kind": Kind(row.kind)})


def _mark(conversation: str) -> str:
    return hashlib.sha256(conversation.encode()).hexdigest()

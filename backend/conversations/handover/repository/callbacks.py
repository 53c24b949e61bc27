"""Requests to be called or written to."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.orm import Session

from backend.conversations.handover.domain.belongings import Callback
from backend.conversations.handover.models import callbacks

_MOST = 500


class CallbackRepository:
    """Stored requests; they outlive their conversation."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, callback: Callback) -> None:
        """Store one."""
        self._session.execute(insert(callbacks).values(**asdict(callback)))

    def by_key(self, conversation: str, key: str) -> Callback | None:
        """The one that an idempotency key asked for."""
        query = select(callbacks).where(
            callbacks.c.conversation_id == conversation, callbacks.c.key == key
        )
        return _callback(self._session.execute(query).one_or_none())

    def get(self, callback: str) -> Callback | None:
        """One by its id; nobody else changes it until the transaction ends."""
        query = select(callbacks).where(callbacks.c.id == callback).with_for_update()
        return _callback(self._session.execute(query).one_or_none())

    def all(self, *, done: bool, department: str | None) -> list[Callback]:
        """Open ones, the oldest first; or done ones, the newest first."""
        query = select(callbacks)
        if department:
            query = query.where(callbacks.c.department == department)
        if done:
            query = query.where(callbacks.c.done_at.is_not(None))
            query = query.order_by(callbacks.c.done_at.desc())
        else:
            query = query.where(callbacks.c.done_at.is_(None)).order_by(callbacks.c.created_at)
        rows = self._session.execute(query.limit(_MOST))
        return [Callback(**dict(row._mapping)) for row in rows]

    def finish(self, callback: str, at: datetime, by: str, outcome: str) -> None:
        """Note what became of one."""
        self._session.execute(
            update(callbacks)
            .where(callbacks.c.id == callback)
            .values(done_at=at, done_by=by, outcome=outcome)
        )

    def asked_between(
        self, start: datetime, end: datetime, department: str | None
    ) -> list[datetime]:
        """When requests of a period were made."""
        query = select(callbacks.c.created_at).where(
            callbacks.c.created_at >= start, callbacks.c.created_at < end
        )
        if department:
            query = query.where(callbacks.c.department == department)
        return list(self._session.scalars(query))

    def erase_of(self, conversation: str) -> None:
        """Delete those of a conversation."""
        self._session.execute(delete(callbacks).where(callbacks.c.conversation_id == conversation))

    def forget(self, done_before: datetime) -> int:
        """Delete those done before an instant; how many."""
        old = callbacks.c.done_at < done_before
        count = self._session.scalar(select(func.count()).where(old)) or 0
        self._session.execute(delete(callbacks).where(old))
        return count


def _callback(row: Row[Any] | None) -> Callback | None:
    return None if row is None else Callback(**dict(row._mapping))

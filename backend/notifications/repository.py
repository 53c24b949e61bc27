"""Reads and writes the outbox; never commits."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select, update
from sqlalchemy.orm import Session

from backend.kit.database import upsert
from backend.notifications.domain import Draft, Notice, State, Way
from backend.notifications.models import notices, unsubscribed

_OPEN = (State.WAITING, State.SENDING)
_SHOWN = ("uid", "kind", "about", "way", "state", "reason", "attempts", "due_at", "finished_at")


class NoticeRepository:
    """Stored notices."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, uid: str, draft: Draft, now: datetime) -> None:
        """Store a notice that waits to be sent."""
        values = {field.name: getattr(draft, field.name) for field in fields(draft)}
        row = {"uid": uid, "try_at": draft.due_at, "state": State.WAITING, "attempts": 0}
        self._session.execute(insert(notices).values(**values, **row, created_at=now))

    def withdraw(self, about: str, kinds: Iterable[str], now: datetime) -> None:
        """Take back what is still waiting; what a worker has already cannot be recalled."""
        self._session.execute(
            update(notices)
            .where(
                notices.c.about == about,
                notices.c.kind.in_(tuple(kinds)),
                notices.c.state == State.WAITING,
            )
            .values(state=State.WITHDRAWN, reason="withdrawn", finished_at=now)
        )

    def is_any_ready(self, way: Way, now: datetime) -> bool:
        """Whether a claim might find something; takes no lock."""
        return any(
            self._session.scalar(_first_ready(ready)) is not None
            for ready in (_abandoned(way, now), _waiting(way, now))
        )

    def claim(self, way: Way, now: datetime, lease: str, leased_until: datetime) -> Notice | None:
        """Take the first notice that is ready; nobody else gets it until the lease ends.

        One whose worker died comes before new ones. A notice with an earlier one to the same
        recipient still open is not ready.
        """
        for ready in (_abandoned(way, now), _waiting(way, now)):
            locked = _first_ready(ready).with_for_update(skip_locked=True, of=notices)
            found: int | None = self._session.scalar(locked)
            if found is not None:
                return self._take(found, lease, leased_until)
        return None

    def _take(self, notice: int, lease: str, leased_until: datetime) -> Notice:
        columns = [notices.c[field.name] for field in fields(Notice)]
        row = self._session.execute(
            update(notices)
            .where(notices.c.id == notice)
            .values(
                state=State.SENDING,
                lease=lease,
                leased_until=leased_until,
                attempts=notices.c.attempts + 1,
            )
            .returning(*columns)
        ).one()
        return Notice(**dict(row._mapping) | {"way": Way(row.way)})

    def finish(self, notice: Notice, state: State, reason: str | None, now: datetime) -> bool:
        """Note what became of a notice; False when the lease has gone to another worker."""
        done = self._session.execute(
            update(notices)
            .where(notices.c.id == notice.id, _held(notice))
            .values(state=state, reason=reason, finished_at=now, lease=None, leased_until=None)
            .returning(notices.c.secret)
        ).scalar_one_or_none()
        if done:
            self._session.execute(
                update(notices).where(notices.c.id == notice.id).values(facts=None)
            )
        return done is not None

    def put_off(self, notice: Notice, try_at: datetime, reason: str) -> bool:
        """Let a notice wait for another attempt; False when the lease is another worker's."""
        done = self._session.execute(
            update(notices)
            .where(notices.c.id == notice.id, _held(notice))
            .values(
                state=State.WAITING, try_at=try_at, reason=reason, lease=None, leased_until=None
            )
            .returning(notices.c.id)
        )
        return done.scalar_one_or_none() is not None

    def switch_off(self, way: Way, now: datetime) -> int:
        """Set everything that is due by a way aside as `OFF`; returns how many."""
        done = self._session.execute(
            update(notices)
            .where(or_(_waiting(way, now), _abandoned(way, now)))
            .values(state=State.OFF, reason="switched_off", finished_at=now)
            .returning(notices.c.id)
        )
        return len(done.all())

    def forget(self, finished_before: datetime) -> int:
        """Delete content and recipient of what was finished before an instant; how many."""
        done = self._session.execute(
            update(notices)
            .where(notices.c.finished_at < finished_before, notices.c.recipient != "")
            .values(facts=None, recipient="")
            .returning(notices.c.id)
        )
        return len(done.all())

    def latest(self, state: State, limit: int) -> Sequence[dict[str, Any]]:
        """The newest notices in a state, without content and recipient."""
        columns = [notices.c[name] for name in _SHOWN]
        query = select(*columns).where(notices.c.state == state).order_by(notices.c.id.desc())
        return [dict(row._mapping) for row in self._session.execute(query.limit(limit))]

    def counts(self) -> dict[str, int]:
        """How many notices are in each state."""
        query = select(notices.c.state, func.count()).group_by(notices.c.state)
        return {row.state: row[1] for row in self._session.execute(query)}

    def unsubscribe(self, address: str, now: datetime) -> None:
        """No optional notices any more for an address, given as its digest; repeats are fine."""
        self._session.execute(
            upsert(self._session, unsubscribed)
            .values(address=address, at=now)
            .on_conflict_do_nothing(index_elements=["address"])
        )

    def is_unsubscribed(self, address: str) -> bool:
        """Whether an address, given as its digest, wants no optional notices."""
        query = select(unsubscribed.c.address).where(unsubscribed.c.address == address)
        return self._session.scalar(query) is not None


def _first_ready(ready: ColumnElement[bool]) -> Select[Any]:
    query = select(notices.c.id).where(ready, _is_first())
    return query.order_by(notices.c.due_at, notices.c.id).limit(1)


def _waiting(way: Way, now: datetime) -> ColumnElement[bool]:
    return and_(
        notices.c.way == way,
        notices.c.state == State.WAITING,
        notices.c.due_at <= now,
        notices.c.try_at <= now,
    )


def _abandoned(way: Way, now: datetime) -> ColumnElement[bool]:
    return and_(
        notices.c.way == way,
        notices.c.state == State.SENDING,
        notices.c.leased_until <= now,
    )


def _is_first() -> ColumnElement[bool]:
    """Whether nothing earlier to the same recipient is open.

    As a subquery with a limit, which no planner turns into a join over the whole outbox.
    """
    rival = notices.alias()
    first = (
        select(rival.c.id)
        .where(
            rival.c.recipient == notices.c.recipient,
            rival.c.state.in_(_OPEN),
            rival.c.way == notices.c.way,
        )
        .order_by(rival.c.due_at, rival.c.id)
        .limit(1)
    )
    return notices.c.id == first.correlate(notices).scalar_subquery()


def _held(notice: Notice) -> ColumnElement[bool]:
    return and_(notices.c.state == State.SENDING, notices.c.lease == notice.lease)

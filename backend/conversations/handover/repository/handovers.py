"""Stored handovers and the steps that were taken."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update
from sqlalchemy.orm import Session

from backend.conversations.domain import State
from backend.conversations.handover.domain.handover import By, Handover, Reason, Transition
from backend.conversations.handover.domain.states import Step
from backend.conversations.handover.models import handovers, transitions

_OPEN = handovers.c.ended_at.is_(None)
_WAITING = _OPEN & handovers.c.staff_id.is_(None)


class HandoverRepository:
    """Handovers by conversation, and the queue they make."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, handover: Handover) -> None:
        """Store a new one."""
        self._session.execute(insert(handovers).values(**asdict(handover)))

    def change(self, handover: str, **values: Any) -> None:
        """Set columns of one."""
        self._session.execute(update(handovers).where(handovers.c.id == handover).values(**values))

    def open_of(self, conversation: str) -> Handover | None:
        """The one under way."""
        return self._first(
            select(handovers).where(handovers.c.conversation_id == conversation, _OPEN)
        )

    def by_key(self, conversation: str, key: str) -> Handover | None:
        """The one that an idempotency key asked for."""
        wanted = handovers.c.conversation_id == conversation, handovers.c.key == key
        return self._first(select(handovers).where(*wanted))

    def latest_of(self, conversations: Sequence[str]) -> dict[str, Handover]:
        """The newest one of each conversation, by conversation."""
        query = select(handovers).where(handovers.c.conversation_id.in_(conversations))
        ordered = self._all(query.order_by(handovers.c.requested_at, handovers.c.id))
        return {each.conversation_id: each for each in ordered}

    def all_open(self) -> list[Handover]:
        """All under way, in the order they were asked for."""
        return self._all(select(handovers).where(_OPEN).order_by(handovers.c.queued_at))

    def queue(self, department: str) -> list[Handover]:
        """Those who wait for a department, the next one first."""
        query = select(handovers).where(_WAITING, handovers.c.department == department)
        return self._all(query.order_by(handovers.c.queued_at, handovers.c.id))

    def position(self, handover: Handover) -> int:
        """The place in the queue, from 1."""
        before = (handovers.c.queued_at < handover.queued_at) | (
            (handovers.c.queued_at == handover.queued_at) & (handovers.c.id < handover.id)
        )
        query = select(func.count()).where(
            _WAITING, handovers.c.department == handover.department, before
        )
        return (self._session.scalar(query) or 0) + 1

    def held_by(self, staff: str) -> list[Handover]:
        """Those a member of staff has."""
        return self._all(select(handovers).where(_OPEN, handovers.c.staff_id == staff))

    def chats(self) -> dict[str, int]:
        """How many each member of staff has."""
        query = select(handovers.c.staff_id, func.count()).where(
            _OPEN, handovers.c.staff_id.is_not(None)
        )
        return {
            row[0]: row[1] for row in self._session.execute(query.group_by(handovers.c.staff_id))
        }

    def recent(self, department: str, since: datetime, most: int) -> list[Handover]:
        """The latest of a department that staff took and that are over, the newest first."""
        query = select(handovers).where(
            handovers.c.department == department,
            handovers.c.taken_at.is_not(None),
            handovers.c.ended_at >= since,
        )
        return self._all(query.order_by(handovers.c.ended_at.desc()).limit(most))

    def between(self, start: datetime, end: datetime, department: str | None) -> list[Handover]:
        """Those asked for in a period."""
        query = select(handovers).where(
            handovers.c.requested_at >= start, handovers.c.requested_at < end
        )
        if department:
            query = query.where(handovers.c.department == department)
        return self._all(query)

    def add_transition(self, transition: Transition) -> None:
        """Note a step."""
        self._session.execute(insert(transitions).values(**asdict(transition)))

    def transitions_of(self, conversation: str) -> list[Transition]:
        """All steps of a conversation, in order."""
        columns = [column for column in transitions.c if column.name != "id"]
        query = select(*columns).where(transitions.c.conversation_id == conversation)
        return [_transition(row) for row in self._session.execute(query.order_by(transitions.c.id))]

    def _all(self, query: Select[Any]) -> list[Handover]:
        return [_handover(row) for row in self._session.execute(query)]

    def _first(self, query: Select[Any]) -> Handover | None:
        row = self._session.execute(query.limit(1)).one_or_none()
        return None if row is None else _handover(row)


def _handover(row: Row[Any]) -> Handover:
    return Handover(**dict(row._mapping) | {"reason": Reason(row.reason)})


def _transition(row: Row[Any]) -> Transition:
    states = {"before": State(row.before), "after": State(row.after)}
    return Transition(**dict(row._mapping) | states | {"step": Step(row.step), "by": By(row.by)})

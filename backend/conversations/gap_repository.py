"""Reads and writes the table of knowledge gaps; never commits."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from backend.conversations.gaps import Gap
from backend.conversations.models import knowledge_gaps


class GapRepository:
    """Stored knowledge gaps."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, gap: Gap) -> None:
        """Keep a gap."""
        self._session.execute(insert(knowledge_gaps).values(**asdict(gap)))

    def latest(self, limit: int) -> Sequence[Gap]:
        """The newest gaps, newest first."""
        columns = [column for column in knowledge_gaps.c if column.name != "id"]
        query = select(*columns).order_by(knowledge_gaps.c.id.desc()).limit(limit)
        return [Gap(**dict(row._mapping)) for row in self._session.execute(query)]

    def forget_before(self, moment: datetime) -> int:
        """Delete gaps older than ``moment``; how many there were."""
        old = knowledge_gaps.c.at < moment
        count = self._session.scalar(select(func.count()).where(old)) or 0
        self._session.execute(delete(knowledge_gaps).where(old))
        return count

"""Reads and writes the tables of knowledge gaps and what was learnt of them; never commits."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from backend.conversations.gaps import Example, Gap
from backend.conversations.models import knowledge_gaps, training_examples


class GapRepository:
    """Stored knowledge gaps."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, gap: Gap) -> None:
        """Keep a gap."""
        values = {name: value for name, value in asdict(gap).items() if name != "id"}
        self._session.execute(insert(knowledge_gaps).values(**values))

    def latest(self, limit: int) -> Sequence[Gap]:
        """The newest gaps, newest first."""
        query = select(knowledge_gaps).order_by(knowledge_gaps.c.id.desc()).limit(limit)
        return [Gap(**dict(row._mapping)) for row in self._session.execute(query)]

    def take(self, gap_id: int) -> Gap | None:
        """Delete a gap and return it; None when there is none."""
        gone = delete(knowledge_gaps).where(knowledge_gaps.c.id == gap_id)
        row = self._session.execute(gone.returning(*knowledge_gaps.c)).one_or_none()
        return None if row is None else Gap(**dict(row._mapping))

    def add_example(self, example: Example) -> None:
        """Keep a training example."""
        self._session.execute(insert(training_examples).values(**asdict(example)))

    def examples(self) -> Sequence[Example]:
        """All training examples, oldest first."""
        columns = [column for column in training_examples.c if column.name != "id"]
        query = select(*columns).order_by(training_examples.c.id)
        return [Example(**dict(row._mapping)) for row in self._session.execute(query)]

    def forget_before(self, moment: datetime) -> int:
        """Delete gaps older than ``moment``; how many there were."""
        old = knowledge_gaps.c.at < moment
        count = self._session.scalar(select(func.count()).where(old)) or 0
        self._session.execute(delete(knowledge_gaps).where(old))
        return count

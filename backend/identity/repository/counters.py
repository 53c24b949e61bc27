"""Stored counters of requests."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from backend.identity.domain.rules import Counter
from backend.identity.models import counters
from backend.kit.database import upsert


class CounterRepository:
    """Counts for all processes together."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self, wanted: Iterable[Counter]) -> list[Counter]:
        """Count one request with each counter; those that were full already.

        Rivals wait for one another until the transaction ends, in one order for all.
        """
        ordered = sorted(wanted, key=lambda each: (each.mark, each.ends_at))
        return [each for each in ordered if not self._count(each)]

    def forget(self, ended_before: datetime) -> None:
        """Delete the counters whose window ended before an instant."""
        self._session.execute(delete(counters).where(counters.c.ends_at < ended_before))

    def _count(self, counter: Counter) -> bool:
        counted = self._session.scalar(
            upsert(self._session, counters)
            .values(mark=counter.mark, ends_at=counter.ends_at, count=1)
            .on_conflict_do_update(
                index_elements=["mark", "ends_at"],
                set_={"count": counters.c.count + 1},
                where=counters.c.count < counter.most,
            )
            .returning(counters.c.count)
        )
        return counted is not None

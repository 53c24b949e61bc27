"""Times at which offices are shut beside the holidays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from backend.appointments.domain.names import Bilingual
from backend.appointments.models import closures


@dataclass(frozen=True)
class Closure:
    """A stored closure; without `office` every office is shut. Wall clock, `until` excluded."""

    id: int
    office: str | None
    start: datetime
    until: datetime
    reason: Bilingual | None


class ClosureRepository:
    """Stored closures."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: Mapping[str, Any]) -> int:
        """Store a closure given as column values; returns its id."""
        made: int = self._session.execute(
            insert(closures).values(**values, imported=False).returning(closures.c.id)
        ).scalar_one()
        return made

    def until_after(self, moment: datetime) -> list[Closure]:
        """Closures that are not over at a wall clock time, in order of their start."""
        table = closures.c
        rows = self._session.execute(
            select(table.id, table.office, table.start, table.until, table.reason)
            .where(table.until > moment)
            .order_by(table.start, table.id)
        )
        return [
            Closure(number, office, start, until, Bilingual(**reason) if reason else None)
            for number, office, start, until, reason in rows
        ]

    def remove(self, number: int) -> bool:
        """Forget a closure; False when there is none with this id."""
        gone = self._session.execute(
            delete(closures).where(closures.c.id == number).returning(closures.c.id)
        )
        return bool(gone.all())

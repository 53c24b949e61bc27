"""Services and offices."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from backend.appointments.domain.catalogue import Office, Service
from backend.appointments.domain.hours import OpenRange, WeeklyHours
from backend.appointments.models import counters, offices, services


class CatalogueRepository:
    """What can be booked and where."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def services(self) -> dict[str, Service]:
        """All services by key, in the order people see."""
        table = services.c
        rows = self._session.execute(
            select(table.key, table.minutes, table.status, table.facts).order_by(table.position)
        )
        return {key: Service(key, minutes, status, facts) for key, minutes, status, facts in rows}

    def offices(self) -> dict[str, Office]:
        """All offices by key, in the order people see."""
        ids: dict[str, list[int]] = {}
        table = counters.c
        for office, counter in self._session.execute(
            select(table.office, table.id).order_by(table.office, table.number)
        ):
            ids.setdefault(office, []).append(counter)
        return {
            row.key: Office(
                key=row.key,
                counters=tuple(ids.get(row.key, ())),
                hours=_hours(row.hours),
                services=frozenset(row.services),
                facts=row.facts,
            )
            for row in self._session.execute(select(offices).order_by(offices.c.position))
        }

    def empty(self) -> bool:
        """Whether nothing was ever loaded."""
        found = self._session.scalar(select(func.count()).select_from(services))
        return not found

    def add_services(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Store services given as column values."""
        self._session.execute(insert(services), rows)

    def add_office(self, row: Mapping[str, Any], counter_count: int) -> None:
        """Store an office given as column values, with its counters."""
        self._session.execute(insert(offices), row)
        self._session.execute(
            insert(counters),
            [{"office": row["key"], "number": n + 1} for n in range(counter_count)],
        )


def _hours(stored: Sequence[Sequence[Sequence[str]]]) -> WeeklyHours:
    return tuple(
        tuple(OpenRange(time.fromisoformat(start), time.fromisoformat(end)) for start, end in day)
        for day in stored
    )

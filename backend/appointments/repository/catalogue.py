"""Services and offices."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from backend.appointments.domain.catalogue import CounterRules, Office, Service
from backend.appointments.domain.hours import Closing, OpenRange, WeeklyHours
from backend.appointments.domain.names import Bilingual
from backend.appointments.models import closures, counters, offices, services


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
        """All offices that give appointments, by key, in the order people see."""
        rows = select(offices).where(offices.c.active).order_by(offices.c.position)
        return self._offices(rows)

    def former_office(self, key: str) -> Office | None:
        """An office whether or not it still gives appointments."""
        return self._offices(select(offices).where(offices.c.key == key)).get(key)

    def _offices(self, query: Select[Any]) -> dict[str, Office]:
        ids: dict[str, list[int]] = {}
        own: dict[str, dict[int, CounterRules]] = {}
        for row in self._session.execute(
            select(counters).order_by(counters.c.office, counters.c.number)
        ):
            ids.setdefault(row.office, []).append(row.id)
            if row.hours is not None or row.services is not None:
                own.setdefault(row.office, {})[row.id] = _rules(row)
        everywhere, closings = self._closings()
        return {
            row.key: Office(
                key=row.key,
                counters=tuple(ids.get(row.key, ())),
                hours=_hours(row.hours),
                services=frozenset(row.services),
                facts=row.facts,
                own=own.get(row.key, {}),
                closings=tuple(everywhere + closings.get(row.key, [])),
            )
            for row in self._session.execute(query)
        }

    def _closings(self) -> tuple[list[Closing], dict[str, list[Closing]]]:
        everywhere: list[Closing] = []
        single: dict[str, list[Closing]] = {}
        for row in self._session.execute(select(closures).order_by(closures.c.start)):
            reason = Bilingual(**row.reason) if row.reason else None
            closing = Closing(row.start, row.until, reason)
            (everywhere if row.office is None else single.setdefault(row.office, [])).append(
                closing
            )
        return everywhere, single

    def empty(self) -> bool:
        """Whether nothing was ever loaded."""
        found = self._session.scalar(select(func.count()).select_from(services))
        return not found


def _rules(row: Row[Any]) -> CounterRules:
    return CounterRules(
        None if row.hours is None else _hours(row.hours),
        None if row.services is None else frozenset(row.services),
    )


def _hours(stored: Sequence[Sequence[Sequence[str]]]) -> WeeklyHours:
    return tuple(
        tuple(OpenRange(time.fromisoformat(start), time.fromisoformat(end)) for start, end in day)
        for day in stored
    )

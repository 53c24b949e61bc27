"""Writes the catalogue that an operator loads from files."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Status
from backend.appointments.models import (
    appointments,
    busy_words,
    closures,
    counters,
    occupancy,
    offices,
    services,
)
from backend.kit.database import upsert


class ImportRepository:
    """Puts services, offices, counters and closures in place of the ones before."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put_service(self, row: Mapping[str, Any]) -> None:
        """Store a service given as column values."""
        self._put(services, row)

    def end_service(self, key: str) -> None:
        """Keep a service for the appointments that have it, but give it no more."""
        facts = self._session.scalar(select(services.c.facts).filter_by(key=key))
        ended = {**(facts or {}), "status": "discontinued"}
        self._session.execute(
            update(services).filter_by(key=key).values(status="discontinued", facts=ended)
        )

    def put_office(self, row: Mapping[str, Any], rules: Sequence[Mapping[str, Any]]) -> None:
        """Store an office given as column values, with a counter for each of `rules`.

        `rules` are the columns `hours` and `services` of the counters in order. Counters beyond
        them go, and with them everything that was held there; see `booked_at`.
        """
        self._put(offices, {**row, "active": True})
        known = self._counters(row["key"])
        for number, own in enumerate(rules, 1):
            values = {"office": row["key"], "number": number, **own}
            if number in known:
                self._session.execute(update(counters).filter_by(id=known[number]).values(**values))
            else:
                self._session.execute(insert(counters).values(**values))
        surplus = [counter for number, counter in known.items() if number > len(rules)]
        for table in (occupancy, busy_words):
            self._session.execute(delete(table).where(table.c.resource.in_(surplus)))
        self._session.execute(delete(counters).where(counters.c.id.in_(surplus)))

    def end_office(self, key: str) -> None:
        """Keep an office for the appointments it had, but give none there any more."""
        self._session.execute(update(offices).filter_by(key=key).values(active=False))

    def put_closures(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Replace all closures that came from files."""
        self._session.execute(delete(closures).where(closures.c.imported))
        if rows:
            self._session.execute(insert(closures), [{**row, "imported": True} for row in rows])

    def booked_at(self, office: str, beyond: int, after: int) -> int:
        """Future appointments at the counters with a greater number, from a tick on."""
        found = self._session.scalar(
            select(func.count(occupancy.c.appointment_id.distinct()))
            .join(counters, counters.c.id == occupancy.c.resource)
            .where(
                counters.c.office == office,
                counters.c.number > beyond,
                occupancy.c.tick >= after,
                occupancy.c.held_until.is_(None),
            )
        )
        return found or 0

    def booked(self, after: datetime) -> list[tuple[str, datetime, int, list[Any]]]:
        """Office, start, minutes and services of all future appointments."""
        table = appointments.c
        query = select(table.office, table.start, table.minutes, table.services).where(
            table.status == Status.CONFIRMED, table.start >= after
        )
        return [(*row,) for row in self._session.execute(query)]

    def _counters(self, office: str) -> dict[int, int]:
        query = select(counters.c.number, counters.c.id).filter_by(office=office)
        return {row.number: row.id for row in self._session.execute(query)}

    def _put(self, table: Any, row: Mapping[str, Any]) -> None:
        others: Collection[str] = [name for name in row if name != "key"]
        statement = upsert(self._session, table).values(**row)
        self._session.execute(
            statement.on_conflict_do_update(
                index_elements=["key"], set_={name: statement.excluded[name] for name in others}
            )
        )

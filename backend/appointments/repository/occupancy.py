"""Which counter is taken at which tick."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import BigInteger, cast, delete, func, literal, or_, select, update
from sqlalchemy.orm import Session

from backend.appointments.domain.slots import Busy
from backend.appointments.domain.ticks import WORD
from backend.appointments.models import occupancy
from backend.kit.database import upsert

_WORD_OF_TICK = occupancy.c.tick.op("/")(WORD)
_BIT = cast(literal(1), BigInteger).bitwise_lshift(occupancy.c.tick % WORD)


class OccupancyRepository:
    """The one place that takes and frees ticks."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def busy(self, counters: Iterable[int], first: int, end: int, now: datetime) -> Busy:
        """Occupied ticks `first ≤ tick < end` of counters; expired holds count as free."""
        # Ticks of one word are distinct, so their sum is their union; it fits 64 bits.
        bits = cast(func.sum(_BIT), BigInteger)
        rows = self._session.execute(
            select(occupancy.c.resource, _WORD_OF_TICK, bits)
            .where(
                occupancy.c.resource.in_(tuple(counters)),
                occupancy.c.tick >= first,
                occupancy.c.tick < end,
                or_(occupancy.c.held_until.is_(None), occupancy.c.held_until > now),
            )
            .group_by(occupancy.c.resource, _WORD_OF_TICK)
        )
        return {(counter, word): mask for counter, word, mask in rows}

    def take(
        self,
        appointment: int,
        counter: int,
        ticks: Sequence[int],
        held_until: datetime | None,
        now: datetime,
    ) -> bool:
        """Occupy all the ticks or none; False when someone else has one of them.

        `ticks` ascend: two rivals then never wait for each other in a circle.
        """
        rows = [
            {
                "resource": counter,
                "tick": tick,
                "appointment_id": appointment,
                "held_until": held_until,
            }
            for tick in ticks
        ]
        statement = upsert(self._session, occupancy).values(rows)
        statement = statement.on_conflict_do_update(
            index_elements=["resource", "tick"],
            set_={
                "appointment_id": statement.excluded.appointment_id,
                "held_until": statement.excluded.held_until,
            },
            where=occupancy.c.held_until <= now,
        )
        with self._session.begin_nested() as savepoint:
            taken = self._session.execute(statement.returning(occupancy.c.tick)).all()
            if len(taken) == len(rows):
                return True
            savepoint.rollback()
        return False

    def make_permanent(self, appointment: int) -> int:
        """Turn a hold's ticks into a booking's; returns how many there were."""
        rows = self._session.execute(
            update(occupancy)
            .where(occupancy.c.appointment_id == appointment)
            .values(held_until=None)
            .returning(occupancy.c.tick)
        )
        return len(rows.all())

    def free(self, appointment: int) -> None:
        """Give back all ticks of an appointment."""
        self._session.execute(delete(occupancy).where(occupancy.c.appointment_id == appointment))

    def free_expired(self, now: datetime) -> int:
        """Give back the ticks of expired holds; returns how many there were."""
        rows = self._session.execute(
            delete(occupancy).where(occupancy.c.held_until <= now).returning(occupancy.c.tick)
        )
        return len(rows.all())

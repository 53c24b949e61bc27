"""Which counter is taken at which tick."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from backend.appointments.domain.slots import Busy
from backend.appointments.domain.ticks import WORD
from backend.appointments.models import busy_words, occupancy
from backend.kit.database import upsert

Place = tuple[int, int]
"""A counter's id and a tick."""


class OccupancyRepository:
    """The one place that takes and frees ticks, and keeps the sums of those taken for good."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def busy(self, counters: Iterable[int], first: int, end: int, now: datetime) -> Busy:
        """Occupied ticks `first ≤ tick < end` of counters; expired holds count as free.

        `first` and `end` are multiples of WORD.
        """
        ids = tuple(counters)
        table = busy_words.c
        booked = self._session.execute(
            select(table.resource, table.word, table.bits).where(
                table.resource.in_(ids), table.word >= first // WORD, table.word < end // WORD
            )
        )
        masks = {(counter, word): bits for counter, word, bits in booked}
        for counter, tick in self._session.execute(
            select(occupancy.c.resource, occupancy.c.tick).where(
                occupancy.c.held_until > now, occupancy.c.tick >= first, occupancy.c.tick < end
            )
        ):
            key = (counter, tick // WORD)
            masks[key] = masks.get(key, 0) | 1 << tick % WORD
        return masks

    def of(self, appointment: int) -> dict[Place, datetime | None]:
        """The ticks an appointment has, and until when if not for good."""
        table = occupancy.c
        rows = self._session.execute(
            select(table.resource, table.tick, table.held_until).filter_by(
                appointment_id=appointment
            )
        )
        return {(counter, tick): until for counter, tick, until in rows}

    def take(
        self,
        appointment: int,
        counter: int,
        ticks: Sequence[int],
        held_until: datetime | None,
        now: datetime,
        given_up_by: Collection[int] = (),
    ) -> bool:
        """Occupy all the ticks or none; False when someone else has one of them.

        Ticks that the appointments `given_up_by` have given back are free for this one before
        their time. `ticks` ascend: two rivals then never wait for each other in a circle.
        """
        given_up = and_(
            occupancy.c.appointment_id.in_(tuple(given_up_by)), occupancy.c.held_until.is_not(None)
        )
        free = or_(occupancy.c.held_until <= now, given_up)
        taken = self._put(appointment, counter, ticks, held_until, free)
        if taken and held_until is None:
            self._sum_up((counter, tick) for tick in ticks)
        return taken

    def swap(
        self,
        appointment: int,
        counter: int,
        ticks: Sequence[int],
        until: datetime | None,
        now: datetime,
    ) -> bool:
        """Occupy other ticks for good in place of those the appointment has, or change nothing.

        The ticks left can be booked from the instant `until` on, or at once. False when someone
        else has one of the new ones.
        """
        before = self.of(appointment)
        free = or_(occupancy.c.held_until <= now, occupancy.c.appointment_id == appointment)
        if not self._put(appointment, counter, ticks, None, free):
            return False
        after = {(counter, tick) for tick in ticks}
        left = [place for place, held in before.items() if held is None and place not in after]
        self._leave(appointment, left, until)
        self._sum_up(after, left)
        return True

    def make_permanent(self, appointment: int) -> int:
        """Turn a hold's ticks into a booking's; returns how many there were."""
        rows = self._session.execute(
            update(occupancy)
            .where(occupancy.c.appointment_id == appointment)
            .values(held_until=None)
            .returning(occupancy.c.resource, occupancy.c.tick)
        )
        places = [(counter, tick) for counter, tick in rows]
        self._sum_up(places)
        return len(places)

    def extend(self, appointment: int, counter: int, ticks: Sequence[int], until: datetime) -> None:
        """Let no one else have ticks that an appointment has given back before an instant."""
        self._session.execute(
            update(occupancy)
            .where(
                occupancy.c.appointment_id == appointment,
                occupancy.c.resource == counter,
                occupancy.c.tick.in_(tuple(ticks)),
                occupancy.c.held_until < until,
            )
            .values(held_until=until)
        )

    def lapse(self, appointment: int, until: datetime) -> None:
        """Let a hold's ticks be free from an instant on."""
        self._session.execute(
            update(occupancy)
            .where(occupancy.c.appointment_id == appointment, occupancy.c.held_until.is_not(None))
            .values(held_until=until)
        )

    def free(self, appointment: int, until: datetime | None = None) -> None:
        """Give back all ticks of an appointment; bookable from `until` on, or at once."""
        places = self.of(appointment)
        booked = [place for place, held in places.items() if held is None]
        self._leave(appointment, list(places) if until is None else booked, until)
        self._sum_up((), booked)

    def free_expired(self, now: datetime) -> int:
        """Give back the ticks of expired holds; returns how many there were."""
        rows = self._session.execute(
            delete(occupancy).where(occupancy.c.held_until <= now).returning(occupancy.c.tick)
        )
        return len(rows.all())

    def _put(
        self,
        appointment: int,
        counter: int,
        ticks: Sequence[int],
        held_until: datetime | None,
        free: ColumnElement[bool],
    ) -> bool:
        rows = [
            {
                "resource": counter,
                "tick": tick,
                "appointment_id": appointment,
                "held_until": held_until,
            }
            for tick in ticks
        ]
        if not rows:
            return True
        statement = upsert(self._session, occupancy).values(rows)
        statement = statement.on_conflict_do_update(
            index_elements=["resource", "tick"],
            set_={
                "appointment_id": statement.excluded.appointment_id,
                "held_until": statement.excluded.held_until,
            },
            where=free,
        )
        with self._session.begin_nested() as savepoint:
            taken = self._session.execute(statement.returning(occupancy.c.tick)).all()
            if len(taken) == len(rows):
                return True
            savepoint.rollback()
        return False

    def _leave(self, appointment: int, places: Collection[Place], until: datetime | None) -> None:
        for counter, ticks in _by_counter(places).items():
            these = and_(
                occupancy.c.appointment_id == appointment,
                occupancy.c.resource == counter,
                occupancy.c.tick.in_(ticks),
            )
            if until is None:
                self._session.execute(delete(occupancy).where(these))
            else:
                self._session.execute(update(occupancy).where(these).values(held_until=until))

    def _sum_up(self, booked: Iterable[Place], left: Iterable[Place] = ()) -> None:
        # In one ascending pass, so that two who move past each other never wait in a circle.
        more, less = _words(booked), _words(left)
        for counter, word in sorted(more.keys() | less.keys()):
            put, off = more.get((counter, word), 0), less.get((counter, word), 0)
            values = {"resource": counter, "word": word, "bits": put}
            kept = busy_words.c.bits.op("&")(~off)
            self._session.execute(
                upsert(self._session, busy_words)
                .values(values)
                .on_conflict_do_update(
                    index_elements=["resource", "word"], set_={"bits": kept.op("|")(put)}
                )
            )


def _words(places: Iterable[Place]) -> dict[Place, int]:
    words: dict[tuple[int, int], int] = {}
    for counter, tick in places:
        key = (counter, tick // WORD)
        words[key] = words.get(key, 0) | 1 << tick % WORD
    return words


def _by_counter(places: Iterable[Place]) -> Mapping[int, list[int]]:
    ticks: dict[int, list[int]] = {}
    for counter, tick in sorted(places):
        ticks.setdefault(counter, []).append(tick)
    return ticks

"""People and offices who do anything in any order; what must hold is checked after each step."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import delete, select, update

from backend.appointments.closures import closure
from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.hours import open_mask
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.ticks import DAY_TICKS, WORD, indices, tick_of
from backend.appointments.errors import ContactLimit, OfficeClosed, ServiceNotOffered, SlotTaken
from backend.appointments.models import appointments, busy_words, closures, counters, occupancy
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.service.announcing import Event
from backend.appointments.service.moving import Destination
from backend.appointments.wiring import Appointments, compose
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.ids import ALPHABET, RandomIds
from tests.unit.backend.support import MONDAY

# On Tuesday Walsum is open 8–16 h; its second counter only 10–12 and 13–16 h, and for passports.
OFFICES = ("walsum", "homberg_ruhrort_baerl")
LATE = [[], [["10:00", "12:00"], ["13:00", "16:00"]], [], [], [], [], []]
MINUTES = {"passport": 15, "registration_certificate": 5, "residence_registration": 10}
RULES = Rules(max_per_contact=3, return_after=(10, 60))

starts = st.integers(0, 40).map(lambda n: datetime(2026, 3, 3, 9) + timedelta(minutes=5 * n))
wishes = st.dictionaries(st.sampled_from(sorted(MINUTES)), st.integers(1, 2), min_size=1).map(
    lambda counts: tuple(Item(key, count) for key, count in counts.items())
)
offices = st.sampled_from(OFFICES)
chances = st.floats(0, 0.99)


class Told:
    """Remembers who was told what."""

    def __init__(self) -> None:
        self.events: list[tuple[Event, Appointment]] = []

    def tell(self, event: Event, appointment: Appointment, contact: Contact) -> None:
        self.events.append((event, appointment))

    def offer(self, offer: Any, contact: Contact) -> None:
        raise AssertionError("nobody waits here")


class Offices(RuleBasedStateMachine):
    """A day at two offices. `database` is set by `offices_on`."""

    database: Database

    @initialize()
    def open(self) -> None:
        self.clock, self.told = FixedClock(MONDAY), Told()
        self.holds: list[tuple[str, tuple[Item, ...]]] = []
        self.codes: list[str] = []
        self.sequences: dict[str, int] = {}
        self.uids: dict[str, str] = {}
        with self.database.writing() as session:
            for table in (occupancy, busy_words, appointments, closures):
                session.execute(delete(table))
            session.execute(
                update(counters)
                .where(counters.c.office == "walsum", counters.c.number == 2)
                .values(hours=LATE, services=["passport"])
            )

    def _do(self, act: Callable[[Appointments], Any], chance: float = 0.5) -> Any:
        with self.database.writing() as session:
            parts = compose(
                session, self.clock, RandomIds(), RULES, self.told, chance=lambda: chance
            )
            return act(parts)

    def _refused(self, act: Callable[[Appointments], Any], chance: float = 0.5) -> Any:
        """What it returns, or None when the time is not free; a refusal names what is."""
        refusal: SlotTaken | OfficeClosed | ServiceNotOffered
        try:
            return self._do(act, chance)
        except (SlotTaken, OfficeClosed, ServiceNotOffered) as error:
            refusal = error
        assert refusal.details["next"]
        return None

    @rule(office=offices, start=starts, items=wishes)
    def hold(self, office: str, start: datetime, items: tuple[Item, ...]) -> None:
        held = self._refused(lambda parts: parts.booking.hold(items, office, start, None))
        if held:
            self.holds.append((held.hold_id, items))

    @precondition(lambda self: self.holds)
    @rule(data=st.data(), who=st.integers(1, 3))
    def confirm(self, data: st.DataObject, who: int) -> None:
        hold_id, items = self.holds.pop(data.draw(st.integers(0, len(self.holds) - 1)))
        contact = Contact("Erika", f"P{who}@example.org", f"0203 28{who}", "de", None, None)
        try:
            made = self._refused(lambda parts: parts.booking.confirm(hold_id, contact))
        except ContactLimit:
            return
        if made:
            assert made.code not in self.codes
            assert set(made.code) <= {*ALPHABET, "-"}
            assert not set(made.code) & set("0O1I")
            assert made.minutes == sum(MINUTES[item.key] * item.count for item in items)
            self.codes.append(made.code)
            self.sequences[made.code], self.uids[made.code] = made.sequence, made.hold_id

    @precondition(lambda self: self.holds)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        hold_id, _ = self.holds.pop(data.draw(st.integers(0, len(self.holds) - 1)))
        self._do(lambda parts: parts.booking.release(hold_id))

    @precondition(lambda self: self.codes)
    @rule(data=st.data(), office=offices, start=starts, items=st.none() | wishes, how=st.booleans())
    def move(
        self,
        data: st.DataObject,
        office: str,
        start: datetime,
        items: tuple[Item, ...] | None,
        how: bool,
    ) -> None:
        code = data.draw(st.sampled_from(self.codes))
        before = self._do(lambda parts: parts.booking.look_up(code))
        wanted = Destination(office, start, items or ())

        def move(parts: Appointments) -> Appointment:
            if how:
                held = parts.booking.hold(items or (), office, start, None, moving=code)
                return parts.moving.reschedule_to_hold(code, held.hold_id, None)
            return parts.moving.reschedule(code, wanted, None)

        moved = self._refused(move, data.draw(chances))
        after = self._do(lambda parts: parts.booking.look_up(code))
        if not moved:
            assert after == before
            return
        assert (after.office, after.start) == (office, start)
        minutes = {item.key: MINUTES[item.key] * item.count for item in after.services}
        assert after.minutes == sum(minutes.values())
        if after != before:
            assert after.sequence == before.sequence + 1
            assert self.told.events[-1] == (Event.MOVED, after)

    @precondition(lambda self: self.codes)
    @rule(data=st.data())
    def move_and_back(self, data: st.DataObject) -> None:
        code = data.draw(st.sampled_from(self.codes))
        before = self._do(lambda parts: parts.booking.look_up(code))
        away = Destination(before.office, before.start + timedelta(minutes=5))
        if self._refused(lambda parts: parts.moving.reschedule(code, away, None)):
            back = Destination(before.office, before.start)
            try:
                moved = self._do(lambda parts: parts.moving.reschedule(code, back, None))
                assert (moved.code, moved.start) == (code, before.start)
            except OfficeClosed:
                assert self._do(lambda parts: parts.closing.closings())

    @precondition(lambda self: self.codes)
    @rule(data=st.data(), chance=chances)
    def cancel(self, data: st.DataObject, chance: float) -> None:
        code = self.codes.pop(data.draw(st.integers(0, len(self.codes) - 1)))
        before = self._do(lambda parts: parts.booking.look_up(code))
        ended = self._do(lambda parts: parts.booking.cancel(code), chance)
        assert ended.sequence == before.sequence + 1
        with self.database.reading() as session:
            left = session.scalars(
                select(occupancy.c.held_until).filter_by(appointment_id=ended.id)
            ).all()
        now = self.clock.now()
        # What an earlier move gave back may have returned already.
        assert left
        assert all(until <= now + timedelta(minutes=60) for until in left)

    @rule(office=offices, start=starts)
    def close(self, office: str, start: datetime) -> None:
        until = start + timedelta(minutes=20)
        self._do(lambda parts: parts.closing.close(office, start, until, None))

    @rule(minutes=st.integers(1, 40))
    def wait(self, minutes: int) -> None:
        # Everything stays bookable: the day is long enough before the first start.
        if self.clock.local() < MONDAY + timedelta(hours=8):
            self.clock.advance(timedelta(minutes=minutes))

    @invariant()
    def nothing_is_double_or_lost(self) -> None:
        if not hasattr(self, "clock"):
            return
        with self.database.reading() as session:
            rows = session.execute(select(occupancy)).all()
            words = session.execute(select(busy_words)).all()
            stored = session.execute(select(appointments)).all()
            places = {row.id: row for row in session.execute(select(counters))}
        booked = [row for row in rows if row.held_until is None]
        assert len({(row.resource, row.tick) for row in rows}) == len(rows)
        confirmed = {row.id: row for row in stored if row.status == "confirmed"}
        assert Counter(row.appointment_id for row in booked) == {
            number: row.minutes // 5 for number, row in confirmed.items()
        }
        for number, row in confirmed.items():
            mine = sorted((r.resource, r.tick) for r in booked if r.appointment_id == number)
            counter = mine[0][0]
            first = tick_of(row.start)
            assert mine == [(counter, first + i) for i in range(row.minutes // 5)]
            assert places[counter].office == row.office
            self._inside_hours(row, counter)
        summed = {(w.resource, w.word * WORD + bit) for w in words for bit in indices(w.bits)}
        assert summed == {(row.resource, row.tick) for row in booked}

    @invariant()
    def codes_and_uids_stay(self) -> None:
        for code in getattr(self, "codes", ()):
            found = self._do(lambda parts, code=code: parts.booking.look_up(code))
            assert found.hold_id == self.uids[code]
            assert found.sequence >= self.sequences[code]
            self.sequences[code] = found.sequence

    def _inside_hours(self, row: Any, counter: int) -> None:
        with self.database.reading() as session:
            office = CatalogueRepository(session).offices()[row.office]
        day = row.start.date()
        week = open_mask(() if closure(day) else office.hours[day.weekday()])
        opened = office.opened_at(counter, week, day)
        index = tick_of(row.start) % DAY_TICKS
        ticks = ((1 << row.minutes // 5) - 1) << index
        assert ticks & ~opened == 0
        assert row.start.time() >= time(8)
        keys = [key for key, _ in row.services]
        assert counter in office.serving(keys).counters


# Shrinking a failure takes minutes; the steps that led to it are printed without it as well.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def offices_on(of: Database) -> type[Offices]:
    """The machine on a database that holds the city's catalogue."""
    return type("OfficesOn", (Offices,), {"database": of})

"""People who wait, answer, cancel and move in any order."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.waiting import Preference
from backend.appointments.errors import (
    AppointmentCancelled,
    AppointmentPast,
    OfferEnded,
    OfficeClosed,
    SlotPast,
    SlotTaken,
    WaitingTooLate,
)
from backend.appointments.service.moving import Destination
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from tests.unit.backend.machine import PHASES
from tests.unit.backend.support import MONDAY
from tests.unit.backend.waiting_town import DAY, Town

NOT_FREE = (SlotTaken, SlotPast, OfficeClosed)

starts = st.integers(0, 45).map(lambda n: DAY + timedelta(hours=8, minutes=5 * n))
hours = st.sampled_from([(time(0), time.max), (time(9), time(10)), (time(10), time.max)])


class Line(RuleBasedStateMachine):
    """A full Wednesday at Walsum. `database` is set by the test."""

    database: Database

    @initialize()
    def open(self) -> None:
        self.town = Town(self.database, FixedClock(MONDAY))
        self.town.empty()
        self.booked = self.town.fill()
        self.people: list[str] = []
        self.offers: list[str] = []

    @rule(daily=hours)
    def join(self, daily: tuple[time, time]) -> None:
        if len(self.people) < 30:
            wish = Preference(("walsum",), DAY, DAY + timedelta(hours=23), *daily)
            self.people.append(self.town.wait(len(self.people), wish))

    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        codes = self.booked + self.people
        try:
            self.town.cancel(data.draw(st.sampled_from(codes)))
        except AppointmentPast:
            assert self.town.clock.local() >= DAY

    @rule(data=st.data(), start=starts)
    def move(self, data: st.DataObject, start: datetime) -> None:
        code = data.draw(st.sampled_from(self.booked + self.people))
        wanted = Destination("walsum", start)
        with suppress(*NOT_FREE, AppointmentCancelled, AppointmentPast):
            self.town.do(lambda parts: parts.moving.reschedule(code, wanted, None))

    @rule(start=starts)
    def hold(self, start: datetime) -> None:
        items = [Item("passport", 1)]
        with suppress(*NOT_FREE):
            self.town.do(lambda parts: parts.booking.hold(items, "walsum", start, None))

    @precondition(lambda self: self.people)
    @rule(data=st.data(), yes=st.booleans())
    def answer(self, data: st.DataObject, yes: bool) -> None:
        code = data.draw(st.sampled_from(self.people))
        offer = self.town.offer_of(code)
        if offer and yes:
            before = self.town.do(lambda parts: parts.booking.look_up(code))
            moved = self.town.do(lambda parts: parts.waiting.accept(offer))
            assert (moved.code, moved.sequence) == (code, before.sequence + 1)
            assert moved.office == "walsum"
        elif offer:
            self.town.do(lambda parts: parts.waiting.decline(offer))
        if offer:
            self.offers.append(offer)

    @precondition(lambda self: self.offers)
    @rule(data=st.data())
    def accept_too_late(self, data: st.DataObject) -> None:
        offer = data.draw(st.sampled_from(self.offers))
        with suppress(OfferEnded, AppointmentCancelled, AppointmentPast):
            moved = self.town.do(lambda parts: parts.waiting.accept(offer))
            assert moved.sequence >= 1

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def leave_and_come_back(self, data: st.DataObject) -> None:
        code = data.draw(st.sampled_from(self.people))
        self.town.do(lambda parts: parts.waiting.leave(code))
        assert self.town.offer_of(code) is None
        with suppress(AppointmentCancelled, AppointmentPast, WaitingTooLate):
            wish = Preference(("walsum",), DAY, DAY + timedelta(hours=23))
            self.town.do(lambda parts: parts.waiting.join(code, wish))

    @rule()
    def tick(self) -> None:
        before = len(self.town.told.offers)
        self.town.tick()
        new = self.town.told.offers[before:]
        with self.database.reading() as session:
            assert self.town.parts(session).offering.matches() == []
            queue = [
                each.appointment.id for each in self.town.parts(session).waiting.waiting.queue()
            ]
        order = [queue.index(offer.appointment.id) for offer in new]
        assert order == sorted(order)
        for offer in new:
            assert offer.until <= self.town.clock.now() + timedelta(hours=24)
            assert offer.until > self.town.clock.now()

    @rule(minutes=st.sampled_from([1, 9, 30, 121]))
    def later(self, minutes: int) -> None:
        if self.town.clock.local() < DAY:
            self.town.clock.advance(timedelta(minutes=minutes))

    @invariant()
    def nobody_has_what_another_has(self) -> None:
        if hasattr(self, "town"):
            self.town.check()


@pytest.fixture
def database(tmp_path: Path, fresh_database: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{shutil.copy(fresh_database, tmp_path / 'line.db')}")
    yield opened
    opened.dispose()


def test_the_line_in_any_order(database: Database) -> None:
    run_state_machine_as_test(
        type("LineOn", (Line,), {"database": database}),
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            phases=PHASES,
            suppress_health_check=list(HealthCheck),
        ),
    )

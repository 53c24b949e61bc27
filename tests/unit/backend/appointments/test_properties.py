"""Invariants under any sequence of bookings."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from backend.appointments.closures import closure
from backend.appointments.domain.ticks import tick_of
from backend.appointments.models import appointments, counters, occupancy
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.kit.clock import FixedClock
from tests.unit.backend.support import MONDAY, Api, backend_api

STATIONS = ("walsum", "homberg_ruhrort_baerl")
LIVELY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

wishes = st.tuples(
    st.sampled_from(["hold", "book", "cancel", "release", "wait"]),
    st.sampled_from(STATIONS),
    st.integers(0, 30),
    st.integers(1, 3),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Api, FixedClock]]:
    clock = FixedClock(MONDAY)
    folder: Path = tmp_path_factory.mktemp("properties")
    with backend_api(folder, clock) as api:
        yield api, clock


def emptied(api: Api, clock: FixedClock) -> None:
    clock.set(MONDAY)
    with api.app.state.container.database.writing() as session:
        session.execute(delete(occupancy))
        session.execute(delete(appointments))


@LIVELY
@given(steps=st.lists(wishes, max_size=30))
def test_no_counter_serves_two_at_once(
    shared: tuple[Api, FixedClock], steps: list[tuple[str, str, int, int]]
) -> None:
    api, clock = shared
    emptied(api, clock)
    holds: list[str] = []
    codes: list[str] = []
    for what, office, offset, count in steps:
        if what in ("hold", "book"):
            start = datetime(2026, 3, 3, 8, 0) + timedelta(minutes=5 * offset)
            wish = (("passport", count),)
            held = api.hold(start.isoformat(), office, wish, key=uuid4().hex)
            assert held.status_code in (201, 409)
            if held.status_code == 409:
                assert held.json()["error"]["details"]["next"]
            elif what == "book":
                codes.append(api.confirm(held.json()["hold_id"]).json()["code"])
            else:
                holds.append(held.json()["hold_id"])
        elif what == "cancel" and codes:
            api.post(f"/api/appointments/{codes.pop()}/cancel")
        elif what == "release" and holds:
            api.delete(f"/api/appointments/holds/{holds.pop()}")
        elif what == "wait":
            clock.advance(timedelta(minutes=4))
    check_occupancy(api, clock)


def check_occupancy(api: Api, clock: FixedClock) -> None:
    """Each live appointment has all its ticks, in a row, on one counter of its office."""
    with api.app.state.container.database.reading() as session:
        offices = dict(session.execute(select(counters.c.id, counters.c.office)).all())
        live = session.execute(
            select(appointments).where(
                (appointments.c.status == "confirmed")
                | ((appointments.c.status == "held") & (appointments.c.expires_at > clock.now()))
            )
        ).all()
        taken: dict[int, list[tuple[int, int]]] = {}
        for resource, tick, appointment in session.execute(
            select(occupancy.c.resource, occupancy.c.tick, occupancy.c.appointment_id)
        ):
            taken.setdefault(appointment, []).append((resource, tick))
    for appointment in live:
        first = tick_of(appointment.start)
        rows = sorted(taken[appointment.id])
        resource = rows[0][0]
        assert offices[resource] == appointment.office
        assert rows == [(resource, first + i) for i in range(appointment.minutes // 5)]


@LIVELY
@given(
    booked=st.lists(st.tuples(st.integers(0, 90), st.integers(1, 6)), max_size=12),
    count=st.integers(1, 6),
    spread=st.booleans(),
    day=st.dates(date(2026, 3, 2), date(2026, 4, 7)),
)
def test_every_slot_offered_lies_inside_hours_and_can_be_held(
    shared: tuple[Api, FixedClock],
    booked: list[tuple[int, int]],
    count: int,
    spread: bool,
    day: date,
) -> None:
    api, clock = shared
    emptied(api, clock)
    for offset, people in booked:
        start = datetime.combine(day, time(8)) + timedelta(minutes=5 * offset)
        api.hold(start.isoformat(), "walsum", (("passport", people),))
    query = f"service=passport:{count}&from={day}T00:00&limit=4&spread={spread}"
    answer = api.slots(f"{query}&until={day + timedelta(days=1)}T23:59&office=walsum")
    offered = answer["slots"] or answer["next"]
    assert offered
    with api.app.state.container.database.reading() as session:
        hours = CatalogueRepository(session).offices()["walsum"].hours
    for slot in offered:
        start, end = (datetime.fromisoformat(slot[edge]) for edge in ("start", "end"))
        assert closure(start.date()) is None
        assert any(r.start <= start.time() and end.time() <= r.end for r in hours[start.weekday()])
        assert start >= clock.local() + timedelta(minutes=60)
        held = api.hold(slot["start"], slot["office"], (("passport", count),))
        assert held.status_code == 201
        api.delete(f"/api/appointments/holds/{held.json()['hold_id']}")

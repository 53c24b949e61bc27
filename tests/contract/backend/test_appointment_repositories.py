from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Contact, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.ticks import WORD, tick_of
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.kit.clock import FixedClock
from backend.kit.database import Database

START = datetime(2026, 3, 3, 10, 0)
FIRST = tick_of(START)
LATER = timedelta(minutes=10)


def add(session: Session, clock: FixedClock, hold_id: str, key: str | None = None) -> int | None:
    values = {
        "hold_id": hold_id,
        "office": "walsum",
        "start": START,
        "minutes": 15,
        "services": [["passport", 1]],
        "expires_at": clock.now() + LATER,
        "changed_at": clock.now(),
    }
    return AppointmentRepository(session).add_hold(values, key)


def added(session: Session, clock: FixedClock, hold_id: str) -> int:
    made = add(session, clock, hold_id)
    assert made is not None
    return made


def counters(session: Session) -> tuple[int, ...]:
    return CatalogueRepository(session).offices()["walsum"].counters


def busy_ticks(session: Session, clock: FixedClock) -> list[tuple[int, int]]:
    busy = OccupancyRepository(session).busy(
        counters(session), FIRST - 500, FIRST + 500, clock.now()
    )
    return sorted(
        (counter, word * WORD + bit)
        for (counter, word), bits in busy.items()
        for bit in range(WORD)
        if bits >> bit & 1
    )


def test_the_catalogue_comes_back_in_order(database: Database) -> None:
    with database.reading() as session:
        repository = CatalogueRepository(session)
        assert not repository.empty()
        assert list(repository.services())[:3] == ["identity_card", "passport", "child_passport"]
        offices = repository.offices()
        first, *_, last = offices
        assert (first, last) == ("walsum", "strassenverkehrsamt")
        assert sum(len(office.counters) for office in offices.values()) == 27
        assert len(offices["strassenverkehrsamt"].hours[3]) == 2


def test_ticks_are_taken_all_or_none(database: Database, clock: FixedClock) -> None:
    with database.writing() as session:
        occupancy = OccupancyRepository(session)
        counter, _ = counters(session)
        one, two = added(session, clock, "one"), added(session, clock, "two")
        assert occupancy.take(one, counter, range(FIRST, FIRST + 3), None, clock.now())
        assert not occupancy.take(two, counter, range(FIRST + 2, FIRST + 5), None, clock.now())
        assert occupancy.take(two, counter, range(FIRST + 3, FIRST + 5), None, clock.now())
    with database.reading() as session:
        assert busy_ticks(session, clock) == [(counter, FIRST + i) for i in range(5)]


def test_expired_ticks_are_free_and_are_taken_over(database: Database, clock: FixedClock) -> None:
    with database.writing() as session:
        occupancy = OccupancyRepository(session)
        counter, _ = counters(session)
        one, two = added(session, clock, "one"), added(session, clock, "two")
        until = clock.now() + LATER
        assert occupancy.take(one, counter, range(FIRST, FIRST + 3), until, clock.now())
        assert len(busy_ticks(session, clock)) == 3
        clock.advance(LATER)
        assert busy_ticks(session, clock) == []
        assert occupancy.take(two, counter, range(FIRST + 1, FIRST + 3), None, clock.now())
        assert busy_ticks(session, clock) == [(counter, FIRST + 1), (counter, FIRST + 2)]
        assert occupancy.make_permanent(one) == 1
        occupancy.free(one)
        assert occupancy.free_expired(clock.now()) == 0


def test_the_job_frees_only_what_has_expired(database: Database, clock: FixedClock) -> None:
    with database.writing() as session:
        occupancy = OccupancyRepository(session)
        counter, other = counters(session)
        one, two = added(session, clock, "one"), added(session, clock, "two")
        until = clock.now() + LATER
        occupancy.take(one, counter, range(FIRST, FIRST + 3), until, clock.now())
        occupancy.take(two, other, range(FIRST, FIRST + 3), None, clock.now())
        clock.advance(LATER)
        assert occupancy.free_expired(clock.now()) == 3
        assert len(busy_ticks(session, clock)) == 3


def test_an_idempotency_key_is_stored_once(database: Database, clock: FixedClock) -> None:
    with database.writing() as session:
        repository = AppointmentRepository(session)
        assert add(session, clock, "one", "key") is not None
        assert add(session, clock, "two", "key") is None
        assert add(session, clock, "three") is not None
        assert add(session, clock, "four") is not None
        known = repository.by_key("key")
        assert known
        assert known.hold_id == "one"


def test_an_appointment_comes_back_as_it_was(database: Database, clock: FixedClock) -> None:
    with database.writing() as session:
        repository = AppointmentRepository(session)
        made = added(session, clock, "one")
        repository.change(made, status=Status.CONFIRMED, code="K7MP-3WQX")
        repository.add_contact(made, Contact("Erika", None, "0203", "de", None, None))
    with database.reading() as session:
        repository = AppointmentRepository(session)
        found = repository.by_code("K7MP-3WQX")
        assert found is not None
        assert (found.start, found.end) == (START, START + timedelta(minutes=15))
        assert found.services == (Item("passport", 1),)
        assert found.status is Status.CONFIRMED
        assert found.expires_at == clock.now() + LATER
        assert not repository.code_free("K7MP-3WQX")
        assert repository.code_free("K7MP-3WQY")
        assert repository.by_hold("two") is None


@pytest.mark.parametrize(
    ("status", "left"), [(Status.HELD, 0), (Status.RELEASED, 0), (Status.CONFIRMED, 1)]
)
def test_old_holds_are_forgotten(
    database: Database, clock: FixedClock, status: Status, left: int
) -> None:
    with database.writing() as session:
        repository = AppointmentRepository(session)
        made = added(session, clock, "one")
        repository.change(made, status=status)
        clock.advance(timedelta(days=2))
        assert repository.delete_unconfirmed(clock.now()) == 1 - left

"""The job of the waiting list: what it stores together, and what it does when rivals are faster."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from backend.appointments.domain.appointment import Contact
from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import SlotTaken
from backend.appointments.models import appointments, waiting_offers
from backend.appointments.service.announcing import Offer
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from tests.unit.backend.waiting_town import DAY, Offered, Town


class Dying(Offered):
    def offer(self, offer: Offer, contact: Contact) -> None:
        raise RuntimeError("the process ends here")


@pytest.fixture
def town(tmp_path: Path, clock: FixedClock, fresh_database: Path) -> Iterator[Town]:
    database = Database(f"sqlite:///{shutil.copy(fresh_database, tmp_path / 'town.db')}")
    yield Town(database, clock)
    database.dispose()


def rows(town: Town) -> tuple[int, int]:
    with town.database.reading() as session:
        counts = [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (waiting_offers, appointments)
        ]
    return counts[0], counts[1]


def test_without_its_notice_an_offer_does_not_exist(town: Town) -> None:
    booked = town.fill()
    code = town.wait(0)
    town.cancel(booked[2])
    before = rows(town)
    alive, town.told = town.told, Dying()
    with pytest.raises(RuntimeError):
        town.tick()
    assert rows(town) == before
    assert town.offer_of(code) is None
    town.told = alive
    assert town.tick() == 1
    assert [offer.slot.start for offer in alive.offers] == [DAY.replace(hour=9)]


def test_a_slot_that_a_rival_took_in_the_meantime(town: Town) -> None:
    booked = town.fill()
    town.wait(0)
    town.cancel(booked[2])
    with town.database.reading() as session:
        (found,) = town.parts(session).offering.matches()
    with town.database.writing() as session:
        parts = town.parts(session)
        hold = parts.offering.appointments.add_hold(
            {
                "hold_id": "rival",
                "office": "walsum",
                "start": found.slot.start,
                "minutes": 15,
                "services": [["passport", 1]],
                "expires_at": town.clock.now(),
                "changed_at": town.clock.now(),
            },
            None,
        )
        givers = set(parts.offering.waiting.given_back(town.clock.now(), town.clock.now()).values())
        assert hold is not None
        assert parts.offering.occupancy.take(
            hold, found.counter, found.ticks, None, town.clock.now(), givers
        )
    before = rows(town)
    with pytest.raises(SlotTaken):
        town.do(lambda parts: parts.offering.offer(found))
    assert rows(town) == before
    assert town.tick() == 1
    (offered,) = town.told.offers
    assert offered.slot.start > found.slot.start


def test_who_left_in_the_meantime_is_offered_nothing(town: Town) -> None:
    booked = town.fill()
    code = town.wait(0)
    town.cancel(booked[2])
    with town.database.reading() as session:
        (found,) = town.parts(session).offering.matches()
    town.do(lambda parts: parts.waiting.leave(code))
    assert town.do(lambda parts: parts.offering.offer(found)) is False
    assert town.told.offers == []


def test_what_is_under_a_plain_hold_is_offered_to_nobody(town: Town) -> None:
    booked = town.fill()
    code = town.wait(0)
    town.cancel(booked[2])
    town.tick()
    offer = town.offer_of(code)
    town.do(lambda parts: parts.waiting.accept(offer))
    other = town.wait(1)
    items = [Item("passport", 3)]
    with pytest.raises(SlotTaken):
        town.do(lambda parts: parts.booking.hold(items, "walsum", DAY.replace(hour=9), None))
    town.clock.set(DAY.replace(day=2, hour=10, minute=1))
    town.do(lambda parts: parts.booking.hold(items, "walsum", DAY.replace(hour=9, minute=15), None))
    assert town.tick() == 0
    assert town.offer_of(other) is None

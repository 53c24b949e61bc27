"""The waiting list where many act at the same moment, on both databases."""

import random
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import select

from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import OfferEnded, SlotTaken
from backend.appointments.models import waiting_offers
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from tests.contract.backend.crowd import at_once
from tests.unit.backend.waiting_town import DAY, Town


def states(town: Town) -> list[str]:
    with town.database.reading() as session:
        return sorted(session.scalars(select(waiting_offers.c.state)))


def test_many_workers_offer_a_slot_once_and_to_the_first(
    database: Database, clock: FixedClock
) -> None:
    town = Town(database, clock)
    booked = town.fill()
    people = [town.wait(number) for number in range(8)]
    town.cancel(booked[2])
    offered = at_once(10, lambda _: town.tick())
    # An hour is free: room for four.
    assert sum(offered) == len(town.told.offers) == 4
    assert [bool(town.offer_of(code)) for code in people] == [True] * 4 + [False] * 4
    starts = [offer.slot.start for offer in sorted(town.told.offers, key=_by_line)]
    assert starts == [DAY + timedelta(hours=9, minutes=15 * n) for n in range(4)]
    town.check()


def _by_line(offer: object) -> int:
    return int(offer.appointment.id)  # type: ignore[attr-defined]


def test_an_offer_accepted_by_many_at_once_moves_once(
    database: Database, clock: FixedClock
) -> None:
    town = Town(database, clock)
    booked = town.fill()
    code = town.wait(0)
    town.cancel(booked[0])
    town.tick()
    offer = town.offer_of(code)
    moved = at_once(10, lambda _: town.do(lambda parts: parts.waiting.accept(offer)))
    assert {each.sequence for each in moved} == {1}
    assert {(each.code, each.start) for each in moved} == {(code, DAY + timedelta(hours=8))}
    town.check()


def test_accepted_or_cancelled_but_not_both(database: Database, clock: FixedClock) -> None:
    town = Town(database, clock)
    booked = town.fill()
    people = [town.wait(number) for number in range(4)]
    town.cancel(booked[2])
    town.tick()
    offers = [town.offer_of(code) for code in people]

    def act(number: int) -> str:
        who = number % 4
        try:
            if number < 4:
                town.do(lambda parts: parts.waiting.accept(offers[who]))
            elif number < 8:
                town.cancel(people[who])
            else:
                town.tick()
        except Exception as error:
            return type(error).__name__
        return "done"

    told = at_once(12, act)
    assert set(told[:4]) <= {"done", "AppointmentCancelled", "OfferEnded"}
    assert told[4:] == ["done"] * 8
    town.tick()
    town.check()
    assert "open" not in states(town)


def test_at_the_deadline_it_is_accepted_or_goes_on(database: Database, clock: FixedClock) -> None:
    town = Town(database, clock)
    booked = town.fill()
    people = [town.wait(number) for number in range(8)]
    town.cancel(booked[2])
    town.tick()
    offers = [town.offer_of(code) for code in people[:4]]
    until = town.told.offers[0].until

    def act(number: int) -> bool:
        if number == 4:
            clock.set(until)
        if number >= 4:
            return bool(town.tick())
        try:
            town.do(lambda parts: parts.waiting.accept(offers[number]))
        except OfferEnded:
            return False
        return True

    accepted = sum(at_once(7, act)[:4])
    town.tick()
    town.check()
    assert states(town) == sorted(
        ["accepted"] * accepted + ["missed"] * (4 - accepted) + ["open"] * (4 - accepted)
    )


def test_everybody_at_once(database: Database, clock: FixedClock) -> None:
    """Jobs, answers, deadlines, cancellations and the public, for some rounds."""
    town = Town(database, clock)
    booked = town.fill()
    people = [town.wait(number) for number in range(16)]
    chance = random.Random(6)

    def act(number: int) -> None:
        own = random.Random(chance.random())
        if number < 3:
            town.tick()
        elif number < 5:
            if booked:
                town.cancel(booked.pop())
        elif number < 8:
            start = DAY + timedelta(hours=8, minutes=5 * own.randrange(45))
            items = [Item("passport", 1)]
            with suppress(SlotTaken):
                town.do(lambda parts: parts.booking.hold(items, "walsum", start, None))
        else:
            offer = town.offer_of(own.choice(people))
            with suppress(OfferEnded):
                if offer and own.random() < 0.5:
                    town.do(lambda parts: parts.waiting.accept(offer))
                elif offer:
                    town.do(lambda parts: parts.waiting.decline(offer))

    for _ in range(5):
        at_once(14, act)
        town.check()
        clock.advance(timedelta(minutes=chance.choice([1, 5, 125])))
    assert "accepted" in states(town)

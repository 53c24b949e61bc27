"""Two hundred people want a slot of the same day at the same moment."""

import random
from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import func, select

from backend.appointments.domain.appointment import Contact
from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.ticks import WORD, indices
from backend.appointments.errors import ContactLimit, SlotTaken
from backend.appointments.models import appointments, busy_words, counters, occupancy
from backend.appointments.service.moving import Destination
from backend.appointments.wiring import compose
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.ids import RandomIds
from tests.contract.backend.crowd import at_once

RIVALS = 200
# Each of these asks again and again, so they are fewer.
FOLLOWING = 30
# A Wednesday: 08:00–12:00, two counters, so 2 × 48 ticks for 200 × 3 wanted.
OPENING = datetime(2026, 3, 4, 8, 0)
DELAYED = Rules(max_per_contact=3, return_after=(10, 60))


def test_nothing_double_and_every_refusal_names_free_slots(
    database: Database, clock: FixedClock
) -> None:
    held: list[str] = []
    refusals: list[SlotTaken] = []

    def book(number: int) -> None:
        wanted = OPENING + timedelta(minutes=5 * random.Random(number).randrange(46))
        try:
            with database.writing() as session:
                booking = compose(session, clock, RandomIds(), Rules()).booking
                hold = booking.hold([Item("passport", 1)], "walsum", wanted, f"key-{number}")
            with database.writing() as session:
                booking = compose(session, clock, RandomIds(), Rules()).booking
                contact = Contact(f"Person {number}", None, None, "de", None, None)
                held.append(str(booking.confirm(hold.hold_id, contact).code))
        except SlotTaken as refusal:
            refusals.append(refusal)

    at_once(RIVALS, book)
    assert len(held) + len(refusals) == RIVALS
    assert len(set(held)) == len(held) >= 16
    assert all(refusal.details["next"] for refusal in refusals)
    check_stored(database, len(held))


def test_whoever_follows_a_refusal_gets_an_appointment(
    database: Database, clock: FixedClock
) -> None:
    """All want the same slot; each takes the next ones that the refusals name, until one is had."""
    refused: list[int] = []

    def book(number: int) -> tuple[str, datetime]:
        wishes = [("walsum", OPENING)]
        for turn in range(FOLLOWING):
            office, start = wishes[(number + turn) % len(wishes)]
            try:
                with database.writing() as session:
                    booking = compose(session, clock, RandomIds(), Rules()).booking
                    hold = booking.hold([Item("passport", 1)], office, start, None)
                with database.writing() as session:
                    booking = compose(session, clock, RandomIds(), Rules()).booking
                    contact = Contact(f"Person {number}", None, None, "de", None, None)
                    return str(booking.confirm(hold.hold_id, contact).code), start
            except SlotTaken as refusal:
                refused.append(number)
                named = refusal.details["next"]
                wishes = [(n["office"], datetime.fromisoformat(n["start"])) for n in named]
        raise AssertionError("never got one")

    booked = at_once(FOLLOWING, book)
    assert len({code for code, _ in booked}) == FOLLOWING
    # Two counters: nobody came second, and nobody third.
    assert max(Counter(start for _, start in booked).values()) <= 2
    assert len(refused) >= FOLLOWING - 2
    check_stored(database, FOLLOWING)


def test_one_slot_for_two_hundred(database: Database, clock: FixedClock) -> None:
    refusals: list[SlotTaken] = []
    won: list[int] = []

    def hold(number: int) -> None:
        try:
            with database.writing() as session:
                booking = compose(session, clock, RandomIds(), Rules()).booking
                booking.hold([Item("passport", 1)], "walsum", OPENING, None)
            won.append(number)
        except SlotTaken as refusal:
            refusals.append(refusal)

    at_once(RIVALS, hold)
    assert (len(won), len(refusals)) == (2, 198)
    assert all(refusal.details["next"] for refusal in refusals)
    check_stored(database, 2)


def test_one_key_from_many_gets_one_hold(database: Database, clock: FixedClock) -> None:
    def hold(_: int) -> str:
        with database.writing() as session:
            booking = compose(session, clock, RandomIds(), Rules()).booking
            made = booking.hold([Item("passport", 1)], "walsum", OPENING, "the-same-key")
        return made.hold_id

    assert len(set(at_once(30, hold))) == 1
    check_stored(database, 1)


def test_two_hundred_move_at_once(database: Database, clock: FixedClock) -> None:
    """A hundred appointments on one nearly full day, each moved by two at once."""
    codes = [book(database, clock, number) for number in range(100)]
    moved: list[str] = []
    refusals: list[SlotTaken] = []

    def move(number: int) -> None:
        code, chance = codes[number % 100], random.Random(number)
        wanted = Destination("mitte", OPENING + timedelta(minutes=5 * chance.randrange(46)))
        try:
            with database.writing() as session:
                moving = compose(session, clock, RandomIds(), DELAYED).moving
                moved.append(str(moving.reschedule(code, wanted, f"move-{number}").code))
        except SlotTaken as refusal:
            refusals.append(refusal)

    at_once(RIVALS, move)
    assert len(moved) + len(refusals) == RIVALS
    assert all(refusal.details["next"] for refusal in refusals)
    with database.reading() as session:
        rows = session.execute(
            select(occupancy.c.appointment_id, occupancy.c.resource, occupancy.c.tick).where(
                occupancy.c.held_until.is_(None)
            )
        ).all()
        words = session.execute(select(busy_words)).all()
        stored = session.scalars(select(appointments.c.code)).all()
    assert sorted(stored) == sorted(codes)
    assert set(Counter(appointment for appointment, _, _ in rows).values()) == {3}
    assert len(rows) == 3 * len(codes)
    summed = {(w.resource, w.word * WORD + bit) for w in words for bit in indices(w.bits)}
    assert summed == {(resource, tick) for _, resource, tick in rows}


def test_one_contact_does_not_get_past_its_limit_by_hurrying(
    database: Database, clock: FixedClock
) -> None:
    refused: list[int] = []

    def go(number: int) -> None:
        try:
            book(database, clock, number, "erika@example.org")
        except ContactLimit:
            refused.append(number)

    at_once(20, go)
    assert len(refused) == 17


def book(database: Database, clock: FixedClock, number: int, email: str | None = None) -> str:
    """An appointment of fifteen minutes in Mitte, on a Wednesday at one of six counters."""
    start = OPENING + timedelta(minutes=15 * (number % 16)) + timedelta(weeks=number // 96)
    with database.writing() as session:
        booking = compose(session, clock, RandomIds(), DELAYED).booking
        hold = booking.hold([Item("passport", 1)], "mitte", start, None)
    with database.writing() as session:
        booking = compose(session, clock, RandomIds(), DELAYED).booking
        contact = Contact(f"Person {number}", email, None, "de", None, None)
        return str(booking.confirm(hold.hold_id, contact).code)


def check_stored(database: Database, expected: int) -> None:
    """Every stored appointment has its three ticks on one counter of Walsum; no others exist."""
    with database.reading() as session:
        rows = session.execute(
            select(occupancy.c.appointment_id, occupancy.c.resource, occupancy.c.tick)
        ).all()
        walsum = set(session.scalars(select(counters.c.id).filter_by(office="walsum")))
        stored = session.scalar(select(func.count()).select_from(appointments))
    assert stored == expected
    assert len({(resource, tick) for _, resource, tick in rows}) == len(rows) == 3 * expected
    assert set(Counter(appointment for appointment, _, _ in rows).values()) == {3}
    assert {resource for _, resource, _ in rows} <= walsum
    assert len({(appointment, resource) for appointment, resource, _ in rows}) == expected

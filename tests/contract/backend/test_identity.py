"""The identity service's stores on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Protocol

import pytest
from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Contact as Person
from backend.appointments.domain.appointment import Status
from backend.appointments.repository.appointments import AppointmentRepository
from backend.bridges.identity_bookings import StoredBookings
from backend.identity.domain.challenge import Challenge
from backend.identity.domain.contact import Contact, Kind, email_key
from backend.identity.domain.rules import Rules
from backend.identity.errors import NoAttemptsLeft, TooManyCodes
from backend.identity.jobs import forget_old, send_codes
from backend.identity.keys import Keys
from backend.identity.models import challenges, counters, events, proofs
from backend.identity.ports import Booked, Bookings, Recipient
from backend.identity.service.asking import Request
from backend.identity.service.proving import Proof
from backend.identity.wiring import Identity, Outbox
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.errors import ServiceError
from backend.kit.ids import RandomIds
from tests.contract.backend.crowd import at_once
from tests.fakes.identity import FakeBookings, FakeMessages

ERIKA = "Erika@example.org"
DAY = timedelta(days=1)


@pytest.fixture
def messages() -> FakeMessages:
    return FakeMessages()


@pytest.fixture
def identity(clock: FixedClock, messages: FakeMessages) -> Identity:
    return Identity(
        clock, RandomIds(), Keys("secret"), Rules(), StoredBookings, Outbox(lambda _: messages)
    )


def booked(session: Session, clock: FixedClock, address: str | None, days: int, code: str) -> None:
    repository = AppointmentRepository(session)
    values = {
        "hold_id": code,
        "office": "walsum",
        "start": clock.local() + days * DAY,
        "minutes": 15,
        "services": [["passport", 2]],
        "expires_at": clock.now(),
        "changed_at": clock.now(),
    }
    made = repository.add_hold(values, None)
    assert made is not None
    repository.change(made, status=Status.CONFIRMED, code=code)
    repository.add_contact(made, Person("Erika", address, "0203 1", "de", None, None))


class Book(Protocol):
    def __call__(self, address: str, days: int, code: str) -> None: ...


@contextmanager
def stored_bookings(database: Database, clock: FixedClock) -> Iterator[tuple[Bookings, Book]]:
    with database.writing() as session:
        yield (
            StoredBookings(session),
            lambda address, days, code: booked(session, clock, address, days, code),
        )


@contextmanager
def fake_bookings(_: Database, clock: FixedClock) -> Iterator[tuple[Bookings, Book]]:
    fake = FakeBookings()

    def book(address: str, days: int, code: str) -> None:
        start = clock.local() + days * DAY
        end = start + timedelta(minutes=15)
        fake.stored.append((address, Booked(code, "walsum", start, end, [("passport", 2)])))

    yield fake, book


@pytest.mark.parametrize("make", [stored_bookings, fake_bookings])
def test_bookings_are_found_by_the_address_alone(
    database: Database, clock: FixedClock, make: type
) -> None:
    with make(database, clock) as (bookings, book):
        book("ERIKA@example.org", 2, "K7MP-3WQ2")
        book(ERIKA, 1, "K7MP-3WQ3")
        book("strasse@example.org", 1, "K7MP-3WQ4")
        book(ERIKA, -1, "K7MP-3WQ5")
        book("ÄNNE@example.org", 1, "K7MP-3WQ6")

        def contact(address: str) -> Contact:
            return Contact(Kind.EMAIL, email_key(address))

        assert bookings.recipient(contact("eRIKA@EXAMPLE.org")) == Recipient(Kind.EMAIL, ERIKA)
        own = bookings.upcoming(contact(ERIKA), clock.local())
        assert [each.code for each in own] == ["K7MP-3WQ3", "K7MP-3WQ2"]
        start = clock.local() + DAY
        end = start + timedelta(minutes=15)
        assert own[0] == Booked("K7MP-3WQ3", "walsum", start, end, [("passport", 2)])
        for nobody in ("straße@example.org", "änne@example.org", "%@example.org", "e"):
            assert bookings.recipient(contact(nobody)) is None
            assert bookings.upcoming(contact(nobody), clock.local()) == []
        assert bookings.recipient(contact("ÄNNE@example.org"))
        assert bookings.recipient(Contact(Kind.PHONE, "+492031")) is None


def ask(database: Database, identity: Identity, where: str, key: str | None = None) -> Challenge:
    with database.writing() as session:
        request = Request(ERIKA.lower(), where, "de", "192.0.2.1", key)
        return identity.asking(session).ask(request)


def prove(
    database: Database, identity: Identity, challenge: str, code: str, key: str | None = None
) -> Proof | ServiceError:
    with database.writing() as session:
        return identity.proving(session).prove(challenge, "here", code, key)


def rows(database: Database, table: Table) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_whole_way(
    database: Database, clock: FixedClock, identity: Identity, messages: FakeMessages
) -> None:
    with database.writing() as session:
        booked(session, clock, ERIKA, 1, "K7MP-3WQ3")
    challenge = ask(database, identity, "here")
    send_codes(database, identity)
    proof = prove(database, identity, challenge.id, messages.sent[0].code)
    assert isinstance(proof, Proof)
    with database.reading() as session:
        own = identity.proving(session).appointments(proof.token, "here")
        assert [each.code for each in own] == ["K7MP-3WQ3"]
    clock.advance(2 * DAY)
    forget_old(database, identity, DAY)
    assert [rows(database, t) for t in (challenges, proofs, counters, events)] == [0] * 4


def test_limits_hold_for_rivals(database: Database, identity: Identity) -> None:
    def one(index: int) -> bool:
        try:
            ask(database, identity, f"conversation {index}")
        except TooManyCodes:
            return False
        return True

    assert sum(at_once(20, one)) == 5
    assert rows(database, challenges) == 5


def test_a_repeated_turn_at_the_same_moment_is_one_challenge(
    database: Database, identity: Identity
) -> None:
    made = at_once(12, lambda _: ask(database, identity, "here", "turn").id)
    assert len(set(made)) == 1
    assert rows(database, challenges) == 1


def test_tries_hold_for_rivals(
    database: Database, clock: FixedClock, identity: Identity, messages: FakeMessages
) -> None:
    with database.writing() as session:
        booked(session, clock, ERIKA, 1, "K7MP-3WQ3")
    challenge = ask(database, identity, "here").id
    send_codes(database, identity)
    wrong = f"{(int(messages.sent[0].code) + 1) % 1_000_000:06}"
    refused = at_once(20, lambda _: prove(database, identity, challenge, wrong))
    codes = [each.code for each in refused if isinstance(each, ServiceError)]
    assert codes.count("code_wrong") == 4
    assert codes.count("no_attempts_left") == 16
    assert isinstance(prove(database, identity, challenge, messages.sent[0].code), NoAttemptsLeft)


def test_the_right_code_is_taken_from_one_rival(
    database: Database, clock: FixedClock, identity: Identity, messages: FakeMessages
) -> None:
    with database.writing() as session:
        booked(session, clock, ERIKA, 1, "K7MP-3WQ3")
    challenge = ask(database, identity, "here").id
    send_codes(database, identity)
    code = messages.sent[0].code
    proved = at_once(12, lambda _: prove(database, identity, challenge, code))
    assert sum(isinstance(each, Proof) for each in proved) == 1
    assert rows(database, proofs) == 1


def test_processes_that_send_together_send_once(
    database: Database, clock: FixedClock, identity: Identity, messages: FakeMessages
) -> None:
    with database.writing() as session:
        booked(session, clock, ERIKA, 1, "K7MP-3WQ3")
    asked = {ask(database, identity, f"c{i}").conversation_id for i in range(5)}
    at_once(8, lambda _: send_codes(database, identity))
    assert sorted(each.conversation_id for each in messages.sent) == sorted(asked)


def test_one_that_fails_is_tried_again_and_stops_nobody(
    database: Database, clock: FixedClock, identity: Identity, messages: FakeMessages
) -> None:
    with database.writing() as session:
        booked(session, clock, ERIKA, 1, "K7MP-3WQ3")
        booked(session, clock, "max@example.org", 1, "K7MP-3WQ4")
    ask(database, identity, "here")
    with database.writing() as session:
        identity.asking(session).ask(Request("max@example.org", "there", "en", None, None))
    messages.down.add(ERIKA)
    send_codes(database, identity)
    assert [each.conversation_id for each in messages.sent] == ["there"]
    messages.down.clear()
    send_codes(database, identity)
    assert [each.conversation_id for each in messages.sent] == ["there", "here"]


def test_nothing_secret_is_stored_in_clear(
    database: Database, clock: FixedClock, identity: Identity, messages: FakeMessages
) -> None:
    with database.writing() as session:
        booked(session, clock, ERIKA, 1, "K7MP-3WQ3")
    challenge = ask(database, identity, "here", "turn").id
    send_codes(database, identity)
    code = messages.sent[0].code
    proof = prove(database, identity, challenge, code, "next turn")
    assert isinstance(proof, Proof)
    with database.reading() as session:
        text = repr([session.execute(select(t)).all() for t in (challenges, proofs, counters)])
        noted = repr(session.execute(select(events)).all())
    for secret in (f"'{code}'", proof.token, "192.0.2.1", "next turn"):
        assert secret not in text
    assert "erika" not in noted.lower()
    assert "'here'" not in noted

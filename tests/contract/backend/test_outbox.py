"""The outbox on both databases, with several workers at once."""

import threading
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.ids import RandomIds
from backend.notifications.domain import Draft, Notice, Retrying, State, Way
from backend.notifications.repository import NoticeRepository
from backend.notifications.service.outbox import Outbox
from backend.notifications.service.ports import Temporary
from backend.notifications.service.sending import Send, Sending
from tests.contract.backend.crowd import at_once

DUE = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LEASE = timedelta(minutes=2)


def put(database: Database, recipient: str, *numbers: int) -> None:
    with database.writing() as session:
        outbox = Outbox.on(session, FixedClock(DUE), RandomIds())
        for number in numbers:
            outbox.put(Draft("test.plain", f"test:{number}", Way.EMAIL, recipient, "de", DUE, {}))


def worker(database: Database, clock: FixedClock, send: Send) -> Sending:
    retrying = Retrying(timedelta(seconds=1), timedelta(seconds=1), timedelta(days=1))
    return Sending(Way.EMAIL, send, database, clock, RandomIds(), retrying, LEASE)


def claim(database: Database, now: datetime) -> Notice | None:
    with database.writing() as session:
        return NoticeRepository(session).claim(Way.EMAIL, now, RandomIds().new(), now + LEASE)


def test_workers_never_take_the_same_notice(database: Database) -> None:
    for person in range(40):
        put(database, f"p{person}@example.org", 1)

    def take(_: int) -> list[int]:
        taken = []
        while notice := claim(database, DUE):
            taken.append(notice.id)
        return taken

    taken = [each for found in at_once(6, take) for each in found]
    # A worker that finds every row locked by others may end early; nobody takes one twice.
    assert max(Counter(taken).values()) == 1
    while notice := claim(database, DUE):
        taken.append(notice.id)
    assert len(taken) == len(set(taken)) == 40


def test_everybody_gets_everything_once_and_in_order(database: Database, clock: FixedClock) -> None:
    people = [f"p{number}@example.org" for number in range(8)]
    for person in people:
        put(database, person, *range(6))
    lock, got, in_hand = threading.Lock(), [], set[str]()

    def send(notice: Notice) -> None:
        with lock:
            assert notice.recipient not in in_hand, "two notices to one person at once"
            in_hand.add(notice.recipient)
            fails = notice.attempts == 1 and notice.id % 3 == 0
            if not fails:
                got.append((notice.recipient, notice.about))
        with lock:
            in_hand.discard(notice.recipient)
        if fails:
            raise Temporary("smtp_451")

    for _ in range(8):
        at_once(4, lambda _: worker(database, clock, send).drain())
        clock.advance(timedelta(seconds=2))
    for person in people:
        assert [about for to, about in got if to == person] == [f"test:{n}" for n in range(6)]
    assert len(got) == 48


def test_a_notice_whose_worker_died_is_taken_once_more(database: Database) -> None:
    put(database, "erika@example.org", 1, 2)
    first = claim(database, DUE)
    assert first is not None
    assert claim(database, DUE + LEASE - timedelta(seconds=1)) is None
    again = [each for each in at_once(4, lambda _: claim(database, DUE + LEASE)) if each]
    assert [(each.uid, each.attempts) for each in again] == [(first.uid, 2)]
    with database.writing() as session:
        notices = NoticeRepository(session)
        assert not notices.finish(first, State.SENT, None, DUE)
        assert notices.finish(again[0], State.SENT, None, DUE)
    second = claim(database, DUE + LEASE)
    assert second is not None
    assert second.about == "test:2"


@pytest.mark.parametrize("state", [State.FAILED, State.SENT, State.WITHDRAWN])
def test_what_is_finished_makes_way(database: Database, state: State) -> None:
    put(database, "erika@example.org", 1, 2)
    first = claim(database, DUE)
    assert first is not None
    with database.writing() as session:
        NoticeRepository(session).finish(first, state, "reason", DUE)
    second = claim(database, DUE)
    assert second is not None
    assert second.about == "test:2"


def test_withdrawing_leaves_what_a_worker_has(database: Database) -> None:
    put(database, "erika@example.org", 1)
    put(database, "hans@example.org", 1)
    taken = claim(database, DUE)
    assert taken is not None
    with database.writing() as session:
        NoticeRepository(session).withdraw("test:1", ["test.plain"], DUE)
    with database.reading() as session:
        assert NoticeRepository(session).counts() == {"sending": 1, "withdrawn": 1}


def test_unsubscribing_at_the_same_moment(database: Database) -> None:
    def unsubscribe(_: int) -> None:
        with database.writing() as session:
            NoticeRepository(session).unsubscribe("digest", DUE)

    at_once(4, unsubscribe)
    with database.reading() as session:
        assert NoticeRepository(session).is_unsubscribed("digest")
        assert not NoticeRepository(session).is_unsubscribed("other")


def test_content_is_forgotten(database: Database) -> None:
    put(database, "erika@example.org", 1)
    taken = claim(database, DUE)
    assert taken is not None
    with database.writing() as session:
        NoticeRepository(session).finish(taken, State.SENT, None, DUE)
    with database.writing() as session:
        assert NoticeRepository(session).forget(DUE) == 0
        assert NoticeRepository(session).forget(DUE + timedelta(seconds=1)) == 1
        assert NoticeRepository(session).forget(DUE + timedelta(seconds=1)) == 0

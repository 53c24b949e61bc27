"""Updates are stored once, on both databases; a chat has one conversation."""

from datetime import timedelta

from sqlalchemy.orm import Session

from backend.bridges.privacy_stores import Chats
from backend.channels.domain import Taken, Told
from backend.channels.jobs import forget_old_updates
from backend.channels.repository import ChannelRepository
from backend.channels.service import Channel
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.ids import RandomIds
from tests.contract.backend.crowd import at_once

HELLO = Told(501, "77", {"text": "Hallo"})


def channel(session: Session, clock: FixedClock) -> Channel:
    return Channel("telegram", ChannelRepository(session), clock, RandomIds())


def take(database: Database, clock: FixedClock, *told: Told) -> list[Taken]:
    with database.writing() as session:
        return list(channel(session, clock).take(told))


def test_a_repeat_is_known(database: Database, clock: FixedClock) -> None:
    [first], [again] = take(database, clock, HELLO), take(database, clock, HELLO)
    assert (first.new, again.new) == (True, False)
    assert first.chat is not None


def test_of_many_that_bring_the_same_one_is_first(database: Database, clock: FixedClock) -> None:
    taken = at_once(8, lambda _: take(database, clock, HELLO)[0])
    assert sorted(each.new for each in taken) == [False] * 7 + [True]


def test_a_chat_keeps_its_conversation(database: Database, clock: FixedClock) -> None:
    told = [Told(number, "77", {}) for number in range(501, 509)]
    taken = at_once(8, lambda number: take(database, clock, told[number])[0])
    assert len({each.chat.conversation_id for each in taken if each.chat}) == 1


def test_chats_of_groups_have_none(database: Database, clock: FixedClock) -> None:
    [taken] = take(database, clock, Told(501, None, {}))
    assert taken.chat is None


def test_what_is_not_finished_is_found_in_order(database: Database, clock: FixedClock) -> None:
    take(database, clock, *(Told(n, "77", {"n": n}) for n in (503, 501, 502)))
    with database.writing() as session:
        channel(session, clock).progress(502, 2)
        channel(session, clock).finish(501, "en")
        left = channel(session, clock).unfinished(None, 10)
        assert [(each.update.update_id, each.update.sent) for each in left] == [(502, 2), (503, 0)]
        assert left[0].update.body == {"n": 502}
        assert left[0].chat is not None
        assert left[0].chat.language == "en"
        assert channel(session, clock).unfinished(502, 10)[0].update.update_id == 503


def test_a_chat_that_blocks(database: Database, clock: FixedClock) -> None:
    [taken] = take(database, clock, HELLO)
    assert taken.chat is not None
    with database.writing() as session:
        channel(session, clock).block("77", blocked=True)
        channel(session, clock).block("78", blocked=True)
        blocked = channel(session, clock).chat_of(taken.chat.conversation_id)
        assert blocked.blocked_at == clock.now()
        channel(session, clock).block("77", blocked=False)
        assert channel(session, clock).chat_of(taken.chat.conversation_id).blocked_at is None


def test_of_an_erased_chat_only_numbers_stay(database: Database, clock: FixedClock) -> None:
    [taken] = take(database, clock, HELLO)
    assert taken.chat is not None
    with database.writing() as session:
        Chats(session).forget(taken.chat.conversation_id, clock.now())
        assert ChannelRepository(session).chat("telegram", "77") is None
        assert channel(session, clock).unfinished(None, 10) == []
        channel(session, clock).finish(501, "de")
    assert not take(database, clock, HELLO)[0].new
    [later] = take(database, clock, Told(502, "77", {}))
    assert later.chat is not None
    assert later.chat.conversation_id != taken.chat.conversation_id


def test_numbers_are_forgotten_when_no_repeat_can_come(
    database: Database, clock: FixedClock
) -> None:
    take(database, clock, HELLO, Told(502, "77", {}))
    with database.writing() as session:
        channel(session, clock).finish(501, None)
    clock.advance(timedelta(days=8))
    forget_old_updates(database, clock)
    assert [each.new for each in take(database, clock, HELLO, Told(502, "77", {}))] == [True, False]

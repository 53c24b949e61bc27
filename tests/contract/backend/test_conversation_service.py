from dataclasses import replace
from datetime import timedelta

from sqlalchemy.orm import Session

from backend.conversations.domain import Answer, Incoming, Received, Reply, State
from backend.conversations.gap_repository import GapRepository
from backend.conversations.jobs import forget_old_gaps
from backend.conversations.repository import ConversationRepository
from backend.conversations.service import Conversations
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from tests.contract.backend.crowd import at_once

HELLO = Incoming("m1", "website", "Hallo", "de", None)
REPLY = Reply("Guten Tag", [{"title": "A", "payload": "b"}], {"k": 1})
ANSWER = Answer("de", "greet", 0.9, [REPLY])


def conversations(session: Session, clock: FixedClock) -> Conversations:
    return Conversations(ConversationRepository(session), clock, GapRepository(session))


def receive(database: Database, clock: FixedClock, incoming: Incoming) -> Received:
    with database.writing() as session:
        return conversations(session, clock).receive("c", incoming)


def test_messages_and_replies_come_back(database: Database, clock: FixedClock) -> None:
    assert receive(database, clock, HELLO) == Received(1, State.BOT, None, new=True)
    with database.writing() as session:
        stored = conversations(session, clock).answer("c", "m1", ANSWER)
    again = receive(database, clock, HELLO)
    assert again.replies == stored
    assert not again.new
    assert receive(database, clock, replace(HELLO, message_id="m2")).seq == 3
    with database.reading() as session:
        service = conversations(session, clock)
        assert [each.text for each in service.transcript("c", None, 10)] == [
            "Hallo",
            "Guten Tag",
            "Hallo",
        ]
        assert list(service.latest_replies("c")) == list(stored)
        assert service.get("c").last_seq == 3


def test_simultaneous_messages_are_numbered_without_gaps(
    database: Database, clock: FixedClock
) -> None:
    def send(number: int) -> Received:
        return receive(database, clock, replace(HELLO, message_id=f"m{number % 20}"))

    received = at_once(40, send)
    assert sum(each.new for each in received) == 20
    assert sorted(each.seq for each in received if each.new) == list(range(1, 21))
    assert len({each.seq for each in received}) == 20


def test_a_conversation_is_erased(database: Database, clock: FixedClock) -> None:
    receive(database, clock, HELLO)
    with database.writing() as session:
        ConversationRepository(session).erase("c")
    assert receive(database, clock, HELLO).seq == 1


def test_what_is_not_understood_is_kept_masked_and_forgotten_in_time(
    database: Database, clock: FixedClock
) -> None:
    asked = replace(HELLO, text="Wann holt ihr bei anna@example.org den Sperrmüll?")
    receive(database, clock, asked)
    receive(database, clock, replace(HELLO, message_id="m2"))
    with database.writing() as session:
        service = conversations(session, clock)
        service.answer("c", "m1", replace(ANSWER, intent="out_of_scope"))
        service.answer("c", "m2", ANSWER)
    with database.reading() as session:
        [gap] = GapRepository(session).latest(10)
    assert gap.text == "Wann holt ihr bei [email] den Sperrmüll?"
    forget_old_gaps(database, clock, timedelta(days=1))
    with database.reading() as session:
        assert len(GapRepository(session).latest(10)) == 1
    forget_old_gaps(database, clock, timedelta(days=-1))
    with database.reading() as session:
        assert GapRepository(session).latest(10) == []

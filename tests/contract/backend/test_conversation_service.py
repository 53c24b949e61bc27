from dataclasses import replace

from backend.conversations.domain import Answer, Incoming, Received, Reply, State
from backend.conversations.repository import ConversationRepository
from backend.conversations.service import Conversations
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from tests.contract.backend.crowd import at_once

HELLO = Incoming("m1", "website", "Hallo", "de", None)
REPLY = Reply("Guten Tag", [{"title": "A", "payload": "b"}], {"k": 1})
ANSWER = Answer("de", "greet", 0.9, [REPLY])


def receive(database: Database, clock: FixedClock, incoming: Incoming) -> Received:
    with database.writing() as session:
        return Conversations(ConversationRepository(session), clock).receive("c", incoming)


def test_messages_and_replies_come_back(database: Database, clock: FixedClock) -> None:
    assert receive(database, clock, HELLO) == Received(1, State.BOT, None, new=True)
    with database.writing() as session:
        stored = Conversations(ConversationRepository(session), clock).answer("c", "m1", ANSWER)
    again = receive(database, clock, HELLO)
    assert again.replies == stored
    assert not again.new
    assert receive(database, clock, replace(HELLO, message_id="m2")).seq == 3
    with database.reading() as session:
        service = Conversations(ConversationRepository(session), clock)
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

"""The handover on both databases: one taker, order, nothing lost and nothing twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from backend.conversations.domain import Incoming, Message
from backend.conversations.gap_repository import GapRepository
from backend.conversations.handover.courier import Courier
from backend.conversations.handover.domain.handover import Reason
from backend.conversations.handover.errors import Taken
from backend.conversations.handover.jobs import watch
from backend.conversations.handover.repository.deliveries import DeliveryRepository
from backend.conversations.handover.repository.handovers import HandoverRepository
from backend.conversations.handover.repository.listing import Filters
from backend.conversations.handover.service.calling import CallbackWish, Calling
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.listing import Listing
from backend.conversations.handover.service.present import Presence
from backend.conversations.handover.service.requesting import Requesting, Wanted
from backend.conversations.handover.service.working import Working
from backend.conversations.handover.service.writing import Reacting, Writing
from backend.conversations.handover.settings import HandoverSettings
from backend.conversations.handover.wiring import Handovers, handovers_on
from backend.conversations.repository import ConversationRepository
from backend.conversations.service import Conversations
from backend.kit.actor import Actor
from backend.kit.clock import FixedClock
from backend.kit.container import Container
from backend.kit.database import Database
from backend.kit.ids import RandomIds
from backend.kit.settings import BackendSettings
from backend.kit.texts import load_texts
from backend.kit.throttle import MemoryThrottle
from backend.services import TEXT_FILES
from tests.contract.backend.crowd import at_once
from tests.fakes.telling import FakeTelling

STAFF = [Actor(f"s-{number}", f"Person {number}") for number in range(8)]


@pytest.fixture
def telling() -> FakeTelling:
    return FakeTelling()


@pytest.fixture
def town(database: Database, clock: FixedClock, telling: FakeTelling) -> "Town":
    container = Container(
        settings=BackendSettings(),
        clock=clock,
        ids=RandomIds(),
        database=database,
        texts=load_texts(TEXT_FILES),
        lookups=MemoryThrottle(30),
    )
    return Town(handovers_on(container, HandoverSettings(), telling), database, clock)


class Town:
    """Calls the service, one transaction each."""

    def __init__(self, handovers: Handovers, database: Database, clock: FixedClock) -> None:
        self.handovers = handovers
        self.database = database
        self.clock = clock
        self.courier = handovers.courier
        self.there(STAFF[0])

    def do(self, what: Callable[[Desk], Any]) -> Any:
        with self.database.writing() as session:
            return what(self.handovers.desk(session))

    def there(self, actor: Actor) -> None:
        self.do(lambda desk: Presence(desk).put(actor, "available", 4, ["de"]))

    def writes(self, conversation: str, message: str) -> None:
        def receive(session: Session) -> None:
            repository, gaps = ConversationRepository(session), GapRepository(session)
            service = Conversations(repository, self.clock, gaps)
            incoming = Incoming(message, "website", f"Text {message}", "de", None)
            received = service.receive(conversation, incoming)
            Requesting(self.handovers.desk(session)).heard(conversation, received)

        with self.database.writing() as session:
            receive(session)

    def asks(self, conversation: str, key: str | None = None) -> Any:
        self.writes(conversation, "m-1")
        wanted = Wanted(Reason.REQUEST, "de", None, {})
        return self.do(lambda desk: Requesting(desk).request(conversation, wanted, key))

    def takes(self, actor: Actor, conversation: str = "c-1") -> bool:
        try:
            self.do(lambda desk: Working(desk, actor).take(conversation))
        except Taken:
            return False
        return True

    def texts(self, conversation: str = "c-1") -> list[str]:
        found = self.do(lambda desk: desk.listing.messages(conversation, None, 200))
        assert [each.seq for each in found] == list(range(1, len(found) + 1))
        return [each.text for each in found]


def test_one_of_eight_takes_it(town: Town) -> None:
    town.asks("c-1")
    assert sum(at_once(8, lambda number: town.takes(STAFF[number]))) == 1
    steps = town.do(lambda desk: desk.handovers.transitions_of("c-1"))
    assert [each.step for each in steps] == ["request", "take"]


def test_asking_at_once_makes_one_handover(town: Town) -> None:
    town.writes("c-1", "m-0")
    at_once(8, lambda number: town.asks("c-1", f"k-{number}"))
    assert len(town.do(lambda desk: desk.handovers.all_open())) == 1


def test_both_sides_at_once_are_numbered_without_gaps(town: Town) -> None:
    town.asks("c-1")
    assert town.takes(STAFF[0])

    def talk(number: int) -> None:
        if number % 2:
            town.writes("c-1", f"m-{number % 10}")
        else:
            key = f"x-{number % 10}"
            town.do(lambda desk: Writing(desk, STAFF[0]).message("c-1", key, f"Text {key}"))

    at_once(40, talk)
    texts = town.texts()
    assert len(texts) == len(set(texts))
    assert {f"Text x-{number}" for number in (0, 2, 4, 6, 8)} <= set(texts)


def test_what_is_said_reaches_the_channel_once_and_in_order(
    town: Town, telling: FakeTelling
) -> None:
    town.asks("c-1")
    town.takes(STAFF[0])
    for number in range(5):
        town.do(lambda desk, n=number: Writing(desk, STAFF[0]).message("c-1", f"x-{n}", f"{n}"))
    assert town.courier is not None
    town.courier.stop()
    town.courier.drain("c-1")
    assert [text for _, _, text in telling.delivered][-5:] == ["0", "1", "2", "3", "4"]
    assert len({seq for _, seq, _ in telling.delivered}) == len(telling.delivered) == 6
    assert telling.kinds("c-1").count("delivered") == 6


def test_a_channel_that_fails_gets_it_again_in_order(
    town: Town, database: Database, clock: FixedClock, telling: FakeTelling
) -> None:
    courier = Courier(database, clock, telling)
    assert town.courier is not None
    town.courier.stop()
    town.handovers = Handovers(town.handovers.container, town.handovers.policy)
    town.asks("c-1")
    town.takes(STAFF[0])
    town.do(lambda desk: Writing(desk, STAFF[0]).message("c-1", "x-1", "eins"))
    telling.failing = 1
    assert courier.drain("c-1") == 0
    assert courier.drain("c-1") == 0
    clock.advance(timedelta(seconds=2))
    assert courier.drain("c-1") == 2
    assert [text for _, _, text in telling.delivered][-1] == "eins"
    delivered = town.do(lambda desk: desk.listing.messages("c-1", None, 10))[-1]
    assert delivered.delivered_at is not None


def test_a_worker_that_died_leaves_it_to_the_next(
    town: Town, database: Database, clock: FixedClock, telling: FakeTelling
) -> None:
    assert town.courier is not None
    town.courier.stop()
    town.handovers = Handovers(town.handovers.container, town.handovers.policy)
    town.asks("c-1")
    town.takes(STAFF[0])
    with database.writing() as session:
        now = clock.now()
        lease = now + timedelta(seconds=60)
        assert DeliveryRepository(session).claim("c-1", now, lease) is not None
    courier = Courier(database, clock, telling)
    assert courier.drain("c-1") == 0
    clock.advance(timedelta(seconds=60))
    with database.reading() as session:
        assert DeliveryRepository(session).due(clock.now(), 10) == ["c-1"]
    assert courier.drain("c-1") == 1


def test_nothing_overtakes_what_another_worker_is_about_to_claim(
    town: Town, database: Database, clock: FixedClock
) -> None:
    assert town.courier is not None
    town.courier.stop()
    town.asks("c-1")
    town.takes(STAFF[0])
    town.do(lambda desk: Writing(desk, STAFF[0]).message("c-1", "x-1", "eins"))
    now, lease = clock.now(), clock.now() + timedelta(seconds=60)

    def claim() -> tuple[int, int] | None:
        with database.writing() as session:
            return DeliveryRepository(session).claim("c-1", now, lease)

    with ThreadPoolExecutor(1) as rival:
        with database.writing() as session:
            assert DeliveryRepository(session).claim("c-1", now, lease) is not None
            claimed = rival.submit(claim)
            wait([claimed], timeout=0.3)
        assert claimed.result(20) is None


def test_who_cannot_be_reached_is_left_alone(
    town: Town, database: Database, clock: FixedClock, telling: FakeTelling
) -> None:
    assert town.courier is not None
    town.courier.stop()
    town.asks("c-1")
    town.takes(STAFF[0])
    telling.unreachable = True
    Courier(database, clock, telling).drain("c-1")
    with database.reading() as session:
        assert DeliveryRepository(session).due(clock.now(), 10) == []


def test_a_message_that_is_refused_keeps_none_of_the_others(
    town: Town, database: Database, clock: FixedClock, telling: FakeTelling
) -> None:
    assert town.courier is not None
    town.courier.stop()
    town.asks("c-1")
    town.takes(STAFF[0])
    for text in ("eins", "zwei", "drei"):
        town.do(lambda desk, t=text: Writing(desk, STAFF[0]).message("c-1", t, t))
    telling.refused.add("zwei")
    with capture_logs() as logs:
        Courier(database, clock, telling).drain("c-1")
    assert [text for _, _, text in telling.delivered][-2:] == ["eins", "drei"]
    said = town.do(lambda desk: desk.listing.messages("c-1", None, 10))[-3:]
    assert [each.delivered_at is not None for each in said] == [True, False, True]
    assert telling.kinds("c-1").count("delivered") == len(telling.delivered)
    assert [each["event"] for each in logs] == ["delivery_refused"]
    assert "zwei" not in str(logs)
    with database.reading() as session:
        assert DeliveryRepository(session).due(clock.now() + timedelta(days=1), 10) == []


def test_slow_channels_of_fifteen_people_do_not_keep_another(
    town: Town, database: Database, clock: FixedClock, telling: FakeTelling
) -> None:
    assert town.courier is not None
    town.courier.stop()
    conversations = [f"c-{number}" for number in range(16)]
    for number, each in enumerate(conversations):
        staff = STAFF[number // 4]
        town.there(staff)
        town.asks(each)
        assert town.takes(staff, each)
    # Nobody gets through before all are in hand.
    all_there, deliver = Barrier(len(conversations) + 1), telling.deliver

    def slow(conversation: str, message: Message) -> bool:
        all_there.wait(timeout=20)
        return deliver(conversation, message)

    telling.deliver = slow  # type: ignore[method-assign]
    courier = Courier(database, clock, telling)
    courier.send_soon(conversations)
    all_there.wait(timeout=20)
    courier.stop()
    assert {conversation for conversation, _, _ in telling.delivered} == set(conversations)


def test_two_processes_that_watch_act_once(town: Town, clock: FixedClock) -> None:
    town.asks("c-1")
    town.takes(STAFF[0])
    clock.advance(timedelta(minutes=6))
    town.there(STAFF[0])
    done = at_once(4, lambda _: watch(town.database, town.handovers))
    assert sum(done) == 1
    steps = town.do(lambda desk: desk.handovers.transitions_of("c-1"))
    assert [each.step for each in steps].count("silent") == 1


def test_nothing_is_told_of_what_was_rolled_back(town: Town, telling: FakeTelling) -> None:
    town.asks("c-1")
    told = len(telling.changes)

    def fail(desk: Desk) -> None:
        Working(desk, STAFF[0]).take("c-1")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        town.do(fail)
    assert len(telling.changes) == told
    assert town.do(lambda desk: desk.get("c-1")).state == "waiting"


def test_lists_notes_tags_and_marks(town: Town) -> None:
    for conversation in ("c-1", "c-2"):
        town.asks(conversation)
        town.clock.advance(timedelta(seconds=1))
    town.takes(STAFF[0], "c-2")
    town.do(lambda desk: Writing(desk, STAFF[0]).tags("c-2", ["pass", "pass"]))
    town.do(lambda desk: Writing(desk, STAFF[0]).read("c-2", 1))
    town.do(lambda desk: Reacting(desk).rate("c-2", 3, ""))
    views = {"waiting": ["c-1"], "mine": ["c-2"], "all": ["c-2", "c-1"], "closed": []}
    for view, expected in views.items():
        filters = Filters(view, STAFF[0].id)
        items, more = town.do(lambda desk, f=filters: Listing(desk).page(f, 10))
        assert [each.conversation.id for each in items] == expected
        assert not more
    searched = Filters("all", STAFF[0].id, search="TEXT m", unread=True, department=None)
    items, _ = town.do(lambda desk: Listing(desk).page(searched, 10))
    assert [(each.conversation.id, each.unread) for each in items] == [("c-1", 1)]


def test_everything_goes_with_a_conversation_but_callbacks(town: Town) -> None:
    town.asks("c-1")
    town.takes(STAFF[0])
    town.do(lambda desk: Writing(desk, STAFF[0]).note("c-1", "n", "Notiz"))
    wish = CallbackWish("0203 1", "phone", None, "", None, "de", None)
    callback, _ = town.do(lambda desk: Calling(desk).ask("c-1", wish, "k"))
    with town.database.writing() as session:
        ConversationRepository(session).erase("c-1")
        assert HandoverRepository(session).all_open() == []
        assert HandoverRepository(session).transitions_of("c-1") == []
    [kept] = town.do(lambda desk: desk.callbacks.all(done=False, department=None))
    assert (kept.id, kept.conversation_id) == (callback.id, None)

"""What becomes of notices: sent, put off, failed, withdrawn."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.notifications.domain import Notice, State, Way
from backend.notifications.jobs import forget_old, set_aside
from backend.notifications.repository import NoticeRepository
from backend.notifications.service.ports import Permanent, Temporary
from backend.notifications.unsubscribing import digest
from tests.unit.backend.notifications.support import ERIKA, House, draft

HANS = "hans@example.org"


class World:
    """Takes notices; ``failures`` are raised first, by recipient."""

    def __init__(self) -> None:
        self.got: list[tuple[str, str]] = []
        self.failures: dict[str, list[Exception]] = {}

    def __call__(self, notice: Notice) -> None:
        if self.failures.get(notice.recipient):
            raise self.failures[notice.recipient].pop(0)
        self.got.append((notice.recipient, notice.about))


@pytest.fixture
def world() -> World:
    return World()


def test_what_is_due_is_sent_once(house: House, world: World) -> None:
    house.put(draft())
    assert house.worker(send=world).drain() == 1
    assert house.worker(send=world).drain() == 0
    assert house.rows("state", "attempts", "reason") == [("sent", 1, None)]


def test_nothing_is_sent_before_it_is_due(house: House, world: World) -> None:
    house.put(draft(due_at=house.clock.now() + timedelta(minutes=1)))
    assert house.worker(send=world).drain() == 0
    house.later(minutes=1)
    assert house.worker(send=world).drain() == 1


def test_the_order_is_that_of_the_due_times(house: House, world: World) -> None:
    now = house.clock.now()
    for number, minutes in enumerate((3, 1, 2, 1)):
        house.put(draft(about=f"test:{number}", due_at=now - timedelta(minutes=minutes)))
    house.worker(send=world).drain()
    assert [about for _, about in world.got] == ["test:0", "test:2", "test:1", "test:3"]


def test_a_failure_that_may_pass_holds_up_this_person_alone(house: House, world: World) -> None:
    house.put(draft(about="test:1"), draft(about="test:2"), draft(recipient=HANS))
    world.failures[ERIKA] = [Temporary("smtp_451")]
    house.worker(send=world).drain()
    assert [recipient for recipient, _ in world.got] == [HANS]
    assert house.rows("state", "reason")[0] == ("waiting", "smtp_451")
    house.later(seconds=60)
    house.worker(send=world).drain()
    assert world.got[1:] == [(ERIKA, "test:1"), (ERIKA, "test:2")]


def test_a_broken_address_blocks_nobody(house: House, world: World) -> None:
    house.put(draft(about="test:1"), draft(about="test:2"), draft(recipient=HANS))
    world.failures[ERIKA] = [Permanent("smtp_550")]
    house.worker(send=world).drain()
    assert world.got == [(ERIKA, "test:2"), (HANS, "test:1")]
    assert house.rows("state", "reason")[0] == ("failed", "smtp_550")


def test_after_two_days_it_is_given_up(house: House, world: World) -> None:
    house.put(draft())
    world.failures[ERIKA] = [Temporary("smtp_451") for _ in range(500)]
    for _ in range(60):
        house.worker(send=world).drain()
        house.later(hours=1)
    assert house.rows("state", "reason") == [("failed", "given_up: smtp_451")]
    assert 40 < house.rows("attempts")[0][0] < 60


def test_while_the_way_is_down_nobody_is_tried_in_vain(house: House, world: World) -> None:
    house.put(draft(), draft(recipient=HANS))
    world.failures = {ERIKA: [Temporary("refused", down=True)], HANS: []}
    house.worker(send=world).drain()
    assert world.got == []
    assert house.rows("attempts") == [(1,), (0,)]


def test_a_notice_that_breaks_the_sender_does_not_keep_the_others(
    house: House, world: World
) -> None:
    house.put(draft(), draft(recipient=HANS))
    world.failures[ERIKA] = [KeyError("personal")]
    house.worker(send=world).drain()
    assert [recipient for recipient, _ in world.got] == [HANS]
    assert house.rows("state", "reason")[0] == ("waiting", "KeyError")


def test_what_has_become_useless_is_not_sent(house: House, world: World) -> None:
    house.put(draft(useless_at=house.clock.now() + timedelta(minutes=5)))
    house.later(minutes=5)
    assert house.worker(send=world).drain() == 0
    assert house.rows("state", "reason") == [("withdrawn", "too_late")]


def test_a_dead_worker_s_notice_is_sent_again_after_its_lease(house: House, world: World) -> None:
    house.put(draft(about="test:1"), draft(about="test:2"))

    class Killed(BaseException): ...

    def die(notice: Notice) -> None:
        world(notice)
        raise Killed

    with pytest.raises(Killed):
        house.worker(send=die).drain()
    house.later(seconds=119)
    assert house.worker(send=world).drain() == 0  # order: the second waits for the first
    house.later(seconds=1)
    assert house.worker(send=world).drain() == 2
    assert [about for _, about in world.got] == ["test:1", "test:1", "test:2"]


def test_who_lost_the_lease_records_nothing(house: House, world: World) -> None:
    house.put(draft())

    def slow(notice: Notice) -> None:
        house.later(seconds=121)
        assert house.worker(send=world).drain() == 1
        raise Permanent("smtp_550")

    house.worker(send=slow).drain()
    assert house.rows("state", "attempts") == [("sent", 2)]


def test_optional_mails_are_not_sent_to_who_does_not_want_them(house: House, world: World) -> None:
    with house.database.writing() as session:
        NoticeRepository(session).unsubscribe(digest(ERIKA), house.clock.now())
    house.put(
        draft(optional=True, recipient="Erika@Example.org"),
        draft(about="test:2"),
        draft(optional=True, recipient=HANS),
    )
    house.worker(send=world).drain()
    assert world.got == [(ERIKA, "test:2"), (HANS, "test:1")]
    assert house.rows("state", "reason")[0] == ("withdrawn", "unsubscribed")


def test_secret_facts_are_gone_once_the_notice_is(house: House, world: World) -> None:
    house.put(draft(secret=True, facts={"code": "123456"}), draft(facts={"plain": 1}))
    house.worker(send=world).drain()
    assert house.rows("facts") == [(None,), ({"plain": 1},)]


def test_content_and_recipient_are_forgotten_after_a_while(house: House, world: World) -> None:
    house.put(draft(facts={"a": 1}), draft(due_at=datetime(2027, 1, 1, tzinfo=UTC)))
    house.worker(send=world).drain()
    kept = timedelta(days=30)
    house.later(days=30)
    forget_old(house.database, house.clock, kept)
    assert house.rows("recipient")[0] == (ERIKA,)
    house.later(seconds=1)
    forget_old(house.database, house.clock, kept)
    assert house.rows("facts", "recipient") == [(None, ""), ({}, ERIKA)]


def test_without_a_mail_server_what_is_due_is_set_aside(house: House, world: World) -> None:
    tomorrow = house.clock.now() + timedelta(days=1)
    house.put(draft(), draft(due_at=tomorrow), draft(way=Way.CHAT))
    set_aside(house.database, house.clock, Way.EMAIL)
    assert [state for (state,) in house.rows("state")] == ["off", "waiting", "waiting"]


def test_a_worker_leaves_what_goes_by_another_way(house: House, world: World) -> None:
    house.put(draft(way=Way.CHAT, recipient="c-1"))
    assert house.worker(Way.EMAIL, world).drain() == 0
    assert house.rows("state") == [("waiting",)]


def test_a_process_that_stops_ends_after_the_notice_in_hand(house: House, world: World) -> None:
    house.put(draft(about="test:1"), draft(about="test:2"))
    assert house.worker(send=world).drain(lambda: bool(world.got)) == 1


def test_what_is_shown_of_a_failure_names_nobody(house: House, world: World) -> None:
    house.put(draft())
    world.failures[ERIKA] = [Permanent("smtp_550")]
    house.worker(send=world).drain()
    with house.database.reading() as session:
        found = NoticeRepository(session)
        [shown] = found.latest(State.FAILED, 10)
        assert found.counts() == {"failed": 1}
    assert shown["reason"] == "smtp_550"
    assert ERIKA not in repr(shown)

"""``POST /deliver`` on fakes."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from connectors.core.deliver import deliver_app
from connectors.core.inbox import Change, Inbox
from connectors.core.listeners import Listeners, Undeliverable
from connectors.core.turn import Notice, Standing, Turn
from tests.fakes.conversations import FakeConversations

NOTICE: dict[str, Any] = {
    "id": "notice-1",
    "conversation_id": "c-1",
    "language": "de",
    "text": "Wir erinnern Sie an Ihren Termin.",
    "buttons": [{"title": "Absagen", "payload": '/cancel_appointment{"code": "K7MP-3WQX"}'}],
}


@pytest.fixture
async def conversations() -> FakeConversations:
    made = FakeConversations()
    await made.accept(Turn("c-1", "m-1", "website", "Hallo"))
    return made


@pytest.fixture
def listeners() -> Listeners:
    return Listeners()


@pytest.fixture
def client(conversations: FakeConversations, listeners: Listeners) -> Iterator[TestClient]:
    with TestClient(deliver_app(conversations, listeners)) as running:
        yield running


def test_it_is_stored_and_shown(
    client: TestClient, conversations: FakeConversations, listeners: Listeners
) -> None:
    heard: list[Notice] = []

    async def listen(notice: Notice) -> None:
        heard.append(notice)

    listeners.join("c-1", listen)
    assert client.post("/deliver", json=NOTICE).json() == {"seq": 2, "reached": True}
    assert conversations.record("c-1")[1] == ("bot", NOTICE["text"])
    [notice] = heard
    assert (notice.reply.seq, notice.language) == (2, "de")


def test_a_repeat_is_stored_once(client: TestClient, conversations: FakeConversations) -> None:
    answers = [client.post("/deliver", json=NOTICE).json() for _ in range(2)]
    assert answers == [{"seq": 2, "reached": False}] * 2
    assert len(conversations.record("c-1")) == 2


def test_a_conversation_that_is_gone(client: TestClient) -> None:
    assert client.post("/deliver", json=NOTICE | {"conversation_id": "c-2"}).status_code == 404


def test_a_record_that_does_not_answer(
    client: TestClient, conversations: FakeConversations
) -> None:
    conversations.down = True
    assert client.post("/deliver", json=NOTICE).status_code == 503


@pytest.mark.parametrize(
    "change", [{"text": ""}, {"id": ""}, {"language": "German"}, {"buttons": [{}]}, {"more": 1}]
)
def test_what_is_no_delivery(client: TestClient, change: dict[str, Any]) -> None:
    assert client.post("/deliver", json=NOTICE | change).status_code == 422


async def test_a_line_that_fails_does_not_keep_the_others() -> None:
    from connectors.core.turn import Reply

    listeners, heard = Listeners(), []

    async def broken(notice: Notice) -> None:
        raise RuntimeError

    async def listen(notice: Notice) -> None:
        heard.append(notice.id)

    listeners.join("c-1", broken)
    listeners.join("c-1", listen)
    listeners.join("c-2", listen)
    listeners.join("c-1", listen)
    notice = Notice("n", "de", Reply("Hallo"))
    await listeners.tell("c-1", notice)
    await listeners.tell("c-2", notice)
    assert heard == ["n"]
    listeners.leave(listen)
    listeners.leave(broken)
    await listeners.tell("c-1", notice)
    assert heard == ["n"]


STORED = NOTICE | {"id": "staff-1", "seq": 7, "role": "staff", "sender": "Frau Yilmaz"}


def test_what_is_stored_already_is_only_shown(
    client: TestClient, conversations: FakeConversations, listeners: Listeners
) -> None:
    heard: list[Notice] = []

    async def listen(notice: Notice) -> None:
        heard.append(notice)

    listeners.join("c-1", listen)
    assert client.post("/deliver", json=STORED).json() == {"seq": 7, "reached": True}
    assert len(conversations.record("c-1")) == 1
    [notice] = heard
    assert (notice.role, notice.sender, notice.reply.seq) == ("staff", "Frau Yilmaz", 7)


@pytest.mark.parametrize(
    ("failure", "status"), [(None, 200), (Undeliverable(), 422), (RuntimeError(), 503)]
)
def test_a_channel_that_sends_is_asked_once(
    client: TestClient, listeners: Listeners, failure: Exception | None, status: int
) -> None:
    sent: list[tuple[str, str]] = []

    async def send(conversation_id: str, notice: Notice) -> None:
        sent.append((conversation_id, notice.reply.text))
        if failure:
            raise failure

    listeners.serve("website", send)
    # The channel is the delivery's, or that of the conversation.
    for body in (NOTICE, STORED | {"channel": "website"}):
        assert client.post("/deliver", json=body).status_code == status
    assert sent == [("c-1", NOTICE["text"])] * 2
    other = client.post("/deliver", json=STORED | {"channel": "telegram"})
    assert other.json() == {"seq": 7, "reached": False}


def test_changes_reach_pages_and_lines(conversations: FakeConversations) -> None:
    listeners, inbox = Listeners(), Inbox()
    heard: list[Notice] = []
    told: list[Change] = []

    async def listen(notice: Notice) -> None:
        heard.append(notice)

    async def watch(change: Change) -> None:
        told.append(change)

    listeners.join("c-1", listen)
    inbox.join(watch)
    place = {"state": "waiting", "position": 2, "wait_minutes": None, "staff": None}
    typing = {"kind": "typing", "conversation_id": "c-1", "data": {"by": "staff", "staff": "A"}}
    body = {
        "changes": [typing, {"kind": "presence", "conversation_id": None}],
        "places": [{"conversation_id": "c-1", "language": "de", "standing": place}],
    }
    with TestClient(deliver_app(conversations, listeners, inbox)) as client:
        assert client.post("/changes", json=body).status_code == 200
    assert [(each.kind, each.reply.seq, each.sender) for each in heard] == [
        ("typing", None, "A"),
        ("state", None, None),
    ]
    assert heard[1].standing == Standing("waiting", 2)
    assert [each.kind for each in told] == ["typing", "presence"]


def test_pages_of_staff_do_not_wait_for_lines(conversations: FakeConversations) -> None:
    listeners, inbox = Listeners(), Inbox()
    order: list[str] = []

    async def listen(notice: Notice) -> None:
        order.append("line")

    async def watch(change: Change) -> None:
        order.append("page")

    listeners.join("c-1", listen)
    inbox.join(watch)
    place = {"state": "waiting", "position": 2}
    body = {
        "changes": [
            {"kind": "typing", "conversation_id": "c-1", "data": {"by": "staff", "staff": "A"}},
            {"kind": "presence", "conversation_id": None},
        ],
        "places": [{"conversation_id": "c-1", "language": "de", "standing": place}],
    }
    with TestClient(deliver_app(conversations, listeners, inbox)) as client:
        assert client.post("/changes", json=body).status_code == 200
    assert order == ["page", "page", "line", "line"]

"""``WS /chat/ws`` on fakes."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from connectors.core.listeners import Listeners
from connectors.core.tokens import Tokens
from connectors.core.turn import Button, Choice, Notice, Reply
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine


@pytest.fixture
def socket(client: TestClient) -> Iterator[WebSocketTestSession]:
    with client.websocket_connect("/chat/ws") as opened:
        yield opened


def receive(socket: WebSocketTestSession, kind: str) -> dict[str, Any]:
    frame: dict[str, Any] = socket.receive_json()
    assert frame["type"] == kind, frame
    return frame


def hello(socket: WebSocketTestSession, **fields: Any) -> dict[str, Any]:
    socket.send_json({"type": "hello", **fields})
    return receive(socket, "welcome")


def converse(socket: WebSocketTestSession, text: str, name: str) -> list[dict[str, Any]]:
    """Send a message; all frames up to ``done``."""
    socket.send_json({"type": "message", "text": text, "id": name})
    frames = []
    while not frames or frames[-1]["type"] != "done":
        frames.append(socket.receive_json())
    return frames


def test_a_new_visitor_is_welcomed(socket: WebSocketTestSession, tokens: Tokens) -> None:
    welcome = hello(socket, language="en")
    assert tokens.verify(welcome["conversation_id"])
    assert (welcome["language"], welcome["messages"]) == ("en", [])


def test_a_message_is_accepted_and_answered(socket: WebSocketTestSession) -> None:
    hello(socket)
    accepted, typing, reply, done = converse(socket, "Hallo", "m-1")
    assert accepted == {"type": "accepted", "id": "m-1", "seq": 1}
    assert typing == {"type": "typing"}
    assert (reply["type"], reply["text"], reply["seq"]) == ("reply", "Gehört: Hallo", 2)
    assert reply["in_reply_to"] == done["in_reply_to"] == "m-1"


def test_a_visitor_who_returns_sees_the_record(
    client: TestClient, socket: WebSocketTestSession, engine: FakeEngine
) -> None:
    engine.replies = (Reply("Wo?", (Button("Süd", "/inform"),)),)
    token = hello(socket)["conversation_id"]
    converse(socket, "Hallo", "m-1")
    with client.websocket_connect("/chat/ws") as again:
        shown = hello(again, conversation_id=token)["messages"]
        assert [message["text"] for message in shown] == ["Hallo", "Wo?"]
        assert shown[1]["buttons"] == [{"title": "Süd", "payload": "b.2.0"}]
        assert [m["seq"] for m in hello(again, conversation_id=token, after=1)["messages"]] == [2]


@pytest.mark.parametrize("after", [-1, "1", None, 1.5, []])
def test_a_place_that_is_none_shows_everything(socket: WebSocketTestSession, after: Any) -> None:
    token = hello(socket)["conversation_id"]
    converse(socket, "Hallo", "m-1")
    assert len(hello(socket, conversation_id=token, after=after)["messages"]) == 2


def test_a_repeated_message_gets_the_same_replies(
    socket: WebSocketTestSession, engine: FakeEngine
) -> None:
    hello(socket)
    assert converse(socket, "Hallo", "m-1") == converse(socket, "Hallo", "m-1")
    assert engine.texts() == ["Hallo"]


def test_messages_sent_at_once_are_answered_in_order(
    socket: WebSocketTestSession, engine: FakeEngine
) -> None:
    hello(socket)
    for number in range(5):
        socket.send_json({"type": "message", "text": str(number), "id": f"m-{number}"})
    done = []
    while len(done) < 5:
        frame = socket.receive_json()
        done += [frame["in_reply_to"]] if frame["type"] == "done" else []
    assert done == [f"m-{number}" for number in range(5)]


def test_the_language_toggle_is_a_turn(socket: WebSocketTestSession, engine: FakeEngine) -> None:
    hello(socket, language="de")
    socket.send_json({"type": "language", "language": "en", "id": "m-1"})
    while socket.receive_json()["type"] != "done":
        pass
    assert engine.heard[0][1] == Choice("switch_language", {"language": "en"})
    converse(socket, "ok", "m-2")
    assert engine.heard[1][0].language == "en"


@pytest.mark.parametrize(
    "raw",
    [
        *("", "{", "[]", "null", "7", "{}", '{"type": "nonsense"}', '{"type": "message"}'),
        *('{"type": "message", "text": 7}', '{"type": "language", "language": "fr"}'),
        pytest.param("[" * 50_000, id="deep"),
    ],
)
def test_a_frame_that_is_none_is_told_and_the_line_stays_open(
    socket: WebSocketTestSession, raw: str
) -> None:
    hello(socket)
    socket.send_text(raw)
    assert receive(socket, "error")["code"] == "request_malformed"
    assert converse(socket, "Hallo", "m-1")[-1]["type"] == "done"


def test_a_problem_names_the_message_it_is_about(socket: WebSocketTestSession) -> None:
    hello(socket)
    socket.send_json({"type": "message", "text": " ", "id": "m-1"})
    error = receive(socket, "error")
    assert (error["code"], error["id"]) == ("message_empty", "m-1")


def test_a_frame_far_too_long_is_told(socket: WebSocketTestSession) -> None:
    hello(socket)
    socket.send_text(json.dumps({"type": "message", "text": "x" * 300_000}))
    assert receive(socket, "error")["code"] == "message_too_long"


def test_nobody_speaks_before_hello(socket: WebSocketTestSession, engine: FakeEngine) -> None:
    socket.send_json({"type": "message", "text": "Hallo"})
    assert receive(socket, "error")["code"] == "request_malformed"
    assert engine.heard == []


def test_a_forged_token_is_told(socket: WebSocketTestSession) -> None:
    socket.send_json({"type": "hello", "conversation_id": Tokens("other").sign("c-1")})
    assert receive(socket, "error")["code"] == "conversation_unknown"


def test_what_could_not_be_stored_is_told(
    socket: WebSocketTestSession, conversations: FakeConversations
) -> None:
    hello(socket)
    conversations.down = True
    socket.send_json({"type": "message", "text": "Please help me", "id": "m-1"})
    error = receive(socket, "error")
    assert (error["code"], error["id"]) == ("not_stored", "m-1")
    assert "did not reach us" in error["message"]


def test_a_fault_of_ours_is_told_and_the_line_goes_on(
    socket: WebSocketTestSession, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    hello(socket)
    with monkeypatch.context() as faulty:
        faulty.setattr(engine, "answer", broken)
        socket.send_json({"type": "message", "text": "Hallo", "id": "m-1"})
        receive(socket, "accepted")
        receive(socket, "typing")
        error = receive(socket, "error")
    assert (error["code"], error["id"]) == ("not_stored", "m-1")
    assert converse(socket, "Hallo", "m-1")[-1]["in_reply_to"] == "m-1"


def test_what_failed_here_is_shown_here_once_another_line_has_it_answered(
    client: TestClient,
    socket: WebSocketTestSession,
    engine: FakeEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    token = hello(socket)["conversation_id"]
    engine_answer = engine.answer

    async def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(engine, "answer", broken)
    socket.send_json({"type": "message", "text": "Hallo", "id": "m-1"})
    for kind in ("accepted", "typing", "error"):
        receive(socket, kind)
    monkeypatch.setattr(engine, "answer", engine_answer)
    with client.websocket_connect("/chat/ws") as other:
        hello(other, conversation_id=token)
        converse(other, "Hallo", "m-1")
        assert receive(socket, "reply")["text"] == "Gehört: Hallo"


def test_a_turn_runs_to_its_end_when_the_browser_leaves(
    client: TestClient, conversations: FakeConversations, tokens: Tokens
) -> None:
    with client.websocket_connect("/chat/ws") as socket:
        token = hello(socket)["conversation_id"]
        socket.send_json({"type": "message", "text": "Hallo", "id": "m-1"})
        receive(socket, "accepted")
    with client.websocket_connect("/chat/ws") as again:
        hello(again, conversation_id=token)
    assert ("bot", "Gehört: Hallo") in conversations.record(tokens.verify(token) or "")


def test_a_binary_frame_is_told(socket: WebSocketTestSession) -> None:
    hello(socket)
    socket.send_bytes(b"\x00\xff")
    assert receive(socket, "error")["code"] == "upload_refused"


def test_what_the_bot_says_by_itself_is_shown_at_once(
    client: TestClient,
    socket: WebSocketTestSession,
    conversations: FakeConversations,
    listeners: Listeners,
    tokens: Tokens,
    engine: FakeEngine,
) -> None:
    token = hello(socket)["conversation_id"]
    converse(socket, "Hallo", "m-1")
    name = tokens.verify(token) or ""
    payload = '/cancel_appointment{"code": "K7MP-3WQX"}'
    notice = Notice("notice-1", "de", Reply("Erinnerung", (Button("Absagen", payload),)))

    async def deliver() -> None:
        stored = await conversations.store_notice(name, notice)
        await listeners.tell(name, replace(notice, reply=stored))

    assert client.portal is not None
    client.portal.call(deliver)
    frame = receive(socket, "reply")
    assert (frame["text"], frame["seq"], frame["in_reply_to"]) == ("Erinnerung", 3, None)
    assert frame["buttons"] == [{"title": "Absagen", "payload": "b.3.0"}]
    socket.send_json({"type": "message", "text": "Absagen", "payload": "b.3.0", "id": "m-2"})
    while socket.receive_json()["type"] != "done":
        pass
    assert engine.heard[-1][1] == Choice("cancel_appointment", {"code": "K7MP-3WQX"})
    with client.websocket_connect("/chat/ws") as again:
        shown = hello(again, conversation_id=token)["messages"][2]
        assert (shown["text"], shown["role"], shown["id"]) == ("Erinnerung", "bot", None)


def test_nobody_listens_after_leaving(client: TestClient, listeners: Listeners) -> None:
    with client.websocket_connect("/chat/ws") as socket:
        hello(socket)
        assert len(listeners) == 1
        hello(socket)
        assert len(listeners) == 1
    assert len(listeners) == 0

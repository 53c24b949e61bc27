"""The widget's line, WS /chat/ws, from the outside."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from language.detection import detect
from tests.servers.frontdoor import FrontDoor

SECONDS = 20


class Line:
    """An open socket that has said hello."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    def send(self, frame: object) -> None:
        self._socket.send(frame if isinstance(frame, str | bytes) else json.dumps(frame))

    def receive(self) -> dict[str, Any]:
        frame: dict[str, Any] = json.loads(self._socket.recv(timeout=SECONDS))
        return frame

    def until(self, kind: str) -> list[dict[str, Any]]:
        """All frames up to the next one of this kind."""
        frames = [self.receive()]
        while frames[-1]["type"] != kind:
            frames.append(self.receive())
        return frames

    def say(self, text: str, message_id: str) -> list[dict[str, Any]]:
        self.send({"type": "message", "id": message_id, "text": text})
        return self.until("done")

    def hello(self, **fields: object) -> dict[str, Any]:
        self.send({"type": "hello", "language": "de", **fields})
        return self.receive()


@contextmanager
def line(door: FrontDoor) -> Iterator[Line]:
    address = f"ws://127.0.0.1:{door.port}/chat/ws"
    with connect(address, open_timeout=SECONDS, max_size=None) as socket:
        yield Line(socket)


@pytest.fixture
def chat(front_door: FrontDoor) -> Iterator[Line]:
    with line(front_door) as open_line:
        open_line.hello()
        yield open_line


def test_a_turn_is_accepted_answered_and_done(chat: Line) -> None:
    frames = chat.say("Ich brauche einen Termin für einen Reisepass", "m-1")
    kinds = [frame["type"] for frame in frames]
    assert kinds[0] == "accepted"
    assert kinds[-1] == "done"
    replies = [frame for frame in frames if frame["type"] == "reply"]
    assert replies
    assert {frame["in_reply_to"] for frame in replies} == {"m-1"}
    assert {frame["language"] for frame in replies} == {"de"}


BAD_FRAMES = {
    "nothing": "",
    "no json": "Termin",
    "list": "[]",
    "number": "7",
    "unknown type": '{"type": "restart"}',
    "no type": '{"text": "Termin"}',
    "text missing": '{"type": "message"}',
    "text of wrong type": '{"type": "message", "text": {"a": 1}}',
    "id of wrong type": '{"type": "message", "text": "Termin", "id": 5}',
    "empty text": '{"type": "message", "text": "  "}',
    "too long": json.dumps({"type": "message", "text": "Termin " * 15_000}),
    "far too long": json.dumps({"type": "message", "text": "bitte einen Termin " * 20_000}),
    "deep": "[" * 50_000 + "]" * 50_000,
    "unknown language": '{"type": "language", "language": "fr"}',
    "no language": '{"type": "language"}',
    "forged token": '{"type": "hello", "conversation_id": "abc.def"}',
    "token of wrong type": '{"type": "hello", "conversation_id": {"a": 1}}',
}


@pytest.mark.parametrize("name", BAD_FRAMES)
def test_a_bad_frame_is_answered_in_words_and_the_line_stays(chat: Line, name: str) -> None:
    chat.send(BAD_FRAMES[name])
    problem = chat.receive()
    assert problem["type"] == "error"
    assert detect(problem["message"], None) == "de"
    assert chat.say("Danke", "m-2")[-1]["type"] == "done"


def test_a_binary_frame_does_no_harm(chat: Line, front_door: FrontDoor) -> None:
    began = len(front_door.log_text())
    chat.send(b"\x00\xff\xfe")
    assert _answer_or_close_code(chat) in ("error", 1003, 1007)
    assert "Traceback" not in front_door.log_text()[began:]


def _answer_or_close_code(chat: Line) -> object:
    try:
        return chat.receive()["type"]
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


@pytest.mark.parametrize(
    "after",
    [
        -1,
        10**30,
        True,
        "5",
        None,
        [1],
        1.5,
    ],
)
def test_any_after_is_welcomed(front_door: FrontDoor, chat: Line, after: object) -> None:
    token = chat.hello()["conversation_id"]
    chat.say("Danke", "m-1")
    with line(front_door) as second:
        assert second.hello(conversation_id=token, after=after)["type"] == "welcome"


def test_a_conversation_in_which_nothing_was_said_can_be_resumed(front_door: FrontDoor) -> None:
    with line(front_door) as first:
        token = first.hello()["conversation_id"]
    with line(front_door) as second:
        welcome = second.hello(conversation_id=token)
    assert welcome["type"] == "welcome"
    assert welcome["conversation_id"] == token


def test_nothing_is_said_before_hello(front_door: FrontDoor) -> None:
    with line(front_door) as silent:
        silent.send({"type": "message", "id": "m-1", "text": "Termin"})
        assert silent.receive()["type"] == "error"


def test_a_resumed_conversation_is_shown_without_meanings(front_door: FrontDoor) -> None:
    with line(front_door) as first:
        token = first.hello()["conversation_id"]
        first.say("Ich brauche einen Termin für einen Reisepass", "m-1")
    with line(front_door) as second:
        shown = second.hello(conversation_id=token)["messages"]
    assert [message["role"] for message in shown][:2] == ["person", "bot"]
    payloads = [button["payload"] for message in shown for button in message["buttons"]]
    assert payloads
    assert not [payload for payload in payloads if "/" in payload]
    assert "conversation_id" not in json.dumps(shown)


def test_messages_sent_at_once_are_answered_in_order(chat: Line, front_door: FrontDoor) -> None:
    ids = [f"m-{number}" for number in range(5)]
    for message_id in ids:
        chat.send({"type": "message", "id": message_id, "text": "Was kostet ein Reisepass?"})
    frames = [frame for _ in ids for frame in chat.until("done")]
    assert [frame["in_reply_to"] for frame in frames if frame["type"] == "done"] == ids
    replied = [frame["in_reply_to"] for frame in frames if frame["type"] == "reply"]
    assert replied == sorted(replied)


def test_a_repeated_message_gets_the_same_replies(chat: Line) -> None:
    def replies() -> list[dict[str, Any]]:
        return [frame for frame in chat.say("Danke", "m-1") if frame["type"] == "reply"]

    assert replies() == replies()


def test_the_language_toggle_keeps_the_task(chat: Line) -> None:
    chat.say("Ich brauche einen Termin für einen Reisepass", "m-1")
    chat.send({"type": "language", "id": "m-2", "language": "en"})
    replies = [frame for frame in chat.until("done") if frame["type"] == "reply"]
    assert {frame["language"] for frame in replies} == {"en"}
    assert "How many people" in replies[-1]["text"]


def test_a_turn_ends_although_the_browser_has_gone(front_door: FrontDoor) -> None:
    from tests.servers.waiting import wait_until

    with line(front_door) as first:
        token = first.hello()["conversation_id"]
        first.send({"type": "message", "id": "m-1", "text": "Was kostet ein Reisepass?"})
        first.until("accepted")
    inside = token.partition(".")[0]
    wait_until(
        "the answer is on record",
        lambda: any(m.role == "bot" for m in front_door.records.messages(inside)),
        SECONDS,
    )

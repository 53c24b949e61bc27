"""What is said in one tab is shown in the others, once and in order."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from tests.fakes.conversations import FakeConversations


@pytest.fixture
def tabs(client: TestClient) -> Iterator[list[WebSocketTestSession]]:
    """Three tabs of one conversation that has begun; the first frame of each is read."""
    begun = client.post("/chat/messages", json={"text": "Hallo", "id": "m-0"}).json()
    with ExitStack() as stack:
        opened = [stack.enter_context(client.websocket_connect("/chat/ws")) for _ in range(3)]
        for tab in opened:
            tab.send_json({"type": "hello", "conversation_id": begun["conversation_id"]})
            assert [m["seq"] for m in tab.receive_json()["messages"]] == [1, 2]
        yield opened


def say(tab: WebSocketTestSession, text: str, message_id: str) -> list[dict[str, Any]]:
    tab.send_json({"type": "message", "id": message_id, "text": text})
    frames = [tab.receive_json()]
    while frames[-1]["type"] != "done":
        frames.append(tab.receive_json())
    return frames


def test_a_turn_is_shown_in_the_other_tabs(tabs: list[WebSocketTestSession]) -> None:
    first, *others = tabs
    say(first, "Termin", "m-1")
    for tab in others:
        person, bot = tab.receive_json(), tab.receive_json()
        assert (person["type"], person["role"], person["text"]) == ("reply", "person", "Termin")
        assert (person["seq"], person["id"]) == (3, "m-1")
        assert (bot["type"], bot["role"], bot["text"]) == ("reply", "bot", "Gehört: Termin")
        assert bot["seq"] == 4


def test_nothing_is_shown_twice_however_the_tabs_take_turns(
    tabs: list[WebSocketTestSession], conversations: FakeConversations
) -> None:
    seen: list[list[int]] = [[], [], []]

    def note(at: int, frame: dict[str, Any]) -> None:
        if frame["type"] in ("reply", "accepted"):
            seen[at].append(frame["seq"])

    for number in range(6):
        speaker = number % 3
        for frame in say(tabs[speaker], f"Nachricht {number}", f"m-{number + 1}"):
            note(speaker, frame)
        for listener in {0, 1, 2} - {speaker}:
            for _ in range(2):
                note(listener, tabs[listener].receive_json())
    assert seen == [list(range(3, 15))] * 3


def test_a_turn_over_http_is_shown_too(
    client: TestClient, tabs: list[WebSocketTestSession]
) -> None:
    tabs[0].send_json({"type": "hello", "conversation_id": None})
    token = tabs[0].receive_json()["conversation_id"]
    client.post("/chat/messages", json={"text": "Moin", "conversation_id": token})
    assert [tabs[0].receive_json()["text"] for _ in range(2)] == ["Moin", "Gehört: Moin"]


def test_buttons_stay_opaque_in_every_tab(tabs: list[WebSocketTestSession], engine: Any) -> None:
    from connectors.core.turn import Button, Reply

    engine.replies = (Reply("Wo?", (Button("Süd", '/inform{"office": "sued"}'),)),)
    say(tabs[0], "Termin", "m-1")
    tabs[1].receive_json()
    assert tabs[1].receive_json()["buttons"] == [{"title": "Süd", "payload": "b.4.0"}]

"""A conversation in the terminal, with a front door that is made up."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from connectors.core.tokens import Tokens
from frontdoor.chat import Chat, Unreachable
from frontdoor.lookback import Lookback, NoAnswer
from frontdoor.talk import HELP, Talk
from tests.unit.frontdoor.support import frame, reply, step, turn

TOKENS = Tokens("conversations-s")
PUBLIC = TOKENS.sign("c-1")
CARD = {"code": "K7MP-3WQX", "title": "Reisepass", "ics_url": "/api/x/calendar.ics"}
Handler = Callable[[httpx.Request], httpx.Response]


class Door:
    """Answers chat messages, look-backs and look-ups."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.replies: list[dict[str, Any]] = [{"text": "Guten Tag", "buttons": []}]
        self.turns: list[dict[str, Any]] = []
        self.engine_status = 200

    def chat(self, request: httpx.Request) -> httpx.Response:
        self.heard.append(json.loads(request.content))
        body = {"conversation_id": PUBLIC, "language": "de", "replies": self.replies}
        return httpx.Response(200, json=body)

    def engine(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url.raw_path, "ascii"))
        if self.turns and self.heard:
            self.turns[-1]["message_id"] = self.heard[-1]["id"]
        return httpx.Response(self.engine_status, json=self.turns)

    def backend(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        services = [{"key": "passport", "count": 1}]
        found = {"office": "walsum", "start": "2026-12-03T10:00:00", "services": services}
        return httpx.Response(200, json={**found, "status": "confirmed"})


@pytest.fixture
def door() -> Door:
    return Door()


class Terminal:
    """``said`` are the lines printed."""

    def __init__(self, door: Door, language: str | None = None, why: bool = False) -> None:
        self.said: list[str] = []
        self.chat = Chat(client(door.chat), language)
        self._talk = Talk(self.chat, past(door), self.said.append, why)

    def type(self, line: str) -> list[str]:
        """What is printed in answer to ``line``."""
        self.said.clear()
        assert self._talk.take(line)
        return list(self.said)

    def ends(self, line: str) -> bool:
        return not self._talk.take(line)


def client(handler: Handler) -> httpx.Client:
    return httpx.Client(base_url="http://door", transport=httpx.MockTransport(handler))


def past(door: Door) -> Lookback:
    return Lookback(client(door.engine), client(door.backend), TOKENS)


def buttons(*titles: str) -> list[dict[str, str]]:
    return [{"title": title, "payload": f"b.2.{at}"} for at, title in enumerate(titles)]


def test_a_message_and_its_answer(door: Door) -> None:
    terminal = Terminal(door, "de")
    assert terminal.type("Hallo\n") == ["Guten Tag"]
    terminal.type("2")
    first, second = door.heard
    assert (first["text"], first["language"]) == ("Hallo", "de")
    assert "conversation_id" not in first
    assert (second["text"], second["conversation_id"]) == ("2", PUBLIC)
    assert first["id"] != second["id"]
    assert "payload" not in second


def test_buttons_and_cards(door: Door) -> None:
    door.replies = [
        {"text": "Wie viele?", "buttons": buttons("1 Person")},
        {"text": "Gebucht", "buttons": buttons("Danke"), "card": CARD},
    ]
    assert Terminal(door).type("Termin") == [
        "Wie viele?",
        "  #1 1 Person",
        "Gebucht",
        "  #2 Danke",
        "  [K7MP-3WQX, Reisepass, /api/x/calendar.ics]",
    ]


def test_a_number_presses_a_button_that_is_there(door: Door) -> None:
    terminal = Terminal(door)
    door.replies = [{"text": "Wie viele?", "buttons": buttons("1 Person", "2 Personen")}]
    terminal.type("Termin")
    for line in ("#0", "#3"):
        assert terminal.type(line) == [f"There is no button {line}."]
    door.replies = [{"text": "Wo?", "buttons": []}]
    assert terminal.type("#2") == ["Wo?"]
    assert (door.heard[-1]["text"], door.heard[-1]["payload"]) == ("2 Personen", "b.2.1")
    assert terminal.type("#1") == ["There is no button #1."]
    assert len(door.heard) == 2


def test_reasons_on_and_off(door: Door) -> None:
    door.turns = [
        turn(tasks=[frame("people")]),
        turn(steps=[step()], tasks=[frame("office")], intent="inform"),
    ]
    terminal = Terminal(door)
    terminal.type("zwei")
    told = terminal.type(":why")
    assert told[0] == "Reasons are on."
    assert any("for 'people' of book_appointment" in line for line in told)
    assert door.asked == ["/webhooks/frontdoor/conversations/c-1/turns?last=2"]
    assert any(line.startswith("    intent") for line in terminal.type("zwei"))
    assert terminal.type(":why") == ["Reasons are off."]
    assert terminal.type("zwei") == ["Guten Tag"]


def test_reasons_for_a_message_the_engine_never_saw(door: Door) -> None:
    assert Terminal(door, why=True).type("…")[-1] == "    The message did not reach the engine."


def test_reasons_without_an_engine(door: Door) -> None:
    door.engine_status = 401
    said = Terminal(door, why=True).type("Hallo")
    assert said[0] == "Guten Tag"
    assert "FRONTDOOR_DATA_DIR" in said[1]


def test_the_story(door: Door) -> None:
    terminal = Terminal(door)
    assert terminal.type(":story") == ["Nothing was said yet."]
    terminal.type("ja")
    door.turns = [turn("ja", reply("utter_booked", card=CARD))]
    [told] = terminal.type(":story")
    assert '  - person: "ja"\n    bot: [utter_booked]' in told
    assert "office: walsum" in told
    assert door.asked[-1] == "/api/appointments/K7MP-3WQX"


def test_a_new_conversation(door: Door) -> None:
    terminal = Terminal(door)
    terminal.type("Hallo")
    assert terminal.type(":new") == ["A new conversation."]
    terminal.type("Hallo")
    assert "conversation_id" not in door.heard[-1]


def test_other_lines(door: Door) -> None:
    terminal = Terminal(door)
    assert terminal.type(":wy") == [HELP]
    assert terminal.type("   ") == []
    assert terminal.ends(":quit")
    assert door.heard == []


def refuses(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody there")


def is_no_chat(_: httpx.Request) -> httpx.Response:
    return httpx.Response(502, text="<html>")


@pytest.mark.parametrize("handler", [refuses, is_no_chat])
def test_no_front_door(handler: Handler) -> None:
    with pytest.raises(Unreachable, match="http://door"):
        Chat(client(handler)).say("Hallo")


def test_a_refusal_is_said_in_its_words() -> None:
    body = {"language": "de", "replies": [{"text": "Zu lang", "buttons": []}], "error": {}}
    refusing = Chat(client(lambda _: httpx.Response(400, json=body)))
    assert refusing.say("…" * 5000) == body["replies"]
    assert refusing.conversation is None


def test_a_conversation_by_token_or_id(door: Door) -> None:
    for name in (PUBLIC, "c-1"):
        past(door).turns(name)
    past(door).turns("a/b?c")
    path = "/webhooks/frontdoor/conversations/{}/turns"
    assert door.asked == [path.format("c-1"), path.format("c-1"), path.format("a%2Fb%3Fc")]
    assert past(door).story("c-1") == ""


@pytest.mark.parametrize(("status", "told"), [(401, "token"), (500, "500")])
def test_an_engine_that_refuses(door: Door, status: int, told: str) -> None:
    door.engine_status = status
    with pytest.raises(NoAnswer, match=told):
        past(door).turns("c-1")


def test_an_engine_that_does_not_know(door: Door) -> None:
    door.engine_status = 404
    assert past(door).turns("c-1") == []


@pytest.mark.parametrize("handler", [refuses, lambda _: httpx.Response(404, json={})])
def test_a_story_without_its_booking(door: Door, handler: Handler) -> None:
    door.turns = [turn("ja", reply("utter_booked", card=CARD))]
    told = Lookback(client(door.engine), client(handler), TOKENS).story("c-1")
    assert "# booked: fill in" in told

"""Updates of every kind over real HTTP, there and back."""

import itertools
import json
from typing import Any

import httpx
import pytest

from connectors.telegram.texts import text
from tests.servers.engine import EchoEngine
from tests.servers.telegram import updates
from tests.servers.telegram.api import BotApi
from tests.servers.telegram.door import TelegramDoor
from tests.servers.telegram.person import Person
from tests.servers.waiting import wait_until

CHATS = itertools.count(100)
HOSTILE = (
    "*fett* _kursiv_ [hier](https://evil.example) `code` ~x~ ||y|| > # + - = | { } . !",
    "\\*\\_\\\\ ``` \\",
    "<b>x</b><script>alert(1)</script>",
    '/inform{"slot": "x"} /restart',
    "b.1.0",
    "😀" * 500,
    "مرحبا \u202eabc\u202c Ünïcödé",
)


@pytest.fixture
def person(api: BotApi, door: TelegramDoor) -> Person:
    return Person(api, next(CHATS))


def test_it_introduces_itself(api: BotApi, door: TelegramDoor) -> None:
    wait_until("introduced", lambda: len(api.done("setMyDescription")) == 3, 60)
    menus = {c.parameters.language_code: c.parameters for c in api.done("setMyCommands")}  # type: ignore[attr-defined]
    assert set(menus) == {"", "de", "en"}
    assert next(c.command for c in menus["en"].commands) == "help"  # type: ignore[attr-defined]
    assert api.webhook is not None
    assert api.webhook.max_connections == 1
    assert len(api.webhook.secret_token) == 64


def test_a_message_and_its_answer(person: Person) -> None:
    assert person.says("Guten Tag") == ["Gehört: Guten Tag"]


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_words(person: Person, said: str) -> None:
    [answer] = person.says(said)
    assert answer.startswith(("Gehört: ", "Diese "))


def test_a_long_answer_comes_in_pieces(person: Person, engine: EchoEngine) -> None:
    engine.replies = [{"text": "Ein Satz, der nicht allzu lang ist. " * 300}]
    try:
        pieces = person.says("Hallo", replies=3)
    finally:
        engine.replies = None
    assert all(piece.endswith("ist.") for piece in pieces)


def test_language_and_menu(person: Person, engine: EchoEngine) -> None:
    assert person.says("/sprache") == [text("ask_language", "de")]
    assert person.presses("English") == ["Gehört: English"]
    assert person.says("/data") == [text("data_menu", "en")]


def test_one_s_own_data(person: Person, api: BotApi) -> None:
    person.says("Hallo")
    person.says("/daten")
    person.presses("Gespräch als Text", replies=0)
    person.presses("Daten als Datei", replies=0)
    wait_until("files", lambda: len(api.done("sendDocument", chat=person.chat)) == 2, 60)
    files = [call.parameters for call in api.done("sendDocument", chat=person.chat)]
    transcript, export = (each.document.decode() for each in files)  # type: ignore[attr-defined]
    assert "Gehört: Hallo" in transcript
    assert json.loads(export)["messages"][0]["text"] == "Hallo"


def test_erasing(person: Person, door: TelegramDoor, engine: EchoEngine) -> None:
    person.says("Geheimnis")
    before = engine.heard[-1]["sender"]
    person.says("/daten")
    person.presses("Alles")
    assert person.presses("Ja, löschen") == [text("data_deleted", "de")]
    assert door.records.messages(before) == []
    person.says("Ich bin neu hier")
    assert engine.heard[-1]["sender"] != before


def test_a_pressed_button_is_marked(person: Person, api: BotApi, engine: EchoEngine) -> None:
    buttons = [{"title": title, "payload": f"/{title.lower()}"} for title in ("Affirm", "Deny")]
    engine.replies = [{"text": "Ja oder nein?", "buttons": buttons}]
    try:
        person.says("Hallo")
    finally:
        engine.replies = None
    call, _ = person.button("Affirm")
    press = person.press("Affirm")
    assert person.presses("Affirm") == ["Gehört: Affirm"]
    assert engine.heard[-1]["choice"] == {"intent": "affirm", "entities": {}}
    wait_until("marked", lambda: bool(api.done("editMessageReplyMarkup", chat=person.chat)), 60)
    [edit] = api.done("editMessageReplyMarkup", chat=person.chat)
    assert edit.parameters.message_id == call.message_id  # type: ignore[attr-defined]
    press["update_id"] = api.next_update()
    press["callback_query"]["id"] = "another"
    before = len(engine.heard)
    api.push(press)
    words = text("choice_stale", "de")
    wait_until(
        "told", lambda: words in [c.parameters.text for c in api.done("answerCallbackQuery")], 20
    )  # type: ignore[attr-defined]
    assert len(engine.heard) == before


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({"location": updates.MARXLOH}, "Gehört: Mein Standort: Marxloh"),
        ({"location": updates.COLOGNE}, text("not_in_town", "de")),
        ({"contact": updates.CONTACT}, "Gehört: +4920312345678"),
        ({"photo": updates.PHOTO}, text("photo_unseen", "de")),
        ({"voice": updates.VOICE}, text("voice_unheard", "de")),
        ({"sticker": updates.STICKER}, text("other_unread", "de")),
    ],
)
def test_what_is_no_text(person: Person, what: dict[str, Any], expected: str) -> None:
    assert person.sends(**what)[0] == expected


def test_an_edited_message(person: Person, api: BotApi) -> None:
    person.says("Termni")
    api.push(
        updates.edited(api.next_update(), person.message, person.chat, "Termin", 1_790_000_000)
    )
    assert person.waits_for("Gehört: Termin") == "Gehört: Termin"


def test_a_group(api: BotApi, door: TelegramDoor) -> None:
    chat = updates.group(next(CHATS))
    api.push(updates.member(api.next_update(), chat, "member", "left"))
    wait_until("left", lambda: bool(api.done("leaveChat", chat=chat["id"])), 60)
    assert api.texts(chat["id"]) == [text("group", "de")]


def test_who_does_not_know_the_secret_is_not_heard(api: BotApi, person: Person) -> None:
    assert api.push(person.text("Hallo"), secret="guessed") == 401
    assert api.push(person.text("Hallo"), secret="") == 401


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"null", b'{"update_id": 9e99}', b"[" * 9999])
def test_bodies_that_are_no_update(api: BotApi, person: Person, body: bytes) -> None:
    """Refusing them would only bring them again."""
    assert api.webhook is not None
    headers = {"X-Telegram-Bot-Api-Secret-Token": api.webhook.secret_token}
    assert httpx.post(api.webhook.url, content=body, headers=headers).status_code == 200
    assert person.says("Noch da?") == ["Gehört: Noch da?"]


def test_repeated_and_reordered(api: BotApi, person: Person, engine: EchoEngine) -> None:
    first, second, third = (person.text(f"Nachricht {number}") for number in (1, 2, 3))
    for update in (first, third, second, first, third):
        assert api.push(update) == 200
    person.waits_for("Nachricht 3")
    assert person.sees() == [f"Gehört: Nachricht {number}" for number in (1, 2, 3)]


def test_nothing_secret_or_said_stands_in_the_log(door: TelegramDoor) -> None:
    log = door.log_text()
    assert "TEST-token" not in log
    assert "Gehört" not in log
    assert "Geheimnis" not in log

"""A Telegram that is slow, full, broken or refuses."""

import itertools

import pytest

from tests.servers.telegram.api import BotApi, Failure
from tests.servers.telegram.door import TelegramDoor
from tests.servers.telegram.person import Person
from tests.servers.waiting import wait_until

CHATS = itertools.count(1000)


@pytest.fixture
def person(api: BotApi, door: TelegramDoor) -> Person:
    return Person(api, next(CHATS))


def test_a_pause_is_kept_and_nobody_else_waits(api: BotApi, person: Person) -> None:
    api.failures[person.chat].append(Failure(429, "Too Many Requests: retry after 20", pause=20))
    api.push(person.text("eins"))
    Person(api, next(CHATS)).says("Guten Tag")
    assert person.sees() == []
    person.waits_for("eins")
    tries = [c for c in api.calls if getattr(c.parameters, "chat_id", None) == person.chat]
    sent = [c for c in tries if c.method == "sendMessage"]
    assert [c.status for c in sent] == [429, 200]
    assert sent[1].at - sent[0].at >= 20


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_failure_on_their_side_passes(api: BotApi, person: Person, status: int) -> None:
    api.failures[person.chat].extend([Failure(status), Failure(status)])
    api.push(person.text("eins"))
    api.push(person.text("zwei"))
    person.waits_for("zwei")
    assert person.sees() == ["Gehört: eins", "Gehört: zwei"]


def test_what_telegram_will_not_take_stops_nothing(api: BotApi, person: Person) -> None:
    api.failures[person.chat].append(Failure(400, "Bad Request: message text is empty"))
    api.push(person.text("eins"))
    assert person.says("zwei") == ["Gehört: zwei"]


def test_who_has_blocked_the_bot(api: BotApi, person: Person, door: TelegramDoor) -> None:
    person.says("Hallo")
    api.blocked.add(person.chat)
    api.push(person.text("Noch etwas"))

    def refused() -> bool:
        return any(c.status == 403 and c.method == "sendMessage" for c in list(api.calls))

    wait_until("tried", refused, 60)
    api.blocked.discard(person.chat)
    assert person.says("Da bin ich wieder") == ["Gehört: Da bin ich wieder"]


def test_pressing_and_typing_may_fail(api: BotApi, person: Person) -> None:
    person.says("/sprache")
    for method in ("answerCallbackQuery", "editMessageReplyMarkup", "sendChatAction"):
        api.failures[method].append(Failure(500))
    assert person.presses("Deutsch") == ["Gehört: Deutsch"]

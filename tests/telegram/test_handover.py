"""Staff and a person in Telegram, both ways, through the front door's own process."""

from collections.abc import Iterator

import pytest

from connectors.core.texts import text as core_text
from connectors.telegram.texts import text
from tests.servers.engine import EchoEngine
from tests.servers.staff import Staff
from tests.servers.telegram.api import BotApi
from tests.servers.telegram.door import TelegramDoor, telegram_door
from tests.servers.telegram.person import Person
from tests.servers.waiting import wait_until

SECONDS = 60
# A Tuesday morning: staff are on duty.
NOW = "2026-12-01T09:00:00"


@pytest.fixture(scope="module")
def door(
    tmp_path_factory: pytest.TempPathFactory, api: BotApi, engine: EchoEngine
) -> Iterator[TelegramDoor]:
    folder = tmp_path_factory.mktemp("on-duty")
    with telegram_door(folder, api, engine.address, FRONTDOOR_NOW=NOW) as running:
        yield running


@pytest.mark.parametrize(("language", "chat"), [("de", 31), ("en", 32)])
def test_both_ways(
    door: TelegramDoor, api: BotApi, engine: EchoEngine, language: str, chat: int
) -> None:
    staff = Staff(door, name="Frau Kaya")
    citizen = Person(api, chat, language)
    citizen.says("Hallo")
    conversation = engine.heard[-1]["sender"]
    staff.there()
    headers = {**door.internal(), "Idempotency-Key": f"h-{chat}"}
    path = f"/api/conversations/{conversation}/handover"
    asked = door.http.post(path, json={"language": language}, headers=headers)
    assert asked.status_code == 200, asked.text
    staff.there()
    staff.does(conversation, "take")
    staff.says(conversation, "Guten Tag! Wie kann ich helfen?")
    assert citizen.waits_for("Wie kann ich helfen?").startswith("Frau Kaya, ")
    heard = len(engine.heard)
    assert api.push(citizen.text("Mein Pass ist weg")) == 200

    def is_told() -> bool:
        return "Mein Pass ist weg" in [m.text for m in door.records.messages(conversation)]

    wait_until("told", is_told, SECONDS)
    staff.does(conversation, "close", reason="solved", note="")
    citizen.waits_for(text("rate", language))
    assert citizen.presses("5") == [core_text("rating_stored", language)]
    assert len(engine.heard) == heard, "the engine is silent"

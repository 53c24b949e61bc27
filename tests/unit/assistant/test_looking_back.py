"""``GET …/conversations/<sender>/turns``: what was said and decided."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.shared.core.events import ActionExecuted, SessionStarted, SlotSet

from assistant.channel import FrontDoorInput
from assistant.tracker_store import CityTrackerStore
from tests.unit.assistant.support import DOMAIN, LISTEN, tracker, turn


@pytest.fixture
def store(tmp_path: Path) -> CityTrackerStore:
    return CityTrackerStore(DOMAIN, dialect="sqlite", db=str(tmp_path / "tracker.db"))


async def look_back(
    store: CityTrackerStore, sender: str, last: str | None = None, token: str = "t0ken"
) -> tuple[int, Any]:
    routes = FrontDoorInput("t0ken").blueprint(lambda _: None)._future_routes  # type: ignore
    [handler] = [route.handler for route in routes if str(route.uri).endswith("/turns")]
    agent = SimpleNamespace(tracker_store=store, domain=DOMAIN)
    app = SimpleNamespace(ctx=SimpleNamespace(agent=agent))
    args = {} if last is None else {"last": last}
    response = await handler(SimpleNamespace(token=token, app=app, args=args), sender)
    return response.status, json.loads(response.body)


async def talked(store: CityTrackerStore) -> None:
    """Two sessions: the language is kept, the message counts on."""
    first = [*turn("Guten Tag", message_id="m-1"), SlotSet("language", "en")]
    second = turn("Wo?", text="in Walsum", message_id="m-2")
    kept = [ActionExecuted("action_session_start", "TaskPolicy", 1.0), SessionStarted()]
    events = [*first, *kept, SlotSet("language", "en"), LISTEN, *second[1:]]
    await store.save(tracker(*events))


async def test_the_turns_of_all_sessions(store: CityTrackerStore) -> None:
    await talked(store)
    status, turns = await look_back(store, "c-1")
    assert status == 200
    assert [(told["message_id"], told["text"]) for told in turns] == [
        ("m-1", "hm"),
        ("m-2", "in Walsum"),
    ]
    assert [told["slots"] for told in turns] == [{"language": "en"}] * 2
    assert [reply["text"] for told in turns for reply in told["replies"]] == ["Guten Tag", "Wo?"]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("1", ["m-2"]),
        ("2", ["m-1", "m-2"]),
        ("9", ["m-1", "m-2"]),
        ("0", []),
        ("x", ["m-1", "m-2"]),
    ],
)
async def test_only_the_newest(store: CityTrackerStore, last: str, told: list[str]) -> None:
    await talked(store)
    _, turns = await look_back(store, "c-1", last)
    assert [each["message_id"] for each in turns] == told


async def test_an_unknown_conversation_has_no_turns(store: CityTrackerStore) -> None:
    assert await look_back(store, "c-2") == (200, [])


@pytest.mark.parametrize("token", ["", "other"])
async def test_nobody_else_looks_back(store: CityTrackerStore, token: str) -> None:
    await talked(store)
    assert (await look_back(store, "c-1", token=token))[0] == 401

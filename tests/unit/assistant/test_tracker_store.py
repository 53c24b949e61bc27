"""Where the engine remembers conversations, on an SQLite file."""

import sqlite3
from pathlib import Path

import pytest
from rasa.shared.core.events import SessionStarted

from assistant.tracker_store import CityTrackerStore, LastTurn
from tests.unit.assistant.support import DOMAIN, tracker, turn


@pytest.fixture
def store(tmp_path: Path) -> CityTrackerStore:
    return CityTrackerStore(DOMAIN, dialect="sqlite", db=str(tmp_path / "tracker.db"))


async def test_the_newest_turn_with_its_replies(store: CityTrackerStore) -> None:
    first = turn("Guten Tag", text="Hallo", message_id="m-1")
    second = turn("Wo?", "Wann?", intent="ask_office_info", language="en", message_id="m-2")
    await store.save(tracker(*first, *second))
    assert store.last_turn("c-1") == LastTurn(
        "m-2", "en", "ask_office_info", 0.9, [{"text": "Wo?"}, {"text": "Wann?"}]
    )


async def test_the_newest_turn_of_an_earlier_session(store: CityTrackerStore) -> None:
    await store.save(tracker(*turn("Guten Tag", message_id="m-1"), SessionStarted()))
    last = store.last_turn("c-1")
    assert last is not None
    assert (last.message_id, last.replies) == ("m-1", [{"text": "Guten Tag"}])


async def test_a_turn_without_replies(store: CityTrackerStore) -> None:
    await store.save(tracker(*turn(message_id="m-1")))
    last = store.last_turn("c-1")
    assert last is not None
    assert last.replies == []


def test_an_unknown_conversation_has_none(store: CityTrackerStore) -> None:
    assert store.last_turn("c-1") is None


async def test_erasing_takes_all_sessions_of_one_conversation(store: CityTrackerStore) -> None:
    for name in ("c-1", "c-2"):
        events = [*turn("Guten Tag", message_id="m-1"), SessionStarted(), *turn("Ja")]
        await store.save(tracker(*events, name=name))
    await store.delete("c-1")
    assert store.last_turn("c-1") is None
    assert await store.retrieve("c-1") is None
    assert store.last_turn("c-2") is not None


async def test_erasing_twice_is_harmless(store: CityTrackerStore) -> None:
    for _ in range(2):
        await store.delete("c-1")


def test_the_file_has_a_write_ahead_log(store: CityTrackerStore, tmp_path: Path) -> None:
    store.last_turn("c-1")
    with sqlite3.connect(tmp_path / "tracker.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)

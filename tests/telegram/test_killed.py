"""kill -9 between receiving and answering: no message is lost, and none is understood twice."""

import random
import sqlite3
import threading
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.servers.engine import echo_engine
from tests.servers.telegram.api import BotApi, Failure, bot_api
from tests.servers.telegram.door import telegram_door
from tests.servers.telegram.person import Person
from tests.servers.waiting import wait_until

KILLS = 3


def unfinished(folder: Path) -> int:
    """How many updates are stored and not done."""
    query = "SELECT count(*) FROM channel_updates WHERE finished_at IS NULL"
    with closing(sqlite3.connect(folder / "frontdoor.db")) as database:
        [(count,)] = database.execute(query).fetchall()
    return int(count)


def test_between_receiving_and_answering(tmp_path: Path) -> None:
    with (
        bot_api() as api,
        echo_engine(seconds=2.0) as engine,
        telegram_door(tmp_path, api, engine.address) as door,
    ):
        person = Person(api, 7)
        update = person.text("Ich brauche einen Termin")
        assert api.push(update) == 200
        wait_until("with the engine", lambda: bool(engine.heard), 60)
        door.kill()
        assert unfinished(tmp_path) == 1
        assert person.sees() == []
        engine.seconds = 0.0
        door.start()
        person.waits_for("Termin")
        assert api.push(update) == 200
        assert person.says("Danke") == ["Gehört: Danke"]
        assert person.sees() == ["Gehört: Ich brauche einen Termin", "Gehört: Danke"]
        wait_until("done", lambda: unfinished(tmp_path) == 0, 60)
        assert len({turn["id"] for turn in engine.heard}) == 2


@pytest.mark.timeout(1200)
def test_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(9)
    with (
        bot_api() as api,
        echo_engine(seconds=0.05) as engine,
        telegram_door(tmp_path, api, engine.address) as door,
    ):
        people = [Person(api, chat) for chat in range(1, 9)]
        over = threading.Event()
        said: dict[int, list[str]] = {person.chat: [] for person in people}

        def talk(person: Person) -> None:
            """As Telegram delivers: again and again until it is taken."""
            number = 0
            while not over.is_set() and number < 60:
                number += 1
                update = person.text(f"Nachricht {number} aus {person.chat}")
                said[person.chat].append(update["message"]["text"])
                while not delivered(api, update):
                    over.wait(0.1)
                over.wait(0.4)

        crowd = [threading.Thread(target=talk, args=(person,)) for person in people]
        for each in crowd:
            each.start()
        for _ in range(KILLS):
            over.wait(chance.uniform(0.5, 2.5))
            door.kill()
            door.start()
        over.set()
        for each in crowd:
            each.join(60)
        wait_until("all done", lambda: unfinished(tmp_path) == 0, 90)
        repeats = 0
        for person in people:
            heard = [f"Gehört: {each}" for each in said[person.chat]]
            seen = person.sees()
            assert [each for each, _ in groupby(seen)] == heard, "in order, nothing missing"
            repeats += len(seen) - len(heard)
        assert repeats <= KILLS * len(people), "at most what was just being sent"


def delivered(api: BotApi, update: dict[str, Any]) -> bool:
    """Whether a push was taken; nobody is there between two lives."""
    try:
        return api.push(update) == 200
    except (httpx.HTTPError, AssertionError):
        return False


def test_a_telegram_that_is_away_at_the_start(tmp_path: Path) -> None:
    with bot_api() as api, echo_engine() as engine:
        api.failures["setWebhook"].extend([Failure(503)] * 3)
        with telegram_door(tmp_path, api, engine.address) as door:
            assert Person(api, 7).says("Hallo") == ["Gehört: Hallo"]
            assert "telegram_not_connected" in door.log_text()
        calls = [c for c in api.calls if c.method == "setWebhook"]
        assert [c.status for c in calls] == [503, 503, 503, 200]

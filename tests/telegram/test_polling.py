"""Updates that are fetched: confirmed only when they are stored."""

import threading
from pathlib import Path

from tests.servers.engine import echo_engine
from tests.servers.telegram.api import Failure, bot_api
from tests.servers.telegram.door import telegram_door
from tests.servers.telegram.person import Person
from tests.servers.waiting import wait_until


def test_a_conversation_by_fetching(tmp_path: Path) -> None:
    with bot_api() as api, echo_engine() as engine:
        polling = {"FRONTDOOR_TELEGRAM_MODE": "polling", "FRONTDOOR_PUBLIC_URL": ""}
        with telegram_door(tmp_path, api, engine.address, **polling) as door:
            lock = threading.Lock()

            def deliver(update: dict[str, object]) -> None:
                with lock:
                    api.pending.append(update)

            person = Person(api, 7, deliver=deliver)
            assert api.done("deleteWebhook")
            assert api.webhook is None
            assert person.says("Hallo") == ["Gehört: Hallo"]
            wait_until("confirmed", lambda: not api.pending, 40)
            api.failures["getUpdates"].extend([Failure(502), Failure(500)])
            assert person.says("Und weiter") == ["Gehört: Und weiter"]
            door.kill()
            deliver(person.text("In der Pause"))
            door.start()
            person.waits_for("In der Pause")
            assert len(person.sees()) == 3

"""kill -9 while slots are offered: an offer and its notice exist both or neither."""

import random
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import httpx
import pytest

from tests.servers.backend import BackendProcess
from tests.servers.waiting import wait_until

KILLS = 4
WAITING = "SELECT count(*) FROM waiting_entries WHERE state = 'waiting'"
OFFERS = (
    "SELECT 'appointment:' || own.hold_id, offer.state, count(place.tick), offer.minutes / 5 "
    "FROM waiting_offers offer "
    "JOIN waiting_entries entry ON entry.id = offer.entry_id "
    "JOIN appointments own ON own.id = entry.appointment_id "
    "JOIN appointments held ON held.hold_id = offer.hold_id "
    "LEFT JOIN occupancy place ON place.appointment_id = held.id GROUP BY offer.id"
)


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[BackendProcess]:
    process = BackendProcess(
        tmp_path,
        FRONTDOOR_NOW="2026-03-02T09:00",
        APPOINTMENTS_OFFER_EVERY_SECONDS="0.05",
        APPOINTMENTS_MAX_PER_CONTACT="0",
    )
    process.start()
    yield process
    process.stop()


def stored(folder: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(folder / "frontdoor.db")) as database:
        return database.execute(query).fetchall()


def wait_in_line(backend: BackendProcess) -> None:
    """Somebody books a late appointment, waits for an earlier one, and answers an offer."""
    late = "appointments/slots?service=passport&from=2026-04-20T08:00&limit=1"
    found = backend.get(late)["slots"][0]
    wish = {"services": [{"key": "passport", "count": 1}]}
    held = backend.post("appointments/holds", wish | {k: found[k] for k in ("office", "start")})
    person = {"name": "Erika Beispiel", "email": "erika@example.org"}
    code = backend.post(f"appointments/holds/{held['hold_id']}/confirm", person)["code"]
    backend.post(f"appointments/{code}/waiting", {})
    offer = backend.get(f"appointments/{code}/waiting")["offer"]
    if offer:
        backend.post(f"appointments/waiting-offers/{offer['id']}/accept", {})


def test_killed_at_any_moment(backend: BackendProcess, tmp_path: Path) -> None:
    chance, over = random.Random(6), threading.Event()

    def people() -> None:
        while not over.is_set():
            with suppress(httpx.HTTPError, OSError, ValueError):
                wait_in_line(backend)

    crowd = threading.Thread(target=people)
    crowd.start()
    try:
        for _ in range(KILLS):
            over.wait(chance.uniform(0.2, 1.2))
            backend.kill()
            backend.start()
    finally:
        over.set()
        crowd.join(60)
    everybody = "SELECT count(*) FROM waiting_entries"
    wait_until("all are offered something", lambda: all_offered(tmp_path), 30)
    offers = stored(tmp_path, OFFERS)
    assert len(offers) == stored(tmp_path, everybody)[0][0] > KILLS
    told = stored(tmp_path, "SELECT about FROM notices WHERE kind = 'appointment.offer'")
    assert Counter(about for about, *_ in offers) == Counter(about for (about,) in told)
    assert all(ticks == needed for _, state, ticks, needed in offers if state == "open")


def all_offered(folder: Path) -> bool:
    offers = stored(folder, "SELECT count(*) FROM waiting_offers WHERE state = 'open'")
    return offers == stored(folder, WAITING)

"""kill -9 of the backend at any moment: every notice is sent at least once, and in order."""

import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from email.message import EmailMessage
from itertools import groupby
from pathlib import Path

import httpx
import pytest

from tests.servers.backend import BackendProcess
from tests.servers.smtp import Postbox, mail_server
from tests.servers.waiting import wait_until

KILLS = 6
ERIKA = "erika@example.org"


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with mail_server() as box:
        yield box


@pytest.fixture
def backend(tmp_path: Path, postbox: Postbox) -> Iterator[BackendProcess]:
    process = BackendProcess(
        tmp_path,
        SMTP_HOST="127.0.0.1",
        SMTP_PORT=str(postbox.port),
        SMTP_STARTTLS="off",
        NOTICES_TICK_SECONDS="0.1",
        NOTICES_LEASE_SECONDS="2",
    )
    process.start()
    yield process
    process.stop()


def book(backend: BackendProcess, email: str) -> str:
    """The code of an appointment at the first free time."""
    found = backend.get("appointments/slots?service=passport&limit=1")["slots"][0]
    wish = {"services": [{"key": "passport", "count": 1}]}
    held = backend.post("appointments/holds", wish | {k: found[k] for k in ("office", "start")})
    person = {"name": "Erika Beispiel", "email": email}
    return str(backend.post(f"appointments/holds/{held['hold_id']}/confirm", person)["code"])


def stored(folder: Path) -> list[tuple[str, str, str, str]]:
    """Recipient, uid, kind and state of all notices but reminders, in order."""
    query = "SELECT recipient, uid, kind, state FROM notices WHERE kind NOT LIKE '%reminder' "
    with closing(sqlite3.connect(folder / "frontdoor.db")) as database:
        return database.execute(query + "ORDER BY due_at, id").fetchall()


def uid(message: EmailMessage) -> str:
    return str(message["Message-ID"]).strip("<>").partition("@")[0]


def test_killed_between_sending_and_recording(
    backend: BackendProcess, postbox: Postbox, tmp_path: Path
) -> None:
    """The server has taken the message and the backend dies before it hears so."""
    died = threading.Event()

    def kill_once(_: EmailMessage) -> None:
        if not died.is_set():
            backend.kill()
            died.set()

    postbox.on_taken = kill_once
    try:
        backend.post(f"appointments/{book(backend, ERIKA)}/cancel", {})
    except httpx.HTTPError:
        assert died.wait(10)
    assert died.wait(10)
    assert stored(tmp_path)[0][3] == "sending"
    backend.start()
    notices = stored(tmp_path)
    wait_until("sent", lambda: {row[3] for row in stored(tmp_path)} == {"sent"}, 30)
    first, *rest = [uid(message) for message in postbox.to(ERIKA)]
    assert rest[0] == first, "the repeat has the same Message-ID and comes before anything else"
    assert [first, *rest[1:]] == [name for _, name, _, _ in notices]


def test_killed_at_any_moment(backend: BackendProcess, postbox: Postbox, tmp_path: Path) -> None:
    chance = random.Random(6)
    over = threading.Event()
    booked: list[str] = []

    def people() -> None:
        """Each books and cancels twice; who is cut off in the middle stays where they are."""
        number = 0
        while not over.is_set():
            number += 1
            try:
                for _ in range(2):
                    code = book(backend, f"p{number}@example.org")
                    booked.append(code)
                    backend.post(f"appointments/{code}/cancel", {})
            except (httpx.HTTPError, OSError, ValueError):
                over.wait(0.2)

    crowd = [threading.Thread(target=people)]
    for each in crowd:
        each.start()
    try:
        for _ in range(KILLS):
            over.wait(chance.uniform(0.3, 2.0))
            backend.kill()
            backend.start()
        over.wait(1)
    finally:
        over.set()
        for each in crowd:
            each.join(60)
    wait_until("sent", lambda: {row[3] for row in stored(tmp_path)} == {"sent"}, 60)

    notices = stored(tmp_path)
    assert len(notices) > 2 * KILLS
    repeats = 0
    for person in {recipient for recipient, _, _, _ in notices}:
        got = [uid(message) for message in postbox.to(person)]
        in_order = [name for name, _ in groupby(got)]
        assert in_order == [name for recipient, name, _, _ in notices if recipient == person]
        repeats += len(got) - len(in_order)
    assert repeats <= 2 * KILLS  # at most what each worker had in hand
    with closing(sqlite3.connect(tmp_path / "frontdoor.db")) as database:
        query = "SELECT code FROM appointments WHERE code IS NOT NULL"
        kept = {code for (code,) in database.execute(query)}
    assert set(booked) <= kept
    kinds = [kind for _, _, kind, _ in notices]
    assert kinds.count("appointment.booked") == len(kept)

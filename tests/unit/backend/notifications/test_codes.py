import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest
from anyio.from_thread import start_blocking_portal
from pydantic import SecretStr
from sqlalchemy import select

from backend.app import create_backend, running
from backend.kit.clock import FixedClock
from backend.kit.ids import SeededIds
from backend.kit.settings import BackendSettings
from backend.notifications.domain import State, Way
from backend.notifications.models import notices
from tests.fakes.notices import FakeMailer
from tests.servers.waiting import wait_until
from tests.unit.backend.identity.support import ERIKA, HERE, People
from tests.unit.backend.support import TOKEN, Api


@pytest.fixture
def mailer() -> FakeMailer:
    return FakeMailer()


@pytest.fixture
def people(
    tmp_path: Path, clock: FixedClock, mailer: FakeMailer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[People]:
    """A whole backend with e-mail, whose jobs tick by themselves."""
    monkeypatch.setenv("NOTICES_TICK_SECONDS", "0.1")
    settings = BackendSettings(data_dir=tmp_path, database_url="", internal_token=SecretStr(TOKEN))
    app = create_backend(settings, clock, SeededIds(1), mailer=mailer)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url="http://backend")
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(running(app)):
        api = Api(app, portal, client)
        api.book("2026-03-03T10:00")
        yield People(api, clock)
        portal.call(client.aclose)


def plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


@pytest.mark.parametrize(
    ("language", "subject", "until"),
    [("de", "Ihr Code", "bis 9:10 Uhr"), ("en", "Your code", "until 9:10,")],
)
def test_a_code_travels_through_the_outbox(
    people: People, mailer: FakeMailer, language: str, subject: str, until: str
) -> None:
    asked = people.ask(language=language)
    assert asked.status_code == 202
    wait_until(
        "the message", lambda: any(m["Subject"].startswith(subject) for _, m in mailer.sent), 20
    )
    (message,) = [m for _, m in mailer.sent if m["Subject"].startswith(subject)]
    text = plain(message)
    (code,) = re.findall(r"\b\d{6}\b", text)
    assert until in text
    assert code not in message["Subject"]
    assert HERE not in message.as_string()
    assert asked.json()["challenge_id"] not in message.as_string()
    proof = people.prove(asked.json()["challenge_id"], code).json()["proof"]
    assert len(people.own(proof).json()["appointments"]) == 1

    def row() -> tuple[object, ...]:
        with people.database.reading() as session:
            columns = notices.c.state, notices.c.facts, notices.c.way, notices.c.recipient
            query = select(*columns).where(notices.c.kind == "identity.code")
            return tuple(session.execute(query).one())

    wait_until("the code gone", lambda: row() == (State.SENT, None, Way.EMAIL, ERIKA), 20)


def test_nobody_else_gets_a_message(people: People, mailer: FakeMailer) -> None:
    people.asked("erwin@example.org")
    people.send()
    with people.database.reading() as session:
        kinds = session.scalars(select(notices.c.kind)).all()
    assert "identity.code" not in kinds

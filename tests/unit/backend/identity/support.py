"""The identity service of a backend in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from anyio.from_thread import start_blocking_portal
from pydantic import SecretStr
from sqlalchemy import Table, select

from backend.app import create_backend, running
from backend.identity.jobs import send_codes
from backend.identity.wiring import Identity, Outbox
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.ids import SeededIds
from backend.kit.settings import BackendSettings
from tests.fakes.identity import FakeMessages, SentCode
from tests.unit.backend.support import TOKEN, Api

ERIKA = "erika@example.org"
HERE = "conversation-1"


@dataclass
class People:
    """Asks for codes and gives them, as the dialogue does."""

    api: Api
    clock: FixedClock
    messages: FakeMessages = field(default_factory=FakeMessages)

    @property
    def database(self) -> Database:
        database: Database = self.api.app.state.container.database
        return database

    @property
    def identity(self) -> Identity:
        identity: Identity = self.api.app.state.identity
        return identity

    def ask(
        self, contact: str = ERIKA, where: str = HERE, key: str | None = None, **body: Any
    ) -> httpx.Response:
        headers = {"Idempotency-Key": key} if key else {}
        body = {"contact": contact, "conversation_id": where, **body}
        return self.api.post("/api/identity/challenges", json=body, headers=headers)

    def asked(self, contact: str = ERIKA, **wish: Any) -> str:
        """Ask and have the code made; the challenge's id."""
        answer = self.ask(contact, **wish)
        assert answer.status_code == 202, answer.text
        self.send()
        return str(answer.json()["challenge_id"])

    def send(self) -> None:
        send_codes(self.database, self.identity)

    @property
    def last(self) -> SentCode:
        return self.messages.sent[-1]

    def prove(
        self, challenge: str, code: str, where: str = HERE, key: str | None = None
    ) -> httpx.Response:
        headers = {"Idempotency-Key": key} if key else {}
        body = {"code": code, "conversation_id": where}
        return self.api.post(
            f"/api/identity/challenges/{challenge}/proof", json=body, headers=headers
        )

    def proof(self, contact: str = ERIKA, **wish: Any) -> str:
        challenge = self.asked(contact, **wish)
        answer = self.prove(challenge, self.last.code, wish.get("where", HERE))
        assert answer.status_code == 200, answer.text
        return str(answer.json()["proof"])

    def own(self, proof: str, where: str = HERE) -> httpx.Response:
        headers = {"Identity-Proof": proof, "Conversation-Id": where}
        return self.api.get("/api/identity/appointments", internal=True, headers=headers)

    def rows(self, table: Table) -> list[dict[str, Any]]:
        with self.database.reading() as session:
            return [dict(row._mapping) for row in session.execute(select(table))]


@contextmanager
def people_of(folder: Path, clock: FixedClock, *, outbox: bool = True) -> Iterator[People]:
    """A backend on a folder whose codes can be read, until the block ends."""
    settings = BackendSettings(data_dir=folder, database_url="", internal_token=SecretStr(TOKEN))
    messages = FakeMessages()
    codes = Outbox(lambda _: messages) if outbox else None
    app = create_backend(settings, clock, SeededIds(1), codes=codes)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url="http://backend")
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(running(app)):
        yield People(Api(app, portal, client), clock, messages)
        portal.call(client.aclose)


def other_than(code: str, number: int = 1) -> str:
    """A code that is not this one."""
    return f"{(int(code) + number) % 1_000_000:06}"

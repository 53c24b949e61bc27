"""A backend in this process, called through its REST interface."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI
from pydantic import SecretStr

from backend.app import create_backend, running
from backend.appointments.settings import AppointmentSettings
from backend.conversations.handover.ports import Telling
from backend.kit.clock import FixedClock
from backend.kit.ids import SeededIds
from backend.kit.settings import BackendSettings

TOKEN = "test-token"
INTERNAL = {"Authorization": f"Bearer {TOKEN}"}

# A Monday, 09:00 in Duisburg.
MONDAY = datetime(2026, 3, 2, 9, 0)


class Api:
    """Sends requests to the app; `calls(..., internal=True)` adds the bearer token."""

    def __init__(self, app: FastAPI, portal: BlockingPortal, client: httpx.AsyncClient) -> None:
        self.app = app
        self._portal = portal
        self._client = client

    def call(
        self, method: str, path: str, *, internal: bool = False, **parts: Any
    ) -> httpx.Response:
        headers = {**(INTERNAL if internal else {}), **parts.pop("headers", {})}
        send = partial(self._client.request, method, path, headers=headers, **parts)
        return self._portal.call(send)

    def get(self, path: str, **parts: Any) -> httpx.Response:
        return self.call("GET", path, **parts)

    def post(self, path: str, **parts: Any) -> httpx.Response:
        return self.call("POST", path, internal=True, **parts)

    def put(self, path: str, **parts: Any) -> httpx.Response:
        return self.call("PUT", path, internal=True, **parts)

    def delete(self, path: str, **parts: Any) -> httpx.Response:
        return self.call("DELETE", path, internal=True, **parts)

    def hold(
        self,
        start: str,
        office: str = "walsum",
        services: tuple[tuple[str, int], ...] = (("passport", 1),),
        key: str | None = None,
    ) -> httpx.Response:
        body = {
            "services": [{"key": name, "count": count} for name, count in services],
            "office": office,
            "start": start,
        }
        headers = {"Idempotency-Key": key} if key else {}
        return self.post("/api/appointments/holds", json=body, headers=headers)

    def confirm(self, hold_id: str, **contact: str) -> httpx.Response:
        body = {"name": "Erika Mustermann", "email": "erika@example.org"} | contact
        return self.post(f"/api/appointments/holds/{hold_id}/confirm", json=body)

    def book(self, start: str, **wish: Any) -> str:
        """Hold and confirm; returns the code."""
        held = self.hold(start, **wish)
        assert held.status_code == 201, held.text
        confirmed = self.confirm(held.json()["hold_id"])
        assert confirmed.status_code == 201, confirmed.text
        return str(confirmed.json()["code"])

    def slots(self, query: str) -> dict[str, Any]:
        answer = self.get(f"/api/appointments/slots?{query}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


# Many appointments for one person, and slots that return at once: what most tests are not about.
LENIENT = AppointmentSettings(max_per_contact=0, return_max_minutes=0)


@contextmanager
def backend_api(
    folder: Path,
    clock: FixedClock,
    database_url: str = "",
    rules: AppointmentSettings = LENIENT,
    telling: Telling | None = None,
) -> Iterator[Api]:
    """Run a backend on a folder until the block ends."""
    settings = BackendSettings(
        data_dir=folder, database_url=database_url, internal_token=SecretStr(TOKEN)
    )
    app = create_backend(settings, clock, SeededIds(1), rules, telling=telling)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url="http://backend")
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(running(app)):
        yield Api(app, portal, client)
        portal.call(client.aclose)


def code_of(answer: httpx.Response) -> str:
    """The error code of a refusal."""
    return str(answer.json()["error"]["code"])

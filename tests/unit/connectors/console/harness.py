"""The console over a real backend, with the handover's endpoints in memory."""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.types import ASGIApp, Receive, Scope, Send

from backend.app import create_backend, running
from backend.kit.clock import FixedClock
from backend.kit.ids import SeededIds
from backend.kit.settings import REPOSITORY, BackendSettings
from backend.staff.domain.users import Role
from backend.staff.passwords import quick_passwords
from backend.staff.service.managing import Draft
from connectors.console import csrf
from connectors.console.app import Files, create_console
from connectors.core.inbox import Inbox
from tests.fakes.staff_desk import PLACES, Desk
from tests.unit.backend.support import LENIENT, MONDAY, TOKEN

PASSWORD = "correct horse battery"
FILES = Files(
    canned=REPOSITORY / "data" / "city" / "canned.yml",
    domain=REPOSITORY / "data" / "domain",
    titles=REPOSITORY / "actions" / "titles.yml",
)


class Browser:
    """Somebody's browser: cookies, and the form token of its session."""

    def __init__(self, app: ASGIApp, cookie: str = "", address: str = "127.0.0.1") -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(address, 123))
        self.http = httpx.AsyncClient(transport=transport, base_url="http://console")
        self.cookie = cookie
        if cookie:
            self.http.cookies.set("console_session", cookie, domain="console", path="/console")

    async def get(self, path: str, **parts: Any) -> httpx.Response:
        return await self.http.get(f"/console{path}", **parts)

    async def post(self, path: str, token: str | None = None, **form: Any) -> httpx.Response:
        """Send a form with the right token, or with ``token``."""
        given = csrf.token_for(self.cookie) if token is None else token
        return await self.http.post(f"/console{path}", data={"csrf": given, **form})

    async def sign_in(self, login: str, password: str = PASSWORD, **form: Any) -> httpx.Response:
        page = await self.get("/sign-in")
        match = re.search(r'name="csrf" value="(\w+)"', page.text)
        assert match
        form = {"login": login, "password": password, **form}
        answer = await self.post("/sign-in", match.group(1), **form)
        self.cookie = answer.cookies.get("console_session") or self.cookie
        return answer


class Harness:
    """``desk`` is what the pages show; ``inbox`` tells open pages of changes."""

    def __init__(self, backend: FastAPI, clock: FixedClock, desk: Desk) -> None:
        self.backend, self.clock, self.desk, self.inbox = backend, clock, desk, Inbox()
        shown = desk.app()

        async def split(scope: Scope, receive: Receive, send: Send) -> None:
            parts = scope.get("path", "").split("/")
            ours = parts[1:3] == ["api", "staff"] and parts[3] in PLACES
            await (shown if ours else backend)(scope, receive, send)

        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(split),
            base_url="http://backend",
            headers={"Authorization": f"Bearer {TOKEN}"},
        )
        self.console = create_console(self.client, self.inbox, FILES)
        self.app = FastAPI()
        self.app.mount("/console", self.console)

    def hire(self, login: str, role: str = "agent", name: str = "") -> str:
        staff = self.backend.state.staff
        draft = Draft(login, name or login.title(), Role(role), None, ("de", "en"), PASSWORD)
        with self.backend.state.container.database.writing() as session:
            return str(staff.managing(session).add(draft).id)

    async def member(self, login: str, role: str = "agent") -> Browser:
        """A browser that is signed in."""
        self.hire(login, role)
        browser = Browser(self.app)
        assert (await browser.sign_in(login)).status_code == 303
        return browser


@asynccontextmanager
async def console_on(
    database: Path, folder: Path, desk: Desk | None = None
) -> AsyncIterator[Harness]:
    """A console on a copy of a prepared ``database`` until the block ends."""
    shutil.copy(database, folder / "frontdoor.db")
    settings = BackendSettings(data_dir=folder, database_url="", internal_token=SecretStr(TOKEN))
    clock = FixedClock(MONDAY)
    backend = create_backend(settings, clock, SeededIds(1), LENIENT, passwords=quick_passwords())
    backend.state.staff = replace(backend.state.staff, passwords=quick_passwords())
    async with running(backend):
        yield Harness(backend, clock, desk or Desk())

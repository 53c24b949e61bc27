"""The website's own endpoints in this process, with an engine that says what a test lays ready:
every state of the widget without training, waiting or chance.
"""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.core.turn import Answer, Choice, Reply, Turn
from connectors.website import page
from connectors.website.chat import chat_router
from connectors.website.own_data import own_data_router
from connectors.website.reports import Reports, reports_router
from connectors.website.socket import socket_router
from frontdoor.headers import SecurityHeaders
from frontdoor.health import health_router
from tests.fakes.conversations import FakeConversations
from tests.servers.ports import free_ports
from tests.servers.waiting import wait_until

_MANY = 1_000_000


class ScriptedEngine:
    """Engine: ``script`` has what is answered to a text; anything else is repeated."""

    def __init__(self) -> None:
        self.script: dict[str, Sequence[Reply]] = {}
        self.seconds = 0.0
        self.turns: list[Turn] = []

    async def answer(self, turn: Turn, choice: Choice | None) -> Answer:
        """See ports.Engine."""
        self.turns.append(turn)
        await asyncio.sleep(self.seconds)
        said = self.script.get(turn.text, (Reply(f"Gehört: {turn.text}"),))
        return Answer(turn.language or "de", tuple(said))

    async def forget(self, conversation_id: str) -> None:
        """See ports.Engine."""


class Stage:
    """A running website; ``reports`` counts what browsers complain about, ``page`` is shown
    at ``/elsewhere``.
    """

    def __init__(self) -> None:
        self.engine = ScriptedEngine()
        self.conversations = FakeConversations()
        self.reports = Reports()
        self.page = ""
        [port] = free_ports(1)
        self.address = f"http://127.0.0.1:{port}"
        self.server = uvicorn.Server(
            uvicorn.Config(
                SecurityHeaders(self._app(), page.SECURITY_HEADERS), port=port, log_level="error"
            )
        )

    def reset(self) -> None:
        """Nothing laid ready, nothing broken."""
        self.engine.script.clear()
        self.engine.seconds = 0.0
        self.engine.turns.clear()
        self.conversations.down = False

    def _app(self) -> FastAPI:
        app = FastAPI()
        listeners, limits = Listeners(), Limits(_MANY, _MANY, lambda: 0.0)
        tokens = Tokens("secret")
        relay = Relay(self.conversations, self.engine, listeners=listeners)
        app.include_router(chat_router(relay, tokens, limits, listeners))
        app.include_router(socket_router(relay, self.conversations, tokens, listeners, limits))
        app.include_router(
            own_data_router(relay, self.conversations, tokens, limits, lambda: date(2026, 12, 1))
        )
        app.include_router(reports_router(self.reports, limits))
        app.include_router(health_router({"backend": _well, "telegram": None}))
        app.include_router(page.page_router())

        @app.get("/elsewhere")
        async def elsewhere() -> HTMLResponse:
            """A page of another maker, under its own policy."""
            return HTMLResponse(self.page, headers={"Content-Security-Policy": "object-src 'none'"})

        app.mount("/static/website", page.static_files())
        app.mount("/static/kern", page.kern_files())
        return app


async def _well() -> bool:
    return True


@contextmanager
def stage_running() -> Iterator[Stage]:
    """A stage on a loopback port of its own, ended with the block."""
    stage = Stage()
    thread = threading.Thread(target=stage.server.run, daemon=True)
    thread.start()
    wait_until("the stage is up", lambda: stage.server.started, 10)
    try:
        yield stage
    finally:
        stage.server.should_exit = True
        thread.join(10)

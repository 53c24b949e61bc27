"""An engine of fixed speed on loopback: it repeats what it heard, in the form of the real one."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.servers.waiting import wait_until


@dataclass
class EchoEngine:
    """``heard`` are the turns that reached it; ``seconds`` how long each takes; ``replies`` what
    it says instead of an echo.
    """

    seconds: float = 0.0
    heard: list[dict[str, Any]] = field(default_factory=list)
    finished: list[tuple[str, float]] = field(default_factory=list)
    replies: list[dict[str, Any]] | None = None
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def health(self, _: Request) -> JSONResponse:
        return JSONResponse({"status": "ok"})

    async def forget(self, _: Request) -> JSONResponse:
        return JSONResponse({"erased": True})

    async def turn(self, request: Request) -> JSONResponse:
        turn = await request.json()
        self.heard.append(turn)
        await asyncio.sleep(self.seconds)
        self.finished.append((turn["text"], time.monotonic()))
        echo = [{"text": f"Gehört: {turn['text']}"}]
        language = turn["language"] or "de"
        replies = echo if self.replies is None else self.replies
        return JSONResponse({"language": language, "replies": replies})


@contextmanager
def echo_engine(seconds: float = 0.0) -> Iterator[EchoEngine]:
    """It runs while the block lasts."""
    engine = EchoEngine(seconds)
    routes = [
        Route("/webhooks/frontdoor/", engine.health),
        Route("/webhooks/frontdoor/webhook", engine.turn, methods=["POST"]),
        Route("/webhooks/frontdoor/conversations/{sender}", engine.forget, methods=["DELETE"]),
    ]
    config = uvicorn.Config(
        Starlette(routes=routes), host="127.0.0.1", port=0, log_level="error", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    wait_until("echo engine", lambda: server.started, 10)
    engine.port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield engine
    finally:
        server.should_exit = True
        thread.join(10)

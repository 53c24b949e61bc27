"""A front door for tests of the console: the real one but for the engine, which takes a minute to
start; in its place stands a program that hands over and answers what it is told.
"""

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from frontdoor.secrets import load_secrets
from tests.servers.frontdoor import COMMAND, NOW, ROOT, free_ports
from tests.servers.waiting import wait_until

PASSWORD = "correct horse battery"
_READY_SECONDS = 120.0
_STOP_SECONDS = 20.0
# Who says this wants a person; anything else is answered by repeating it.
WANTS_PERSON = "Mensch"


class ConsoleDoor:
    """``folder`` holds the store; starting again on it keeps it."""

    def __init__(self, folder: Path, now: datetime = NOW, **environment: str) -> None:
        self.folder = folder
        self.port, self.engine_port = free_ports(2)
        self.address = f"http://127.0.0.1:{self.port}"
        self._environment = {
            "FRONTDOOR_PORT": str(self.port),
            "FRONTDOOR_DATA_DIR": str(folder),
            "FRONTDOOR_NOW": now.isoformat(),
            # On a slow machine staff of the tests must not count as gone.
            "HANDOVER_PRESENT_SECONDS": "3600",
            "HANDOVER_STAFF_GONE_MINUTES": "60",
            "HANDOVER_STAFF_WARN_MINUTES": "50",
            "HANDOVER_STAFF_SILENT_MINUTES": "60",
            "FRONTDOOR_ENGINE_URL": f"http://127.0.0.1:{self.engine_port}",
            **environment,
        }
        self._token = load_secrets(folder).internal
        self._process: subprocess.Popen[bytes] | None = None
        # Each request on a connection of its own: the server may be killed in between.
        self.api = httpx.Client(
            base_url=self.address,
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=30,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def hire(self, login: str, role: str = "agent") -> None:
        command = [str(COMMAND), "users", "add", login, "--name", login.title(), "--role", role]
        subprocess.run(
            command, env=self._env(), cwd=ROOT, input=PASSWORD.encode(), check=True, timeout=120
        )

    def start(self) -> None:
        with (self.folder / "serve.log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(COMMAND), "serve"], env=self._env(), cwd=ROOT, stdout=log, stderr=log
            )
        wait_until("the front door answers", self._is_up, _READY_SECONDS)

    def kill(self) -> None:
        """As a machine that dies."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(_STOP_SECONDS)

    def log_text(self) -> str:
        return (self.folder / "serve.log").read_text(encoding="utf-8", errors="replace")

    def request_person(self, conversation_id: str) -> httpx.Response:
        """As the assistant does when somebody asks for a person."""
        evidence = {"slots": {"people": 2}, "wishes": [], "task": None, "failed": 0, "why": None}
        body = {"reason": "request", "language": "de", "evidence": evidence}
        path = f"/api/conversations/{conversation_id}/handover"
        return self.api.post(path, json=body)

    def engine(self) -> FastAPI:
        """What stands in the engine's place."""
        app = FastAPI()

        @app.get("/webhooks/frontdoor/")
        def health() -> dict[str, str]:
            return {"status": "ok"}

        @app.post("/webhooks/frontdoor/webhook")
        def answer(body: dict[str, Any]) -> dict[str, Any]:
            said = f"Bot: {body['text']}"
            if WANTS_PERSON in body["text"]:
                there = self.request_person(body["sender"]).json()["available"]
                said = "Ich hole jemanden." if there else "Gerade ist niemand da."
            return {"language": "de", "replies": [{"text": said}]}

        return app

    def _is_up(self) -> bool:
        assert self._process is not None
        if self._process.poll() is not None:
            raise RuntimeError(self.log_text()[-3000:])
        try:
            return self.api.get("/health/live").status_code == 200
        except httpx.HTTPError:
            return False

    def _env(self) -> dict[str, str]:
        return {**os.environ, **self._environment}


@contextmanager
def console_door_in(folder: Path, now: datetime = NOW, **environment: str) -> Iterator[ConsoleDoor]:
    """A door with its stand-in for the engine until the block ends; not started yet."""
    door = ConsoleDoor(folder, now, **environment)
    config = uvicorn.Config(door.engine(), port=door.engine_port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield door
    finally:
        if door._process is not None and door._process.poll() is None:
            door.kill()
        server.should_exit = True
        thread.join(_STOP_SECONDS)

"""A front door whose engine repeats what it hears: ``frontdoor serve`` on loopback.

For what happens between a browser and the record, whatever is answered.
"""

import contextlib
import json
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

from tests.servers.chat import Conversation
from tests.servers.frontdoor import COMMAND, NOW, ROOT, free_ports
from tests.servers.records import Records
from tests.servers.waiting import wait_until

_READY_SECONDS = 180.0


class EchoDoor:
    """``folder`` holds store and log; starting again on it keeps both.

    ``forgotten`` are the conversations that the engine was told to forget.
    """

    def __init__(self, folder: Path) -> None:
        self.forgotten: list[str] = []
        self.log = folder / "frontdoor.log"
        self.port, self.friend_port = free_ports(2)
        limits = httpx.Limits(max_keepalive_connections=0)
        self.http = httpx.Client(base_url=self.address, timeout=60.0, limits=limits)
        self._folder = folder
        self._engine = ThreadingHTTPServer(("127.0.0.1", 0), _engine(self.forgotten))
        threading.Thread(target=self._engine.serve_forever, daemon=True).start()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def records(self) -> Records:
        """What stands in the database."""
        return Records(self._folder / "frontdoor.db")

    def start(self) -> None:
        """Start, and return when it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(COMMAND), "serve"],
                cwd=ROOT,
                env={
                    **os.environ,
                    "FRONTDOOR_PORT": str(self.port),
                    "FRONTDOOR_ENGINE_PORT": str(self._engine.server_port),
                    "FRONTDOOR_DATA_DIR": str(self._folder),
                    "FRONTDOOR_NOW": NOW.isoformat(),
                    "FRONTDOOR_ALLOWED_ORIGINS": f"http://127.0.0.1:{self.friend_port}",
                    "FRONTDOOR_TRUSTED_PROXIES": "127.0.0.1",
                },
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        wait_until("echo door ready", self._is_ready, _READY_SECONDS)

    def _is_ready(self) -> bool:
        with contextlib.suppress(httpx.HTTPError):
            return self.http.get("/health").status_code == 200
        return False

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def close(self) -> None:
        """End door and engine."""
        self._end(signal.SIGTERM)
        self._engine.shutdown()
        self._engine.server_close()

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(60)

    def log_text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def conversation(self, language: str | None = None) -> Conversation:
        """A new conversation over HTTP."""
        return Conversation(self.http, language)

    def reports(self) -> dict[str, int]:
        """How often pages broke their Content-Security-Policy, as browsers reported."""
        token = json.loads((self._folder / "secrets.json").read_text())["internal"]
        headers = {"Authorization": f"Bearer {token}"}
        return dict(self.http.get("/internal/reports", headers=headers).json()["counts"])


@contextmanager
def echo_door_in(folder: Path) -> Iterator[EchoDoor]:
    """A running one, ended with the block."""
    door = EchoDoor(folder)
    try:
        door.start()
        yield door
    finally:
        door.close()


def _engine(forgotten: list[str]) -> type[BaseHTTPRequestHandler]:
    class Engine(BaseHTTPRequestHandler):
        """Says everything again, as text and on a button."""

        def do_GET(self) -> None:
            self._answer({"status": "ok"})

        def do_DELETE(self) -> None:
            forgotten.append(self.path.rpartition("/")[2])
            self._answer({"erased": True})

        def do_POST(self) -> None:
            turn = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            said = turn["text"]
            buttons = [{"title": said, "payload": "/affirm"}]
            replies = [{"text": f"Gehört: {said}", "buttons": buttons}]
            known = {"message_id": turn["id"], "intent": "greet", "confidence": 0.9}
            self._answer({"language": "de", "replies": replies, **known})

        def _answer(self, body: Any) -> None:
            content = json.dumps(body).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Engine

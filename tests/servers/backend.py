"""A backend of the tests' own, alone in its process: ``frontdoor serve backend``."""

import contextlib
import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import httpx

from tests.servers.frontdoor import COMMAND, ROOT
from tests.servers.ports import free_ports
from tests.servers.waiting import wait_until

_READY_SECONDS = 90.0


class BackendProcess:
    """``folder`` holds store and log; starting again on it keeps both. ``settings`` go into its
    environment.
    """

    def __init__(self, folder: Path, **settings: str) -> None:
        self.log = folder / "backend.log"
        (self.port,) = free_ports(1)
        limits = httpx.Limits(max_keepalive_connections=0)
        self.http = httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}", timeout=30.0, limits=limits
        )
        self._folder = folder
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and return when it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(COMMAND), "serve", "backend"],
                cwd=ROOT,
                env={
                    **os.environ,
                    "FRONTDOOR_PORT": str(self.port),
                    "FRONTDOOR_DATA_DIR": str(self._folder),
                    **self._settings,
                },
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.wait_ready()

    def wait_ready(self) -> None:
        """Return when it answers."""
        wait_until("backend ready", self._is_ready, _READY_SECONDS)

    def _is_ready(self) -> bool:
        with contextlib.suppress(httpx.HTTPError):
            return self.http.get("/api/health").status_code == 200
        return False

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as a service manager does."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(30)

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The answer of an internal endpoint. Raises httpx.HTTPError."""
        response = self.http.post(f"/api/{path}", json=body, headers=self._internal())
        response.raise_for_status()
        return dict(response.json())

    def get(self, path: str) -> dict[str, Any]:
        """The answer of an internal endpoint. Raises httpx.HTTPError."""
        response = self.http.get(f"/api/{path}", headers=self._internal())
        response.raise_for_status()
        return dict(response.json())

    def log_text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _internal(self) -> dict[str, str]:
        token = json.loads((self._folder / "secrets.json").read_text())["internal"]
        return {"Authorization": f"Bearer {token}"}

"""A front door with Telegram, without an engine of its own: ``frontdoor serve``."""

import contextlib
import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.servers.frontdoor import COMMAND, ROOT, free_ports
from tests.servers.records import Records
from tests.servers.telegram.api import TOKEN, BotApi
from tests.servers.waiting import wait_until

_READY_SECONDS = 240.0


class TelegramDoor:
    """``folder`` holds store and log; starting again on it keeps both."""

    def __init__(self, folder: Path, api: BotApi, engine: str, **settings: str) -> None:
        self.folder = folder
        self.log = folder / "frontdoor.log"
        (self.port,) = free_ports(1)
        limits = httpx.Limits(max_keepalive_connections=0)
        address = f"http://127.0.0.1:{self.port}"
        self.http = httpx.Client(base_url=address, timeout=60.0, limits=limits)
        self._api = api
        self._settings = telegram_settings(api, self.port) | settings
        self._settings |= {"FRONTDOOR_ENGINE_URL": engine, "FRONTDOOR_DATA_DIR": str(folder)}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def records(self) -> Records:
        """What stands in the database."""
        return Records(self.folder / "frontdoor.db")

    def start(self, *, wait: bool = True) -> None:
        """Start, and return when Telegram is connected."""
        self._api.webhook = None
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(COMMAND), "serve"],
                cwd=ROOT,
                env={**os.environ, "FRONTDOOR_PORT": str(self.port), **self._settings},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        if wait:
            wait_until("front door with Telegram", self._is_ready, _READY_SECONDS)

    def _is_ready(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self.log_text()[-3000:]
        with contextlib.suppress(httpx.HTTPError):
            return httpx.get(f"http://127.0.0.1:{self.port}/health").status_code == 200
        return False

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(30)

    def stop(self) -> None:
        """End it as a service manager does."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(30)

    def internal(self) -> dict[str, str]:
        """The header by which our own processes know one another."""
        token = json.loads((self.folder / "secrets.json").read_text())["internal"]
        return {"Authorization": f"Bearer {token}"}

    def log_text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


def telegram_settings(api: BotApi, port: int) -> dict[str, str]:
    """The environment for a front door at ``port`` that knows the double."""
    return {
        "FRONTDOOR_TELEGRAM_TOKEN": TOKEN,
        "FRONTDOOR_TELEGRAM_API": api.address,
        "FRONTDOOR_TELEGRAM_MODE": "webhook",
        "FRONTDOOR_PUBLIC_URL": f"http://127.0.0.1:{port}",
    }


@contextmanager
def telegram_door(
    folder: Path, api: BotApi, engine: str, **settings: str
) -> Iterator[TelegramDoor]:
    """A running one, ended with the block."""
    door = TelegramDoor(folder, api, engine, **settings)
    try:
        door.start()
        yield door
    finally:
        door.stop()

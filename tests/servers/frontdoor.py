"""A front door of the tests' own: ``frontdoor run`` on free loopback ports, a store of its own
and a clock that starts at a known moment.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import httpx

from tests.servers.chat import Conversation
from tests.servers.ports import free_ports
from tests.servers.processes import children, is_running
from tests.servers.records import Records
from tests.servers.smtp import Postbox
from tests.servers.waiting import wait_until

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("frontdoor")
# A Tuesday; the first week of Advent has no holiday.
NOW = datetime(2026, 12, 1, 9, 0)
TODAY: date = NOW.date()
# Training is part of the first start.
_READY_SECONDS = 240.0
_STOP_SECONDS = 20.0
# The tests share a few contacts, book the same times again, and all come from one address.
LENIENT = {
    "APPOINTMENTS_MAX_PER_CONTACT": "0",
    "APPOINTMENTS_RETURN_MAX_MINUTES": "0",
    "APPOINTMENTS_OFFER_EVERY_SECONDS": "1",
    "FRONTDOOR_LOOKUPS_PER_MINUTE": "10000",
}
_MARKS = {"engine": "assistant.server", "frontdoor": "frontdoor.cli"}


class FrontDoor:
    """``folder`` holds the store and the log; starting again on it keeps both. Mails arrive in
    ``postbox``, where there is one; ``rules`` are settings that differ from the usual ones.
    """

    def __init__(
        self,
        folder: Path,
        now: datetime = NOW,
        postbox: Postbox | None = None,
        rules: Mapping[str, str] = LENIENT,
    ) -> None:
        self.folder = folder
        self.postbox = postbox
        self.log = folder / "frontdoor.log"
        # The friend is another site, whose pages may carry the chat.
        self.port, self.engine_port, self.friend_port = free_ports(3)
        # Each request on a connection of its own: the server may be killed in between.
        limits = httpx.Limits(max_keepalive_connections=0)
        self.http = httpx.Client(base_url=self.address, timeout=60.0, limits=limits)
        self._now = now
        self._rules = rules
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def engine_address(self) -> str:
        return f"http://127.0.0.1:{self.engine_port}"

    @property
    def records(self) -> Records:
        """What stands in the database."""
        return Records(self.folder / "frontdoor.db")

    @property
    def pid(self) -> int:
        """The supervisor's process id."""
        assert self._process is not None
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the supervisor runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start, and return when every part answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(COMMAND), "run"],
                cwd=ROOT,
                env={
                    **os.environ,
                    "FRONTDOOR_PORT": str(self.port),
                    "FRONTDOOR_ENGINE_PORT": str(self.engine_port),
                    "FRONTDOOR_DATA_DIR": str(self.folder),
                    "FRONTDOOR_NOW": self._now.isoformat(),
                    "FRONTDOOR_ALLOWED_ORIGINS": f"http://127.0.0.1:{self.friend_port}",
                    # Who wants to be limited says in X-Forwarded-For to come from elsewhere.
                    "FRONTDOOR_TRUSTED_PROXIES": "127.0.0.1",
                    # On a slow machine staff of the tests must not count as gone.
                    "HANDOVER_PRESENT_SECONDS": "3600",
                    "HANDOVER_STAFF_GONE_MINUTES": "60",
                    "HANDOVER_STAFF_WARN_MINUTES": "50",
                    "HANDOVER_STAFF_SILENT_MINUTES": "60",
                    **self._rules,
                    **(self.postbox.settings if self.postbox else {}),
                },
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.wait_ready()

    def one_time_code(self, recipient: str, known: int = 0) -> str:
        """The code of the latest mail to ``recipient`` that holds one; ``known`` older ones do not
        count.
        """
        assert self.postbox is not None
        box = self.postbox
        wait_until("a code was mailed", lambda: len(box.codes(recipient)) > known, 30)
        return box.codes(recipient)[-1]

    def wait_ready(self) -> float:
        """Wait until /health is green; the seconds it took."""
        return wait_until("front door ready", self._is_ready_or_dead, _READY_SECONDS)

    def _is_ready_or_dead(self) -> bool:
        if not self.is_alive:
            raise RuntimeError(f"the front door ended:\n{self.log_text()[-3000:]}")
        try:
            return self.http.get("/health").status_code == 200
        except httpx.HTTPError:
            return False

    def stop(self, ending: signal.Signals = signal.SIGINT) -> float:
        """End it; the seconds it took. A supervisor that does not end is killed."""
        began = time.monotonic()
        if self._process is not None and self.is_alive:
            self._process.send_signal(ending)
            try:
                self._process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        return time.monotonic() - began

    def part(self, name: str) -> int:
        """The process id of the part "engine" or "frontdoor"."""
        return next(pid for pid, command in children(self.pid).items() if _MARKS[name] in command)

    def kill(self, name: str) -> None:
        """kill -9 a part, and return when it is gone."""
        pid = self.part(name)
        os.kill(pid, signal.SIGKILL)
        wait_until(f"{name} dead", lambda: not is_running(pid), 5)

    def log_text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def conversation(self, language: str | None = None) -> Conversation:
        """A new conversation; ``language`` is what the browser would prefer."""
        return Conversation(self.http, language)

    def internal(self) -> dict[str, str]:
        """The header by which our own processes know one another."""
        token = json.loads((self.folder / "secrets.json").read_text())["internal"]
        return {"Authorization": f"Bearer {token}"}

    def reports(self) -> dict[str, int]:
        """How often pages broke their Content-Security-Policy, as browsers reported."""
        found = self.http.get("/internal/reports", headers=self.internal()).json()
        return dict(found["counts"])

    def book(
        self, office: str, start: str, services: dict[str, int], email: str = "erika@example.org"
    ) -> str:
        """An appointment made straight at the backend; its code."""
        wanted = [{"key": key, "count": count} for key, count in services.items()]
        held = self._post("holds", {"services": wanted, "office": office, "start": start})
        person = {"name": "Erika Beispiel", "email": email}
        return str(self._post(f"holds/{held['hold_id']}/confirm", person)["code"])

    def _post(self, path: str, body: dict[str, object]) -> dict[str, object]:
        response = self.http.post(f"/api/appointments/{path}", json=body, headers=self.internal())
        assert response.status_code == 201, response.text
        answer: dict[str, object] = response.json()
        return answer


@contextmanager
def front_door_in(
    folder: Path,
    now: datetime = NOW,
    postbox: Postbox | None = None,
    rules: Mapping[str, str] = LENIENT,
) -> Iterator[FrontDoor]:
    """A running front door, ended with the block."""
    door = FrontDoor(folder, now, postbox, rules)
    try:
        door.start()
        yield door
    finally:
        door.stop()

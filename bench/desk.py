"""How fast a message reaches the other side: many open conversations, many staff, one process.

``python -m bench.desk ADDRESS``: a front door that answers there, with the data folder in
``FRONTDOOR_DATA_DIR``; conversations are handed over through the backend, so no engine is needed.
Set ``HANDOVER_STAFF_SILENT_MINUTES`` and ``HANDOVER_PRESENT_SECONDS`` high for it. Prints
milliseconds from sending to arrival: person to console and staff to widget.
"""

import argparse
import asyncio
import json
import re
import secrets
import statistics
import time
from dataclasses import dataclass, field

import httpx
import websockets

from connectors.console import csrf
from connectors.core.tokens import Tokens
from frontdoor import staffing
from frontdoor.secrets import load_secrets
from frontdoor.settings import FrontDoorSettings

_PASSWORD = "correct horse battery"
_MESSAGE = re.compile(r'class="message__text"[^>]*>([^<]*)<')
_SETTLING_SECONDS = 3.0


@dataclass
class Arrivals:
    """When a text was sent, and how long it took to arrive."""

    sent: dict[str, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)

    def send(self) -> str:
        """A text of its own, whose time runs from now."""
        text = secrets.token_hex(8)
        self.sent[text] = time.perf_counter()
        return text

    def arrive(self, text: str) -> None:
        """A text has arrived; unknown ones are fine."""
        began = self.sent.pop(text, None)
        if began is not None:
            self.took.append((time.perf_counter() - began) * 1000)

    def line(self, name: str) -> str:
        """Count, median and 95th percentile in milliseconds; lost is what never arrived."""
        if len(self.took) < 2:
            return f"{name}: {len(self.took)} arrived, {len(self.sent)} lost"
        p95 = statistics.quantiles(self.took, n=20)[-1]
        return (
            f"{name}: {len(self.took)} arrived, {len(self.sent)} lost, "
            f"p50 {statistics.median(self.took):.0f} ms, p95 {p95:.0f} ms"
        )


@dataclass
class Bench:
    """The address, its secrets, and how much of everything."""

    address: str
    internal: str
    tokens: Tokens
    conversations: int
    staff: int
    seconds: float
    to_staff: Arrivals = field(default_factory=Arrivals)
    to_person: Arrivals = field(default_factory=Arrivals)

    async def run(self) -> None:
        """Open everything, talk for a while, tell the figures."""
        logins = [f"bench{number}" for number in range(self.staff)]
        clients = [await self._sign_in(login) for login in logins]
        for client in clients:
            form = {"status": "available", "limit": "50"}
            (await client.post("/console/presence", data=form)).raise_for_status()
        ids = [f"bench-{secrets.token_hex(6)}" for _ in range(self.conversations)]
        for number, each in enumerate(ids):
            await self._open(each, clients[number % self.staff])
        owners = {each: clients[number % self.staff] for number, each in enumerate(ids)}
        lines = [asyncio.create_task(self._widget(each)) for each in ids]
        # One page for each member of staff, on one of their conversations.
        watched = ids[: self.staff]
        lines += [asyncio.create_task(self._page(owners[each], each)) for each in watched]
        await asyncio.sleep(_SETTLING_SECONDS)
        print(f"{self.conversations} conversations, {self.staff} staff, {self.seconds:.0f} s")
        ends = time.perf_counter() + self.seconds
        await asyncio.gather(
            *(self._talk(each, owners[each], each in watched, ends) for each in ids)
        )
        await asyncio.sleep(_SETTLING_SECONDS)
        for line in lines:
            line.cancel()
        print(self.to_staff.line("person to console"))
        print(self.to_person.line("staff to widget"))

    async def _sign_in(self, login: str) -> httpx.AsyncClient:
        client = httpx.AsyncClient(base_url=self.address, timeout=120)
        page = await client.get("/console/sign-in")
        found = re.search(r'name="csrf" value="(\w+)"', page.text)
        form = {"csrf": found.group(1) if found else "", "login": login, "password": _PASSWORD}
        await client.post("/console/sign-in", data=form)
        client.headers["X-CSRF-Token"] = csrf.token_for(client.cookies["console_session"])
        client.headers["HX-Request"] = "true"
        return client

    async def _open(self, conversation_id: str, owner: httpx.AsyncClient) -> None:
        headers = {"Authorization": f"Bearer {self.internal}"}
        path = f"/api/conversations/{conversation_id}"
        body = {"id": "m0", "channel": "website", "text": "Guten Tag", "language": "de"}
        await owner.post(f"{path}/messages", json=body, headers=headers)
        asked = {"reason": "request", "language": "de"}
        answer = await owner.post(f"{path}/handover", json=asked, headers=headers)
        if not answer.json().get("available"):
            raise SystemExit(f"no handover: {answer.text[:200]}")
        (await owner.post(f"/console/conversations/{conversation_id}/take")).raise_for_status()

    async def _widget(self, conversation_id: str) -> None:
        address = self.address.replace("http", "ws", 1) + "/chat/ws"
        async with websockets.connect(address, origin=self.address) as line:  # type: ignore[arg-type]
            hello = {"type": "hello", "conversation_id": self.tokens.sign(conversation_id)}
            await line.send(json.dumps(hello))
            async for frame in line:
                self.to_person.arrive(json.loads(frame).get("text", ""))

    async def _page(self, owner: httpx.AsyncClient, conversation_id: str) -> None:
        query = {"conversation": conversation_id, "after": "0"}
        async with owner.stream("GET", "/console/live", params=query, timeout=None) as stream:
            async for row in stream.aiter_lines():
                if found := _MESSAGE.search(row):
                    self.to_staff.arrive(found.group(1))

    async def _talk(
        self, conversation_id: str, owner: httpx.AsyncClient, watched: bool, ends: float
    ) -> None:
        """Both sides say something now and then; only what a page shows is timed."""
        headers = {"Authorization": f"Bearer {self.internal}"}
        token = self.tokens.sign(conversation_id)
        while True:
            await asyncio.sleep(2 + 18 * secrets.randbelow(1000) / 1000)
            if time.perf_counter() > ends:
                return
            text = self.to_staff.send() if watched else "ja"
            body = {"conversation_id": token, "text": text, "id": secrets.token_hex(6)}
            await owner.post("/chat/messages", json=body, headers=headers)
            form = {"id": secrets.token_hex(6), "text": self.to_person.send()}
            await owner.post(f"/console/conversations/{conversation_id}/messages", data=form)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--conversations", type=int, default=200)
    parser.add_argument("--staff", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    known = load_secrets(FrontDoorSettings().data_dir)
    from backend.staff.domain.users import Role
    from backend.staff.service.managing import Draft

    there = {line.split("\t")[0] for line in staffing.listed()}
    for number in range(given.staff):
        if f"bench{number}" not in there:
            login = f"bench{number}"
            staffing.add(Draft(login, login.title(), Role.AGENT, None, ("de",), _PASSWORD))
    print(f"{given.staff} users are there")
    tokens = Tokens(known.conversations)
    bench = Bench(
        given.address.rstrip("/"),
        known.internal,
        tokens,
        given.conversations,
        given.staff,
        given.seconds,
    )
    asyncio.run(bench.run())


if __name__ == "__main__":
    _main()

"""Asks for slots the way the assistant does, through the REST interface in this process."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx
from sqlalchemy import text

from backend.app import create_backend, running
from backend.appointments.settings import AppointmentSettings
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.migrations import migrate
from backend.kit.settings import BackendSettings
from bench.appointments.filling import fill

NOW = datetime(2026, 3, 2, 7, 0)
WEEKS = 8
_SERVICES = ("passport", "passport:4", "registration_certificate", "identity_card:2")


@dataclass(frozen=True)
class Found:
    """What stood in the database, and by kind of search the seconds of each: on the clock, and
    of processor time in this process, which other people's work on the machine hardly changes.
    """

    database: str
    booked: int
    ahead: int
    seconds: dict[str, list[tuple[float, float]]]


def kinds() -> dict[str, str]:
    """Query strings of a search over eight weeks and all offices, by what is asked for."""
    until = (NOW + timedelta(weeks=WEEKS)).isoformat()
    window = f"from={NOW.isoformat()}&until={until}"
    return {
        "first three": f"{window}&limit=3",
        "three that differ": f"{window}&limit=3&spread=true",
        "the last of them": f"{window}&limit=3&daily_from=15:55",
        "all (500)": f"{window}&limit=500",
    }


async def search(name: str, url: str, folder: Path, booked: int, times: int) -> Found:
    """Fill a fresh database and search it `times` times in each way."""
    folder.mkdir(parents=True, exist_ok=True)
    backend = create_backend(
        BackendSettings(data_dir=folder, database_url=url), FixedClock(NOW), rules=None
    )
    transport = httpx.ASGITransport(backend)
    async with (
        running(backend),
        httpx.AsyncClient(transport=transport, base_url="http://backend") as client,
    ):
        database: Database = backend.state.container.database
        migrate(database.engine)
        horizon = AppointmentSettings().horizon_days
        ahead = await asyncio.to_thread(fill, database, NOW.date(), horizon, booked)
        await asyncio.to_thread(_settle, database)
        seconds = {kind: await _times(client, query, times) for kind, query in kinds().items()}
    return Found(name, booked, ahead, seconds)


def _settle(database: Database) -> None:
    """Count the rows for the query planner, as PostgreSQL does by itself within a minute."""
    with database.writing() as session:
        session.execute(text("ANALYZE"))


async def _times(client: httpx.AsyncClient, query: str, times: int) -> list[tuple[float, float]]:
    await _ask(client, query, _SERVICES[:2])
    measured = []
    for number in range(times):
        service = _SERVICES[number % len(_SERVICES)]
        began, worked = time.perf_counter(), time.process_time()
        await _ask(client, query, [service])
        measured.append((time.perf_counter() - began, time.process_time() - worked))
    return measured


async def _ask(client: httpx.AsyncClient, query: str, services: Sequence[str]) -> None:
    wanted = "&".join(f"service={each}" for each in services)
    answer = await client.get(f"/api/appointments/slots?{wanted}&{query}")
    answer.raise_for_status()

"""The real backend in this process, for the contract tests of those who call it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from httpx import ASGITransport, AsyncClient
from pydantic import SecretStr

from backend.app import create_backend, running
from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.settings import AppointmentSettings
from backend.kit.clock import Clock, FixedClock
from backend.kit.ids import SeededIds
from backend.kit.settings import BackendSettings
from backend.notifications.service.ports import Mailer

_TOKEN = "contract"
_DATABASE = "frontdoor.db"


async def prepare_database(folder: Path) -> Path:
    """A migrated database file with the catalogue, to be copied for each test."""
    async with real_backend(folder, FixedClock(datetime(2026, 3, 2, 9, 0))):
        pass
    return folder / _DATABASE


@asynccontextmanager
async def backend_on(
    database: Path,
    folder: Path,
    clock: Clock,
    zms_url: str = "",
    mailer: Mailer | None = None,
    **rules: Any,
) -> AsyncIterator[AsyncClient]:
    """As :func:`real_backend`, on a copy of a prepared ``database``."""
    shutil.copy(database, folder / _DATABASE)
    async with real_backend(folder, clock, zms_url, mailer, **rules) as client:
        yield client


@asynccontextmanager
async def real_backend(
    folder: Path,
    clock: Clock,
    zms_url: str = "",
    mailer: Mailer | None = None,
    **rules: Any,
) -> AsyncIterator[AsyncClient]:
    """A client of a backend on ``folder`` until the block ends; ``zms_url`` stands behind it.

    ``rules`` are fields of ``AppointmentSettings``.
    """
    settings = BackendSettings(data_dir=folder, database_url="", internal_token=SecretStr(_TOKEN))
    lenient = AppointmentSettings(
        provider="zms" if zms_url else "embedded",
        **{"max_per_contact": 0, "return_max_minutes": 0, **rules},
    )
    app = create_backend(
        settings, clock, SeededIds(1), lenient, mailer=mailer, zms=ZmsSettings(url=zms_url)
    )
    client = AsyncClient(
        transport=ASGITransport(app),
        base_url="http://backend",
        headers={"Authorization": f"Bearer {_TOKEN}"},
    )
    async with running(app), client:
        yield client

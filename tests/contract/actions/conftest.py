"""The appointment service twice: in memory, and the real backend over its REST API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from actions.appointments.api import AppointmentsApi
from actions.backend import Backend
from backend.kit.clock import FixedClock
from tests.fakes.appointments import FakeAppointments
from tests.fakes.backend import backend_on, prepare_database
from tests.servers.zms import zms_server

MONDAY = datetime(2026, 3, 2, 9, 0)


@dataclass
class World:
    """A service and the clock it goes by; ``is_able`` to move appointments and to let wait."""

    service: AppointmentsApi | FakeAppointments
    clock: FixedClock
    is_able: bool = True

    def move(self, step: timedelta) -> None:
        """Let time go by."""
        self.clock.advance(step)
        if isinstance(self.service, FakeAppointments):
            self.service.now = self.clock.local()


@pytest.fixture(scope="session")
def prepared_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return asyncio.run(prepare_database(tmp_path_factory.mktemp("prepared")))


@pytest.fixture(params=["fake", "real", "zms"])
async def world(
    request: pytest.FixtureRequest, tmp_path: Path, prepared_database: Path
) -> AsyncIterator[World]:
    async with _world(request.param, tmp_path, prepared_database) as made:
        yield made


@pytest.fixture(params=["fake", "real"])
async def moving_world(
    request: pytest.FixtureRequest, tmp_path: Path, prepared_database: Path
) -> AsyncIterator[World]:
    """Where appointments can be moved; the ZMS has no such call."""
    async with _world(request.param, tmp_path, prepared_database) as made:
        yield made


@asynccontextmanager
async def _world(kind: str, tmp_path: Path, prepared_database: Path) -> AsyncIterator[World]:
    clock = FixedClock(MONDAY)
    if kind == "fake":
        yield World(FakeAppointments(MONDAY), clock)
        return
    with zms_server(clock) if kind == "zms" else nullcontext() as zms:
        url = zms.url if zms else ""
        async with backend_on(prepared_database, tmp_path, clock, url) as client:
            yield World(AppointmentsApi(Backend(client)), clock, is_able=zms is None)

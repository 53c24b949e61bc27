"""The notifications service on a database of its own; no job ticks by itself."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.kit.clock import FixedClock
from backend.kit.database import Database
from tests.unit.backend.notifications.support import House


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock, fresh_database: Path) -> Iterator[House]:
    file = shutil.copy(fresh_database, tmp_path / "notices.db")
    database = Database(f"sqlite:///{file}")
    yield House(database, clock)
    database.dispose()

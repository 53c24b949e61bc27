"""Fixtures of the backend's unit tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.kit.clock import FixedClock
from tests.unit.backend.support import MONDAY, Api, backend_api


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture(scope="session")
def fresh_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file with the catalogue, to be copied."""
    folder = tmp_path_factory.mktemp("fresh")
    with backend_api(folder, FixedClock(MONDAY)):
        pass
    return folder / "frontdoor.db"


@pytest.fixture
def api(tmp_path: Path, clock: FixedClock, fresh_database: Path) -> Iterator[Api]:
    shutil.copy(fresh_database, tmp_path / "frontdoor.db")
    with backend_api(tmp_path, clock) as running:
        yield running

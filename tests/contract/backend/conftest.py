"""The same tests on SQLite and PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.appointments.loading import load_when_empty
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.migrations import migrate
from backend.kit.settings import REPOSITORY
from backend.models import metadata
from backend.services import TEXT_FILES  # noqa: F401  (imports every service and so every table)
from tests.servers.postgresql import missing_postgresql, postgresql
from tests.unit.backend.support import MONDAY


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A server for the whole run."""
    if reason := missing_postgresql():
        pytest.skip(reason)
    with postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'contract.db'}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def empty_database(database_url: str) -> Iterator[Database]:
    """A database without any table, cleared again afterwards."""
    database = Database(database_url)
    yield database
    with database.engine.begin() as connection:
        metadata.drop_all(connection)
        connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
    database.dispose()


@pytest.fixture
def database(empty_database: Database) -> Database:
    """A database with the newest schema and the city's catalogue."""
    migrate(empty_database.engine)
    with empty_database.writing() as session:
        load_when_empty(session, REPOSITORY / "data" / "city")
    return empty_database


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from backend.appointments.loading import load_when_empty
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.kit.database import Database
from backend.kit.migrations import migrate
from backend.kit.settings import REPOSITORY
from backend.models import metadata
from tests.contract.backend.crowd import at_once


def test_migrations_lead_to_the_tables_of_the_code(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database.engine)
    assert set(metadata.tables) < set(inspect(database.engine).get_table_names())


def test_processes_that_start_together_do_not_collide(empty_database: Database) -> None:
    def start(_: int) -> None:
        migrate(empty_database.engine)
        with empty_database.writing() as session:
            load_when_empty(session, REPOSITORY / "data" / "city")

    at_once(3, start)
    with empty_database.reading() as session:
        assert len(CatalogueRepository(session).offices()) == 8

"""Brings the database to the schema this code needs, at start."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

SCRIPTS = Path(__file__).resolve().parents[1] / "migrations"

# Any number that no other program uses on the same PostgreSQL database.
_START_LOCK = 0x4455_4953


def lock_start(connection: Connection) -> None:
    """Let only one process at a time prepare the database, until its transaction ends.

    SQLite needs nothing: its writing transactions exclude one another.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _START_LOCK})


def migrate(engine: Engine) -> None:
    """Run all missing migrations in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with engine.begin() as connection:
        lock_start(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

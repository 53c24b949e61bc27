"""Engine, transactions and the two session dependencies.

The request or job owns the only commit: `Database.writing()`/`reading()` and the dependencies
built on them are the only places that begin and end transactions.
"""

import hashlib
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    Table,
    create_engine,
    event,
    text,
)
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.types import TypeDecorator

from backend.kit.turns import Turns

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_BUSY_SECONDS = 15


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware UTC in Python, naive UTC in the database, the same on both kinds."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware instant to naive UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Naive UTC to aware instant."""
        return None if value is None else value.replace(tzinfo=UTC)


class Database:
    """One engine with its two kinds of transaction."""

    def __init__(self, url: str) -> None:
        self.engine = _make_engine(url)
        is_sqlite = self.engine.dialect.name == "sqlite"
        self.turns = Turns(writers=1) if is_sqlite else Turns()
        self._writing = sessionmaker(self.engine, expire_on_commit=False)
        self._reading = sessionmaker(
            self.engine.execution_options(sqlite_begin="BEGIN"), expire_on_commit=False
        )

    def writing(self) -> AbstractContextManager[Session]:
        """A session that commits at the end of the block and rolls back on an exception."""
        return self._writing.begin()

    def reading(self) -> AbstractContextManager[Session]:
        """A session for queries only; on SQLite it never waits for a writer."""
        return self._reading.begin()

    def dispose(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _make_engine(url: str) -> Engine:
    # A request's session can hop between worker threads, of which the server has 40.
    # Parameters hold personal data and must not reach a traceback in a log.
    options: dict[str, Any] = {"pool_size": 10, "max_overflow": 40, "hide_parameters": True}
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, **options)
    if parsed.database in (None, "", ":memory:"):
        raise ValueError("SQLite needs a file: several connections share the data")
    engine = create_engine(parsed, connect_args={"timeout": _BUSY_SECONDS}, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:
    # The driver must not begin transactions by itself: it would do so too late and without
    # the write lock. `_begin_sqlite` does.
    connection.isolation_level = None
    # WAL with NORMAL survives the death of a process at any moment; only a power cut can
    # take back the last commits (never corrupt the file).
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_SECONDS * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the write lock at once: a transaction that reads first and upgrades
    # later would fail instead of waiting.
    connection.exec_driver_sql(
        connection.get_execution_options().get("sqlite_begin", "BEGIN IMMEDIATE")
    )


def lock_names(session: Session, names: Iterable[str]) -> None:
    """Let only one writing transaction at a time go on with any of these names.

    SQLite needs nothing: its writing transactions exclude one another.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    for name in sorted(names):
        digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
        key = int.from_bytes(digest, signed=True)
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def upsert(session: Session, table: Table) -> SqliteInsert | PostgresInsert:
    """An INSERT that can say ON CONFLICT, in the dialect of the session."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite_insert(table)
    return postgres_insert(table)

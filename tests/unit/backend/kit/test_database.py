import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, Table, func, insert, select
from sqlalchemy.exc import IntegrityError

from backend.kit.database import Database, UtcDateTime, metadata
from backend.kit.wire import storable

notes = Table(
    "test_notes",
    metadata.__class__(),
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime),
)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    notes.create(database.engine)
    return database


def test_a_block_commits_or_rolls_back(database: Database) -> None:
    with database.writing() as session:
        session.execute(insert(notes).values(id=1))

    def fail() -> None:
        with database.writing() as session:
            session.execute(insert(notes).values(id=2))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as session:
        assert session.scalars(select(notes.c.id)).all() == [1]


def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    with database.writing() as writer:
        writer.execute(insert(notes).values(id=1))
        with database.reading() as reader:
            assert reader.scalar(select(func.count()).select_from(notes)) == 0


def test_writers_that_read_first_wait_for_each_other(database: Database) -> None:
    def add() -> None:
        with database.writing() as session:
            newest = session.scalar(select(func.max(notes.c.id))) or 0
            session.execute(insert(notes).values(id=newest + 1))

    threads = [threading.Thread(target=add) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.scalar(select(func.max(notes.c.id))) == 20


def test_instants_stay_instants(database: Database) -> None:
    moment = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    with database.writing() as session:
        session.execute(insert(notes).values(id=1, at=moment))
    with database.reading() as session:
        assert session.scalar(select(notes.c.at)) == moment


def test_memory_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="file"):
        Database("sqlite://")


def test_what_no_database_keeps_is_replaced() -> None:
    assert storable({"a\x00": ["\ud800", "😀", 1, None]}) == {"a�": ["�", "😀", 1, None]}


def test_errors_do_not_repeat_what_was_to_be_stored(database: Database) -> None:
    def twice() -> None:
        with database.writing() as session:
            session.execute(insert(notes).values(id=4711))
            session.execute(insert(notes).values(id=4711))

    with pytest.raises(IntegrityError) as caught:
        twice()
    assert "4711" not in str(caught.value)

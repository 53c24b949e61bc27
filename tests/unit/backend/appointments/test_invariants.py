"""Invariants of the engine on SQLite; tests/contract holds the same on PostgreSQL."""

import shutil
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from backend.kit.database import Database
from tests.unit.backend.machine import PHASES, offices_on


def test_whatever_people_and_offices_do(tmp_path: Path, fresh_database: Path) -> None:
    shutil.copy(fresh_database, tmp_path / "machine.db")
    database = Database(f"sqlite:///{tmp_path / 'machine.db'}")
    run_state_machine_as_test(
        offices_on(database),
        settings=settings(max_examples=12, stateful_step_count=25, phases=PHASES),
    )
    database.dispose()

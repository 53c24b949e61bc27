"""Fixtures of the identity service's tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.kit.clock import FixedClock
from tests.unit.backend.identity.support import People, people_of


@pytest.fixture
def people(tmp_path: Path, clock: FixedClock, fresh_database: Path) -> Iterator[People]:
    """Erika has one appointment, on Tuesday at ten in Walsum."""
    shutil.copy(fresh_database, tmp_path / "frontdoor.db")
    with people_of(tmp_path, clock) as found:
        found.api.book("2026-03-03T10:00")
        yield found

"""A console for each test."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.backend import prepare_database
from tests.unit.connectors.console.harness import Harness, console_on


@pytest.fixture(scope="session")
def prepared_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return asyncio.run(prepare_database(tmp_path_factory.mktemp("prepared")))


@pytest.fixture
async def console(prepared_database: Path, tmp_path: Path) -> AsyncIterator[Harness]:
    async with console_on(prepared_database, tmp_path) as harness:
        yield harness

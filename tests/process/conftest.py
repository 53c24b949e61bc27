"""A front door that may be killed."""

from collections.abc import Iterator

import pytest

from tests.servers.frontdoor import FrontDoor


@pytest.fixture(scope="session")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """Its store outlives each of its lives."""
    door = FrontDoor(tmp_path_factory.mktemp("sturdy"))
    yield door
    door.stop()


@pytest.fixture
def sturdy(mortal: FrontDoor) -> FrontDoor:
    """Running, whatever an earlier test did to it; its supervisor restarts killed parts."""
    if not mortal.is_alive:
        mortal.start()
    return mortal

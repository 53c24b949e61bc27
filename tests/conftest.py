"""One front door for all end-to-end tests that leave it running.

The engine's environment (Python 3.10) collects tests/unit/assistant through this file, too,
so it imports what only the front door's has when it is needed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.servers.frontdoor import FrontDoor

_LINES_SHOWN = 60


@pytest.fixture(scope="session")
def front_door(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[FrontDoor]":
    """Engine and front door, started once; its clock begins on Tuesday, 1 December 2026, 9:00."""
    from tests.servers.frontdoor import front_door_in
    from tests.servers.smtp import mail_server

    folder = tmp_path_factory.mktemp("frontdoor")
    with mail_server() as postbox, front_door_in(folder, postbox=postbox) as door:
        yield door


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """A failed end-to-end test shows what the processes logged."""
    report = yield
    if report.failed:
        for name, value in getattr(item, "funcargs", {}).items():
            if hasattr(value, "log_text"):
                lines = value.log_text().splitlines()[-_LINES_SHOWN:]
                report.sections.append((f"log of {name}", "\n".join(lines)))
    return report

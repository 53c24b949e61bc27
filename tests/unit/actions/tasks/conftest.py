"""A talk about the pretend task."""

import pytest

from actions.tasks.registry import Tasks
from tests.unit.actions.support import Talk
from tests.unit.actions.tasks.pretend import Bicycles


@pytest.fixture
def bicycles() -> Bicycles:
    return Bicycles()


@pytest.fixture
def talk(bicycles: Bicycles) -> Talk:
    return Talk(Tasks([bicycles.task()]))

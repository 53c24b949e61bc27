"""A backend with a town around it."""

import pytest

from tests.unit.backend.conversations.handover.support import Town
from tests.unit.backend.support import Api


@pytest.fixture
def town(api: Api) -> Town:
    return Town(api)

"""A backend whose passwords are hashed quickly."""

from dataclasses import replace

import pytest

from backend.staff.passwords import quick_passwords
from tests.unit.backend.support import Api


@pytest.fixture
def api(api: Api) -> Api:
    api.app.state.staff = replace(api.app.state.staff, passwords=quick_passwords())
    return api

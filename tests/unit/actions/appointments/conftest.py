"""The booking and its companions on the service in memory."""

import pytest

from actions.appointments.booking import Booking
from actions.appointments.existing import ExistingAppointment
from actions.tasks.registry import Tasks
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support import MONDAY, Talk


@pytest.fixture
def service() -> FakeAppointments:
    return FakeAppointments(MONDAY)


@pytest.fixture
def tasks(service: FakeAppointments) -> Tasks:
    existing = ExistingAppointment(service)
    return Tasks([Booking(service).task(), existing.check(), existing.cancel()])


@pytest.fixture
def talk(tasks: Tasks) -> Talk:
    return Talk(tasks)

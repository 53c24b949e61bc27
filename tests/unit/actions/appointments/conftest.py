"""The booking and its companions on the service in memory."""

import pytest

from actions.appointments.booking import Booking
from actions.appointments.existing import ExistingAppointment
from actions.appointments.rescheduling import Rescheduling
from actions.appointments.waiting import Waiting
from actions.tasks.registry import Tasks
from tests.fakes.appointments import FakeAppointments
from tests.fakes.proving import FakeIdentity
from tests.fakes.waiting_list import FakeWaitingList
from tests.unit.actions.support import MONDAY, Talk


@pytest.fixture
def service() -> FakeAppointments:
    return FakeAppointments(MONDAY)


@pytest.fixture
def identity() -> FakeIdentity:
    return FakeIdentity()


@pytest.fixture
def entries(service: FakeAppointments) -> FakeWaitingList:
    return FakeWaitingList(service)


@pytest.fixture
def tasks(service: FakeAppointments, identity: FakeIdentity, entries: FakeWaitingList) -> Tasks:
    existing = ExistingAppointment(service, identity)
    waiting = Waiting(service, identity, entries)
    moving = Rescheduling(service, identity, waiting)
    booking = Booking(service)
    return Tasks(
        [booking.task(), existing.check(), moving.task(), existing.cancel(), *waiting.tasks()]
    )


@pytest.fixture
def talk(tasks: Tasks) -> Talk:
    return Talk(tasks)

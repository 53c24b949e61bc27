"""What every waiting list keeps to: in memory, and the real backend over its REST API."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from actions.appointments.api import AppointmentsApi
from actions.appointments.ports import Past, Slot, Unknown, Wanted, Window
from actions.appointments.waiting_api import WaitingListApi
from actions.appointments.waiting_ports import OfferGone, WaitingList
from actions.backend import Backend
from backend.kit.clock import FixedClock
from language.dates import Interval
from tests.contract.actions.conftest import MONDAY
from tests.fakes.appointments import FakeAppointments
from tests.fakes.backend import backend_on
from tests.fakes.waiting_list import FakeWaitingList

ERIKA = {"name": "Erika Mustermann", "email": "erika@example.org", "language": "de"}
FRIDAY = datetime(2026, 3, 6, 9, 0)
Both = tuple[AppointmentsApi | FakeAppointments, WaitingList]


@pytest.fixture(params=["fake", "real"])
async def both(
    request: pytest.FixtureRequest, tmp_path: Path, prepared_database: Path
) -> AsyncIterator[Both]:
    if request.param == "fake":
        service = FakeAppointments(MONDAY)
        yield service, FakeWaitingList(service)
        return
    async with backend_on(prepared_database, tmp_path, FixedClock(MONDAY)) as client:
        backend = Backend(client)
        yield AppointmentsApi(backend), WaitingListApi(backend)


async def booked(both: Both) -> str:
    service, _ = both
    hold = await service.hold([Wanted("passport", 1)], Slot("walsum", FRIDAY), "m-1:hold")
    return str((await service.confirm(hold, ERIKA))["code"])


async def test_joined_and_left(both: Both) -> None:
    code, entries = await booked(both), both[1]
    assert not (await entries.standing(code)).waiting
    await entries.join(code, [], None)
    assert (await entries.standing(code)).waiting
    await entries.join(code, [], None)
    await entries.leave(code)
    await entries.leave(code)
    assert not (await entries.standing(code)).waiting


async def test_with_a_wish_for_times_and_offices(both: Both) -> None:
    code, entries = await booked(both), both[1]
    days = Interval(datetime(2026, 3, 4), datetime(2026, 3, 5, 23, 59))
    standing = await entries.join(code, ["hamborn"], Window(days, ("09:00", "12:00")))
    assert (standing.waiting, standing.offer) == (True, None)


async def test_an_appointment_nobody_knows_or_that_is_cancelled_waits_for_nothing(
    both: Both,
) -> None:
    with pytest.raises(Unknown):
        await both[1].standing("ZZZZ-9999")
    code = await booked(both)
    await both[0].cancel(code)
    with pytest.raises(Past):
        await both[1].join(code, [], None)


async def test_an_offer_that_is_none(both: Both) -> None:
    with pytest.raises(OfferGone):
        await both[1].accept("0190aaaa-0000-7000-8000-000000000000")
    with pytest.raises(OfferGone):
        await both[1].decline("0190aaaa-0000-7000-8000-000000000000")

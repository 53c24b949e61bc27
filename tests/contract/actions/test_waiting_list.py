"""What every waiting list keeps to: in memory, and the real backend over its REST API."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from actions.appointments.api import AppointmentsApi
from actions.appointments.ports import Past, Slot, Unknown, Wanted, Window
from actions.appointments.waiting_api import WaitingListApi
from actions.appointments.waiting_ports import Offered, OfferGone, WaitingList
from actions.backend import Backend
from backend.kit.clock import FixedClock
from language.dates import Interval
from tests.contract.actions.conftest import MONDAY
from tests.fakes.appointments import FakeAppointments
from tests.fakes.backend import backend_on
from tests.fakes.waiting_list import FakeWaitingList

ERIKA = {"name": "Erika Mustermann", "email": "erika@example.org", "language": "de"}
FRIDAY = datetime(2026, 3, 6, 9, 0)
OFFERS_EVERY_SECONDS = 0.05
Both = tuple[AppointmentsApi | FakeAppointments, WaitingList]


@pytest.fixture(params=["fake", "real"])
async def both(
    request: pytest.FixtureRequest, tmp_path: Path, prepared_database: Path
) -> AsyncIterator[Both]:
    if request.param == "fake":
        service = FakeAppointments(MONDAY)
        yield service, FakeWaitingList(service)
        return
    often = {"offer_every_seconds": OFFERS_EVERY_SECONDS}
    async with backend_on(prepared_database, tmp_path, FixedClock(MONDAY), **often) as client:
        backend = Backend(client)
        yield AppointmentsApi(backend), WaitingListApi(backend)


async def offered(both: Both, code: str) -> Offered:
    """What is offered on the Tuesday morning to the appointment that waits for it."""
    entries = both[1]
    tuesday = Interval(datetime(2026, 3, 3, 8, 0), datetime(2026, 3, 3, 12, 0))
    await entries.join(code, ["walsum"], Window(tuesday))
    if isinstance(entries, FakeWaitingList):
        until = MONDAY + timedelta(hours=2)
        entries.offers[code] = Offered("offer-1", Slot("walsum", tuesday.start), until)
    for _ in range(200):
        standing = await entries.standing(code)
        if standing.offer:
            return standing.offer
        await asyncio.sleep(OFFERS_EVERY_SECONDS)
    raise TimeoutError("nothing was offered")


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


async def test_an_offer_taken_moves_the_appointment_once(both: Both) -> None:
    service, entries = both
    code = await booked(both)
    offer = await offered(both, code)
    assert (offer.slot.office, offer.slot.start.date()) == ("walsum", datetime(2026, 3, 3).date())
    assert offer.until == MONDAY + timedelta(hours=2)
    moved = await entries.accept(offer.id)
    assert (moved["code"], moved["office"]) == (code, "walsum")
    assert datetime.fromisoformat(moved["start"]) == offer.slot.start
    assert (await service.find(code))["start"] == moved["start"]
    standing = await entries.standing(code)
    assert (standing.waiting, standing.offer) == (False, None)


async def test_an_offer_declined_leaves_appointment_and_place(both: Both) -> None:
    service, entries = both
    code = await booked(both)
    offer = await offered(both, code)
    await entries.decline(offer.id)
    standing = await entries.standing(code)
    assert (standing.waiting, standing.offer) == (True, None)
    assert datetime.fromisoformat((await service.find(code))["start"]) == FRIDAY
    with pytest.raises(OfferGone):
        await entries.accept(offer.id)


async def test_leaving_the_list_ends_what_it_offered(both: Both) -> None:
    code = await booked(both)
    offer = await offered(both, code)
    await both[1].leave(code)
    with pytest.raises(OfferGone):
        await both[1].accept(offer.id)
    assert (await both[1].standing(code)).offer is None

"""The backend's REST interface with a city's own system behind it."""

from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import select

from actions.appointments.api import AppointmentsApi
from actions.appointments.ports import ContactRefused, Slot, Wanted, Window
from actions.backend import Backend, BackendUnavailable
from backend.app import create_backend
from backend.appointments.domain.appointment import Contact
from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import (
    NotSupported,
)
from backend.appointments.provider.ports import Question
from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.settings import AppointmentSettings
from backend.bridges.identity_bookings import StoredBookings
from backend.identity.domain.contact import Contact as OwnContact
from backend.identity.domain.contact import Kind
from backend.kit.clock import FixedClock
from backend.kit.scheduler import Scheduler
from backend.kit.settings import BackendSettings
from backend.notifications.models import notices
from language.dates import Interval
from tests.fakes.backend import real_backend
from tests.servers.zms import zms_server

PASSPORT = (Item("passport", 1),)
TEN = datetime(2026, 3, 3, 10, 0)
ERIKA = Contact("Erika Mustermann", "erika@example.org", "0203 2830", "de", None, None)
AT_TEN = Question(PASSPORT, ["walsum"], TEN, TEN)


async def test_over_the_interface(tmp_path: Path, clock: FixedClock) -> None:
    """Over HTTP all the way: a failing system, and what is not behind the ports."""
    with zms_server(clock) as server:
        async with real_backend(tmp_path, clock, server.url) as client:
            service = AppointmentsApi(Backend(client))
            wanted, slot = [Wanted("passport", 1)], Slot("walsum", TEN)
            hold = await service.hold(wanted, slot, "k")
            server.city.faults["update-appointment"] = "invalidEmail"
            with pytest.raises(ContactRefused) as refused:
                await service.confirm(hold, {"name": "Erika", "phone": "0203 2830"})
            assert refused.value.why == "email"
            server.city.faults["update-appointment"] = "tooManyAppointmentsWithSameMail"
            with pytest.raises(ContactRefused) as refused:
                await service.confirm(hold, {"name": "Erika", "email": "e@example.org"})
            assert refused.value.why == "limit"
            server.city.faults["*"] = "malformed"
            with pytest.raises(BackendUnavailable):
                await service.search(wanted, [], Window(Interval(TEN, TEN)), spread=False)
            answer = await client.get("/api/appointments/slots?service=passport")
            assert answer.status_code == 503
            assert answer.json()["error"]["code"] == "provider_unavailable"


async def test_a_code_opens_the_appointment_and_its_calendar_file(
    tmp_path: Path, clock: FixedClock
) -> None:
    with zms_server(clock) as server:
        async with real_backend(tmp_path, clock, server.url) as client:
            service = AppointmentsApi(Backend(client))
            hold = await service.hold([Wanted("passport", 1)], Slot("walsum", TEN), "k")
            made = await service.confirm(hold, {"name": "Erika", "email": "e@example.org"})
            (process,) = server.city.confirmed()
            assert process.auth_key not in str(made)
            assert (await client.get(f"/api/appointments/{made['code']}")).json() == made
            calendar = (await client.get(made["ics_path"])).text
            assert "DTSTART;TZID=Europe/Berlin:20260303T100000" in calendar
            assert made["code"] in calendar


_ELSEWHERE = {"office": "walsum", "start": "2026-03-04T10:00"}
_SHUT = {"start": "2026-03-04T08:00", "until": "2026-03-04T12:00"}


async def test_what_is_not_behind_the_ports_says_so(tmp_path: Path, clock: FixedClock) -> None:
    with zms_server(clock) as server:
        async with real_backend(tmp_path, clock, server.url) as client:
            service = AppointmentsApi(Backend(client))
            hold = await service.hold([Wanted("passport", 1)], Slot("walsum", TEN), "k")
            person = {"name": "Erika", "email": "e@example.org"}
            code = (await service.confirm(hold, person))["code"]
            asked = len(server.city.requests)
            requests: tuple[tuple[str, str, dict[str, str] | None], ...] = (
                ("POST", "holds", {**_ELSEWHERE, "moving": code}),
                ("POST", f"{code}/reschedule", _ELSEWHERE),
                ("POST", f"{code}/reschedule", {"hold_id": hold}),
                ("GET", f"{code}/waiting", None),
                ("POST", f"{code}/waiting", {}),
                ("DELETE", f"{code}/waiting", None),
                ("POST", "waiting-offers/o-1/accept", None),
                ("POST", "waiting-offers/o-1/decline", None),
                ("GET", "staff/closures", None),
                ("POST", "staff/closures", _SHUT),
                ("DELETE", "staff/closures/1", None),
                ("POST", f"staff/{code}/reschedule", _ELSEWHERE),
                ("POST", f"staff/{code}/cancel", None),
            )
            for method, path, body in requests:
                answer = await client.request(method, f"/api/appointments/{path}", json=body)
                assert answer.status_code == NotSupported.status, path
                assert answer.json()["error"]["code"] == "not_supported"
            assert len(server.city.requests) == asked
            assert (await service.find(code))["start"] == "2026-03-03T10:00"


@pytest.mark.parametrize(("behind", "offers"), [("embedded", True), ("zms", False)])
def test_free_slots_are_offered_by_the_engine_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    behind: Literal["embedded", "zms"],
    offers: bool,
) -> None:
    jobs: list[str] = []
    monkeypatch.setattr(Scheduler, "every", lambda _, seconds, name, work: jobs.append(name))
    create_backend(
        BackendSettings(data_dir=tmp_path, database_url=""),
        rules=AppointmentSettings(provider=behind),
        zms=ZmsSettings(url="http://zms.example.org"),
    )
    assert "appointments.release_expired" in jobs
    assert ("appointments.offer_free_slots" in jobs) is offers


async def test_a_day_of_an_office_and_notices_go_on_as_ever(
    tmp_path: Path, clock: FixedClock
) -> None:
    with zms_server(clock) as server:
        async with real_backend(tmp_path, clock, server.url) as client:
            service = AppointmentsApi(Backend(client))
            day = await service.opening("walsum", TEN.date())
            assert day.ranges
            hold = await service.hold([Wanted("passport", 1)], Slot("walsum", TEN), "k")
            person = {"name": "Erika", "email": "e@example.org", "language": "de"}
            code = (await service.confirm(hold, person))["code"]
            database = client._transport.app.state.container.database  # type: ignore[attr-defined]
            with database.reading() as session:
                kinds = set(session.scalars(select(notices.c.kind)))
                (mine,) = StoredBookings(session).upcoming(
                    OwnContact(Kind.EMAIL, "e@example.org"), clock.local()
                )
            assert kinds == {"appointment.booked", "appointment.reminder"}
            assert mine.code == code

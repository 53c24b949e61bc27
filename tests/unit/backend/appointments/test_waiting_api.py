"""The waiting list from joining to the moved appointment; all times are of March 2026."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy import select

from backend.appointments.jobs import offer_free_slots, release_expired
from backend.appointments.settings import AppointmentSettings
from backend.appointments.wiring import offering_on
from backend.kit.clock import FixedClock
from backend.kit.container import Container
from backend.notifications.models import notices
from tests.unit.backend.support import MONDAY, Api, backend_api, code_of

RULES = AppointmentSettings(
    max_per_contact=0,
    return_min_minutes=60,
    return_max_minutes=60,
    offer_every_seconds=86_400,
)
TUESDAY, WEDNESDAY = "2026-03-03", "2026-03-04"
LATER = "2026-03-10T10:00"


@pytest.fixture
def api(tmp_path: Path, clock: FixedClock, fresh_database: Path) -> Iterator[Api]:
    shutil.copy(fresh_database, tmp_path / "frontdoor.db")
    with backend_api(tmp_path, clock, rules=RULES) as running:
        yield running


def container(api: Api) -> Container:
    found: Container = api.app.state.container
    return found


def tick(api: Api) -> int:
    """Let the job run once."""
    parts = container(api)
    offering = offering_on(parts.clock, parts.ids, RULES, api.app.state.announcing)
    return offer_free_slots(parts.database, offering)


def join(api: Api, code: str, **wish: Any) -> httpx.Response:
    return api.post(f"/api/appointments/{code}/waiting", json=wish)


def waits(api: Api, start: str = LATER, day: str = WEDNESDAY, **wish: Any) -> str:
    """The code of somebody who waits for a day on which both counters are taken."""
    code = api.book(start)
    bounds = {"start": f"{day}T00:00", "until": f"{day}T23:59"}
    answer = join(api, code, **bounds | wish)
    assert answer.status_code == 200, answer.text
    assert answer.json()["waiting"]
    return code


def offer(api: Api, code: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = api.get(f"/api/appointments/{code}/waiting").json()["offer"]
    return found


def fill(api: Api, day: str = WEDNESDAY) -> list[str]:
    """Book a Wednesday at Walsum (8–12 h, two counters) hour by hour."""
    return [
        api.book(f"{day}T{hour:02}:00", services=(("passport", 4),))
        for hour in (8, 9, 10, 11)
        for _ in range(2)
    ]


def cancel(api: Api, code: str) -> None:
    assert api.post(f"/api/appointments/{code}/cancel").status_code == 200


def answer(api: Api, offered: dict[str, Any] | None, how: str) -> httpx.Response:
    assert offered
    return api.post(f"/api/appointments/waiting-offers/{offered['id']}/{how}")


def told(api: Api) -> list[tuple[str, str]]:
    query = select(notices.c.kind, notices.c.recipient).order_by(notices.c.id)
    with container(api).database.reading() as session:
        rows = session.execute(query.where(notices.c.kind == "appointment.offer"))
        return [(row.kind, row.recipient) for row in rows]


def test_a_cancelled_time_is_offered_before_the_public_sees_it(api: Api) -> None:
    booked = fill(api)
    code = waits(api)
    assert tick(api) == 0
    cancel(api, booked[2])
    assert api.hold(f"{WEDNESDAY}T09:00").status_code == 409
    assert tick(api) == 1
    offered = offer(api, code)
    assert offered is not None
    assert (offered["office"], offered["start"]) == ("walsum", f"{WEDNESDAY}T09:00")
    assert offered["end"] == f"{WEDNESDAY}T09:15"
    assert offered["until"] == "2026-03-02T10:00:00Z"
    assert told(api) == [("appointment.offer", "erika@example.org")]
    assert tick(api) == 0


def test_accepting_moves_the_appointment(api: Api) -> None:
    booked = fill(api)
    code = waits(api)
    cancel(api, booked[2])
    tick(api)
    offered = offer(api, code)
    for _ in range(2):
        moved = answer(api, offered, "accept")
        assert moved.status_code == 200
        assert (moved.json()["code"], moved.json()["start"]) == (code, f"{WEDNESDAY}T09:00")
    calendar = api.get(f"/api/appointments/{code}/calendar.ics").content
    assert Calendar.from_ical(calendar).events[0]["SEQUENCE"] == 1
    assert api.get(f"/api/appointments/{code}/waiting").json()["waiting"] is False
    assert api.hold(f"{WEDNESDAY}T09:00").status_code == 409
    assert code_of(answer(api, offered, "decline")) == "offer_ended"


def test_declined_goes_to_the_next_in_line_not_to_the_public(api: Api) -> None:
    booked = fill(api)
    first, second = waits(api), waits(api)
    cancel(api, booked[2])
    assert tick(api) == 2  # an hour has room for both
    assert [offer(api, code)["start"][-5:] for code in (first, second)] == ["09:00", "09:15"]
    third = waits(api, start="2026-03-10T11:00", daily_until="09:15")
    assert tick(api) == 0
    offered = offer(api, first)
    for _ in range(2):
        assert answer(api, offered, "decline").status_code == 204
    assert api.hold(f"{WEDNESDAY}T09:00").status_code == 409
    assert tick(api) == 1
    assert offer(api, third)["start"][-5:] == "09:00"
    assert offer(api, first) is None
    assert tick(api) == 0


def test_the_deadline_passes_it_on(api: Api, clock: FixedClock) -> None:
    booked = fill(api)
    first, second = waits(api, daily_until="09:15"), waits(api, daily_until="09:15")
    cancel(api, booked[2])
    tick(api)
    offered = offer(api, first)
    clock.set(MONDAY + timedelta(hours=2) - timedelta(seconds=1))
    tick(api)
    assert offer(api, first) == offered
    assert offer(api, second) is None
    clock.set(MONDAY + timedelta(hours=2))
    assert offer(api, first) is None
    assert code_of(answer(api, offered, "accept")) == "offer_ended"
    # The public's delay of an hour is over, yet the next in line is first.
    release_expired(container(api).database, clock)
    assert api.hold(f"{WEDNESDAY}T09:00").status_code == 409
    assert tick(api) == 1
    assert offer(api, second)["start"] == f"{WEDNESDAY}T09:00"
    assert api.get(f"/api/appointments/{first}").json()["start"] == LATER
    assert len(told(api)) == 2


def test_with_nobody_left_the_public_gets_it(api: Api, clock: FixedClock) -> None:
    booked = fill(api)
    code = waits(api)
    cancel(api, booked[2])
    tick(api)
    answer(api, offer(api, code), "decline")
    clock.advance(timedelta(minutes=2))
    tick(api)
    assert api.hold(f"{WEDNESDAY}T09:45").status_code == 409  # still under its delay
    assert api.hold(f"{WEDNESDAY}T09:00").status_code == 201


def test_the_time_of_a_moved_appointment_stays_its_own_until_it_returns(
    api: Api, clock: FixedClock
) -> None:
    booked = fill(api)
    code = waits(api)
    away = {"office": "walsum", "start": "2026-03-05T10:00"}
    api.post(f"/api/appointments/{booked[2]}/reschedule", json=away)
    assert tick(api) == 0
    clock.set(MONDAY + timedelta(minutes=59, seconds=45))
    assert tick(api) == 1
    assert offer(api, code)["start"] == f"{WEDNESDAY}T09:00"
    clock.advance(timedelta(minutes=1))
    assert api.hold(f"{WEDNESDAY}T09:00").status_code == 409


def test_what_is_free_anyway_is_offered_too(api: Api) -> None:
    code = api.book(LATER)
    assert join(api, code).json()["wish"]["offices"] == ["walsum"]
    assert tick(api) == 1
    assert offer(api, code)["start"] == "2026-03-02T10:30"
    assert offer(api, code)["until"] == "2026-03-02T08:30:00Z"


def test_hours_that_a_closure_gives_back_are_offered(api: Api) -> None:
    day = {"start": f"{WEDNESDAY}T00:00", "until": "2026-03-05T00:00"}
    closed = api.post("/api/appointments/staff/closures", json={"office": "walsum", **day}).json()
    code = waits(api)
    assert tick(api) == 0
    api.delete(f"/api/appointments/staff/closures/{closed['id']}")
    assert tick(api) == 1
    api.post("/api/appointments/staff/closures", json={"office": "walsum", **day})
    offered = offer(api, code)
    assert code_of(answer(api, offered, "accept")) == "office_closed"
    tick(api)
    assert offer(api, code) is None
    assert code_of(answer(api, offered, "accept")) == "offer_ended"


def test_leaving_ends_the_offer(api: Api) -> None:
    booked = fill(api)
    first, second = waits(api), waits(api, daily_until="09:15")
    cancel(api, booked[2])
    tick(api)
    offered = offer(api, first)
    for _ in range(2):
        assert api.delete(f"/api/appointments/{first}/waiting").status_code == 204
    assert api.get(f"/api/appointments/{first}/waiting").json() == {
        "waiting": False,
        "joined_at": None,
        "ahead": None,
        "wish": None,
        "offer": None,
    }
    assert code_of(answer(api, offered, "accept")) == "offer_ended"
    assert tick(api) == 1
    assert offer(api, second)["start"] == f"{WEDNESDAY}T09:00"


@pytest.mark.parametrize("how", ["cancel", "reschedule"])
def test_an_offer_ends_when_the_appointment_changes(api: Api, how: str) -> None:
    booked = fill(api)
    code, second = waits(api), waits(api, daily_until="09:15")
    cancel(api, booked[2])
    tick(api)
    offered = offer(api, code)
    away = {"office": "walsum", "start": "2026-03-12T10:00"}
    api.post(f"/api/appointments/{code}/{how}", json=away)
    assert offer(api, code) is None
    assert answer(api, offered, "accept").status_code == 409
    tick(api)
    # Who moved is still first in line; who cancelled is not in it any more.
    waiting = api.get(f"/api/appointments/{code}/waiting").json()["waiting"]
    holder = code if how == "reschedule" else second
    assert waiting is (how == "reschedule")
    assert offer(api, holder)["start"] == f"{WEDNESDAY}T09:00"


def test_on_the_day_of_the_appointment_it_is_over(api: Api, clock: FixedClock) -> None:
    code = waits(api, start=f"{TUESDAY}T15:00", day=TUESDAY)
    clock.set(datetime(2026, 3, 2, 23, 59))
    assert tick(api) == 1
    offered = offer(api, code)
    assert offered is not None
    # Half an hour to answer from eight o'clock on, and an hour more until the slot.
    assert offered["start"] == f"{TUESDAY}T09:30"
    assert offered["until"] == f"{TUESDAY}T07:30:00Z"
    clock.set(datetime(2026, 3, 3, 0, 0))
    assert api.get(f"/api/appointments/{code}/waiting").json()["waiting"] is False
    assert tick(api) == 0
    assert code_of(answer(api, offered, "accept")) == "offer_ended"
    assert code_of(join(api, code)) == "waiting_too_late"


def test_the_deadline_is_wall_clock_over_a_change_of_clocks(api: Api, clock: FixedClock) -> None:
    clock.set(datetime(2026, 3, 28, 19, 30))
    code = waits(api, start="2026-04-10T10:00", day="2026-03-31")
    assert tick(api) == 1
    # Half an hour on Saturday, and on Sunday from 8:00 to 9:30 in summer time.
    assert offer(api, code)["until"] == "2026-03-29T07:30:00Z"


def test_the_same_wish_keeps_the_place_and_another_goes_to_the_end(api: Api) -> None:
    first, second = waits(api), waits(api)
    bounds = {"start": f"{WEDNESDAY}T00:00", "until": f"{WEDNESDAY}T23:59"}
    assert join(api, first, **bounds).json()["ahead"] == 0
    assert join(api, second, **bounds).json()["ahead"] == 1
    assert join(api, first, **bounds, daily_until="10:00").json()["ahead"] == 1


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"offices": ["nowhere"]}, "unknown_office"),
        ({"offices": ["strassenverkehrsamt"]}, "service_not_offered"),
        ({"start": "2026-03-11T00:00"}, "invalid_window"),
        ({"start": "2026-03-05T00:00", "until": "2026-03-04T00:00"}, "invalid_window"),
        ({"until": "2026-03-01T00:00"}, "invalid_window"),
        ({"daily_from": "12:00", "daily_until": "10:00"}, "invalid_window"),
        ({"offices": 3}, "invalid_request"),
    ],
)
def test_wishes_that_are_refused(api: Api, wish: dict[str, Any], code: str) -> None:
    assert code_of(join(api, api.book(LATER), **wish)) == code


def test_who_cannot_be_told_cannot_wait(api: Api) -> None:
    def booked(**contact: Any) -> str:
        held = api.hold(LATER).json()["hold_id"]
        body = {"name": "Erika", "phone": "0203 1234567"} | contact
        made = api.post(f"/api/appointments/holds/{held}/confirm", json=body)
        return str(made.json()["code"])

    assert code_of(join(api, booked())) == "unreachable"
    call = {"channel": "phone", "conversation_id": "c-1"}
    refused = api.post(
        f"/api/appointments/{booked(**call)}/waiting", json={}, headers={"Accept-Language": "en"}
    )
    assert code_of(refused) == "unreachable"
    assert "e-mail" in refused.json()["error"]["message"]


def test_a_chat_is_enough_to_wait(api: Api) -> None:
    held = api.hold(LATER).json()["hold_id"]
    body = {"name": "Erika", "channel": "website", "conversation_id": "c-1"}
    code = api.post(f"/api/appointments/holds/{held}/confirm", json=body).json()["code"]
    assert join(api, code).status_code == 200
    tick(api)
    assert told(api) == [("appointment.offer", "c-1")]


def test_only_our_own_processes_change_anything(api: Api) -> None:
    code = waits(api)
    for method, path in (
        ("POST", f"/api/appointments/{code}/waiting"),
        ("DELETE", f"/api/appointments/{code}/waiting"),
        ("POST", "/api/appointments/waiting-offers/x/accept"),
        ("POST", "/api/appointments/waiting-offers/x/decline"),
    ):
        assert api.call(method, path, json={}).status_code == 401
    assert code_of(answer(api, {"id": "x"}, "accept")) == "offer_not_found"
    assert code_of(api.get("/api/appointments/K7MP-3WQX/waiting")) == "appointment_not_found"


def test_the_offer_s_hold_cannot_be_had_by_its_id(api: Api) -> None:
    code = waits(api)
    tick(api)
    offered = offer(api, code)
    assert offered is not None
    assert code_of(api.confirm(offered["id"])) == "hold_not_found"

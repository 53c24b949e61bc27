from datetime import datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import select

from backend.appointments.models import contacts
from backend.kit.clock import FixedClock
from backend.kit.ids import normalise_code
from tests.unit.backend.support import Api, code_of

TEN = "2026-03-03T10:00"


def test_a_confirmed_appointment_has_a_code(api: Api) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    first, again = api.confirm(hold_id), api.confirm(hold_id, name="Someone Else")
    assert first.status_code == again.status_code == 201
    answer = first.json()
    assert answer == again.json()
    code = answer["code"]
    assert normalise_code(code) == code
    assert answer == {
        "code": code,
        "office": "walsum",
        "start": TEN,
        "end": "2026-03-03T10:15",
        "services": [{"key": "passport", "count": 1}],
        "status": "confirmed",
        "ics_path": f"/api/appointments/{code}/calendar.ics",
    }
    assert code_of(api.delete(f"/api/appointments/holds/{hold_id}")) == "hold_confirmed"


def test_the_person_is_stored_once_and_never_shown(api: Api) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    code = api.confirm(hold_id, name="  Erika \x00 Mustermann", language="en").json()["code"]
    with api.app.state.container.database.reading() as session:
        rows = session.execute(select(contacts.c.name, contacts.c.language)).all()
    assert rows == [("Erika � Mustermann", "en")]
    assert "Erika" not in api.get(f"/api/appointments/{code}").text
    assert "Erika" not in api.get(f"/api/appointments/{code}/calendar.ics").text


def test_an_expired_hold_takes_its_slot_again(api: Api, clock: FixedClock) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    clock.advance(timedelta(minutes=30))
    api.book(TEN)
    assert api.confirm(hold_id).status_code == 201
    assert api.hold(TEN).status_code == 409


def test_an_expired_hold_whose_slot_is_gone(api: Api, clock: FixedClock) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    clock.advance(timedelta(minutes=30))
    for _ in range(2):
        api.book(TEN)
    refused = api.confirm(hold_id)
    assert (refused.status_code, code_of(refused)) == (409, "slot_taken")
    assert len(refused.json()["error"]["details"]["next"]) == 3


def test_an_expired_hold_whose_time_has_come(api: Api, clock: FixedClock) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    clock.set(datetime(2026, 3, 3, 10, 0))
    assert code_of(api.confirm(hold_id)) == "slot_past"


@pytest.mark.parametrize(
    "contact",
    [
        {"name": " "},
        {"name": "x" * 201},
        {"email": "erika"},
        {"email": "e@x"},
        {"phone": "abc"},
        {"language": "fr"},
    ],
)
def test_contacts_are_checked(api: Api, contact: dict[str, str]) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    assert code_of(api.confirm(hold_id, **contact)) == "invalid_request"


def test_codes_are_found_as_people_type_them(api: Api) -> None:
    code = api.book(TEN)
    for typed in (code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code} "):
        assert api.get(f"/api/appointments/{typed}").json()["code"] == code


@pytest.mark.parametrize("code", ["K7MP-3WQX", "00000000", "x", "%00", "💥", "services2"])
def test_unknown_codes(api: Api, code: str) -> None:
    answer = api.get(f"/api/appointments/{code}")
    assert (answer.status_code, code_of(answer)) == (404, "appointment_not_found")
    assert code_of(api.post(f"/api/appointments/{code}/cancel")) == "appointment_not_found"


def test_look_ups_are_limited_per_client(api: Api) -> None:
    statuses = [api.get("/api/appointments/K7MP-3WQX").status_code for _ in range(31)]
    assert statuses == [404] * 30 + [429]
    refused = api.get("/api/appointments/K7MP-3WQX/calendar.ics")
    assert code_of(refused) == "too_many_requests"
    assert api.get("/api/appointments/K7MP-3WQX", internal=True).status_code == 404


def test_a_cancelled_slot_is_free_again(api: Api) -> None:
    codes = [api.book(TEN) for _ in range(2)]
    assert api.hold(TEN).status_code == 409
    cancelled = [api.post(f"/api/appointments/{codes[0]}/cancel") for _ in range(2)]
    assert [each.status_code for each in cancelled] == [200, 200]
    assert cancelled[0].json() == cancelled[1].json()
    assert cancelled[0].json()["status"] == "cancelled"
    assert api.hold(TEN).status_code == 201


def test_the_past_cannot_be_cancelled(api: Api, clock: FixedClock) -> None:
    code = api.book(TEN)
    clock.set(datetime(2026, 3, 3, 10, 0))
    refused = api.post(f"/api/appointments/{code}/cancel")
    assert (refused.status_code, code_of(refused)) == (409, "appointment_past")


def calendar(api: Api, code: str, language: str = "de") -> Any:
    answer = api.get(f"/api/appointments/{code}/calendar.ics?language={language}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def test_the_calendar_file(api: Api) -> None:
    code = api.book(TEN, services=(("passport", 2),))
    content = calendar(api, code)
    assert [zone["TZID"] for zone in content.timezones] == ["Europe/Berlin"]
    (event,) = content.events
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["DTSTART"].dt.isoformat() == "2026-03-03T10:00:00+01:00"
    assert event["DTEND"].dt.isoformat() == "2026-03-03T10:30:00+01:00"
    assert event["SUMMARY"] == "Termin: 2 × Reisepass beantragen"
    assert "Friedrich-Ebert-Straße 152, 47179 Duisburg" in event["LOCATION"]
    assert code in event["DESCRIPTION"]
    assert "bisheriger Reisepass" in event["DESCRIPTION"]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 0)
    english = calendar(api, code, "en").events[0]
    assert english["SUMMARY"] == "Appointment: 2 × Apply for a passport"
    assert english["UID"] == event["UID"]


def test_a_cancellation_updates_the_calendar(api: Api) -> None:
    code = api.book(TEN)
    before = calendar(api, code).events[0]
    api.post(f"/api/appointments/{code}/cancel")
    content = calendar(api, code)
    after = content.events[0]
    assert content["METHOD"] == "CANCEL"
    assert (after["UID"], after["STATUS"], after["SEQUENCE"]) == (before["UID"], "CANCELLED", 1)


def test_the_summer_calendar(api: Api) -> None:
    content = calendar(api, api.book("2026-04-07T10:00"))
    assert content.events[0]["DTSTART"].dt.isoformat() == "2026-04-07T10:00:00+02:00"

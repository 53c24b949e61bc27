from datetime import datetime
from typing import Any

import httpx
import pytest
from icalendar import Calendar

from backend.appointments.settings import AppointmentSettings
from backend.kit.clock import FixedClock
from tests.unit.backend.support import Api, backend_api, code_of

TEN, ELEVEN = "2026-03-03T10:00", "2026-03-03T11:00"


def move(api: Api, code: str, key: str | None = None, **body: Any) -> httpx.Response:
    headers = {"Idempotency-Key": key} if key else {}
    return api.post(f"/api/appointments/{code}/reschedule", json=body, headers=headers)


def there(start: str, office: str = "walsum") -> dict[str, str]:
    return {"office": office, "start": start}


def event(api: Api, code: str) -> Any:
    return Calendar.from_ical(api.get(f"/api/appointments/{code}/calendar.ics").content).events[0]


def test_code_and_uid_stay_and_the_sequence_grows(api: Api) -> None:
    code = api.book(TEN, services=(("passport", 2),))
    before = event(api, code)
    moved = move(api, code, **there(ELEVEN, "hamborn"))
    assert moved.status_code == 200
    assert moved.json() == api.get(f"/api/appointments/{code}").json()
    assert (moved.json()["code"], moved.json()["office"]) == (code, "hamborn")
    assert (moved.json()["start"], moved.json()["end"]) == (ELEVEN, "2026-03-03T11:30")
    after = event(api, code)
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"], after["STATUS"]) == (0, 1, "CONFIRMED")
    api.post(f"/api/appointments/{code}/cancel")
    assert event(api, code)["SEQUENCE"] == 2


def test_the_old_time_is_free_again(api: Api) -> None:
    codes = [api.book(TEN) for _ in range(2)]
    assert api.hold(TEN).status_code == 409
    move(api, codes[0], **there(ELEVEN))
    assert [api.hold(TEN).status_code for _ in range(2)] == [201, 409]


def test_other_services_change_the_length(api: Api) -> None:
    code = api.book(TEN)
    services = [{"key": "passport", "count": 1}, {"key": "certification", "count": 2}]
    moved = move(api, code, **there(TEN), services=services).json()
    assert (moved["end"], moved["services"]) == ("2026-03-03T10:35", services)


def test_a_step_of_five_minutes_overlaps_with_itself(api: Api) -> None:
    codes = [api.book(TEN) for _ in range(2)]
    assert move(api, codes[0], **there("2026-03-03T10:05")).status_code == 200
    held = api.post(
        "/api/appointments/holds", json={**there("2026-03-03T10:10"), "moving": codes[1]}
    )
    assert held.status_code == 201
    assert held.json()["services"] == [{"key": "passport", "count": 1}]
    moved = move(api, codes[1], hold_id=held.json()["hold_id"])
    assert moved.json()["start"] == "2026-03-03T10:10"


def test_a_key_moves_once(api: Api) -> None:
    code = api.book(TEN)
    first = move(api, code, "turn-9", **there(ELEVEN))
    move(api, code, "turn-11", **there("2026-03-03T12:00"))
    again = move(api, code, "turn-9", **there(ELEVEN))
    assert (first.json()["start"], again.json()["start"]) == (ELEVEN, "2026-03-03T12:00")
    assert code_of(move(api, code, "turn-9", **there(TEN))) == "idempotency_key_reused"
    assert event(api, code)["SEQUENCE"] == 2


def test_to_where_it_is_moves_nothing(api: Api) -> None:
    code = api.book(TEN)
    assert move(api, code, **there(TEN)).status_code == 200
    assert event(api, code)["SEQUENCE"] == 0


def test_a_hold_for_the_move_keeps_the_new_time(api: Api) -> None:
    code = api.book(TEN)
    hold_id = api.post("/api/appointments/holds", json={**there(ELEVEN), "moving": code}).json()[
        "hold_id"
    ]
    api.book(ELEVEN)
    assert api.hold(ELEVEN).status_code == 409
    for _ in range(2):
        moved = move(api, code, hold_id=hold_id)
        assert (moved.status_code, moved.json()["start"]) == (200, ELEVEN)
    assert api.hold(ELEVEN).status_code == 409
    assert event(api, code)["SEQUENCE"] == 1


def test_a_taken_time_changes_nothing(api: Api) -> None:
    code = api.book(TEN)
    for _ in range(2):
        api.book(ELEVEN)
    refused = move(api, code, **there(ELEVEN))
    assert (refused.status_code, code_of(refused)) == (409, "slot_taken")
    assert len(refused.json()["error"]["details"]["next"]) == 3
    assert api.get(f"/api/appointments/{code}").json()["start"] == TEN


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (there("2026-03-03T20:00"), "office_closed"),
        (there("2026-03-02T09:30"), "slot_past"),
        (there("2026-09-01T10:00"), "slot_beyond_horizon"),
        (there(ELEVEN, "strassenverkehrsamt"), "service_not_offered"),
        (there(ELEVEN, "nowhere"), "unknown_office"),
        ({"hold_id": "nothing"}, "hold_not_found"),
        ({}, "invalid_request"),
        ({"office": "walsum"}, "invalid_request"),
        ({"hold_id": "x", **there(ELEVEN)}, "invalid_request"),
    ],
)
def test_what_is_refused(api: Api, body: dict[str, str], code: str) -> None:
    assert code_of(move(api, api.book(TEN), **body)) == code


def test_what_is_over_or_cancelled_stays(api: Api, clock: FixedClock) -> None:
    ended, over = api.book(TEN), api.book(TEN)
    api.post(f"/api/appointments/{ended}/cancel")
    assert code_of(move(api, ended, **there(ELEVEN))) == "appointment_cancelled"
    clock.set(datetime(2026, 3, 3, 10, 0))
    assert code_of(move(api, over, **there("2026-03-04T10:00"))) == "appointment_past"
    assert code_of(move(api, "K7MP-3WQX", **there(ELEVEN))) == "appointment_not_found"


def test_slots_given_back_return_later_but_not_to_their_owner(
    tmp_path: Any, clock: FixedClock
) -> None:
    slow = AppointmentSettings(return_min_minutes=30, return_max_minutes=30, max_per_contact=0)
    with backend_api(tmp_path, clock, rules=slow) as api:
        mine, other = api.book(TEN), api.book(TEN)
        move(api, mine, **there(ELEVEN))
        assert api.hold(TEN).status_code == 409
        assert move(api, mine, **there(TEN)).status_code == 200
        api.post(f"/api/appointments/{other}/cancel")
        assert api.hold(TEN).status_code == 409
        clock.set(datetime(2026, 3, 2, 9, 30))
        assert [api.hold(TEN).status_code for _ in range(2)] == [201, 409]


def test_a_hold_for_the_way_back_does_not_free_it_early(tmp_path: Any, clock: FixedClock) -> None:
    slow = AppointmentSettings(return_min_minutes=30, return_max_minutes=30, max_per_contact=0)
    with backend_api(tmp_path, clock, rules=slow) as api:
        mine = api.book(TEN)
        api.book(TEN)
        move(api, mine, **there(ELEVEN))
        held = api.post("/api/appointments/holds", json={**there(TEN), "moving": mine}).json()
        api.delete(f"/api/appointments/holds/{held['hold_id']}")
        assert api.hold(TEN).status_code == 409


def test_a_contact_has_a_limit(tmp_path: Any, clock: FixedClock) -> None:
    with backend_api(tmp_path, clock, rules=AppointmentSettings(max_per_contact=2)) as api:
        codes = [api.book(f"2026-03-03T{hour}:00") for hour in (10, 11)]
        hold_id = api.hold("2026-03-03T12:00").json()["hold_id"]
        refused = api.confirm(hold_id, email="ERIKA@Example.org")
        assert (refused.status_code, code_of(refused)) == (409, "contact_limit")
        assert refused.json()["error"]["details"] == {"max": 2}
        assert api.confirm(hold_id, email="hans@example.org").status_code == 201
        api.post(f"/api/appointments/{codes[0]}/cancel")
        assert api.confirm(api.hold("2026-03-03T13:00").json()["hold_id"]).status_code == 201
        clock.set(datetime(2026, 3, 3, 14, 0))
        assert api.confirm(api.hold("2026-03-04T10:00").json()["hold_id"]).status_code == 201

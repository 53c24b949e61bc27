from typing import Any

import pytest

from tests.unit.backend.support import Api, code_of

TEN = "2026-03-03T10:00"
STAFF = "/api/appointments/staff"
REASON = {"de": "Betriebsausflug", "en": "staff outing"}


def close(api: Api, start: str, until: str, office: str | None = "walsum") -> Any:
    body = {"office": office, "start": start, "until": until, "reason": REASON}
    return api.post(f"{STAFF}/closures", json=body)


def test_a_closed_hour_gives_no_appointments_and_names_those_there_are(api: Api) -> None:
    code = api.book(TEN)
    made = close(api, "2026-03-03T09:50", "2026-03-03T11:00")
    assert made.status_code == 201
    assert made.json()["affected"] == [code]
    assert api.get(f"{STAFF}/closures", internal=True).json()["closures"] == [made.json()]
    for start in ("09:40", "10:00", "10:55"):
        assert code_of(api.hold(f"2026-03-03T{start}")) == "office_closed"
    assert api.hold("2026-03-03T09:35").status_code == 201
    assert api.hold(TEN, "hamborn").status_code == 201
    assert api.get(f"/api/appointments/{code}").json()["status"] == "confirmed"
    assert api.delete(f"{STAFF}/closures/{made.json()['id']}").status_code == 204
    assert api.hold(TEN).status_code == 201
    assert code_of(api.delete(f"{STAFF}/closures/77")) == "closure_not_found"


def test_a_closed_day_says_why(api: Api) -> None:
    close(api, "2026-03-03T00:00", "2026-03-04T00:00")
    day = "from=2026-03-03T00:00&until=2026-03-03T23:59"
    answer = api.slots(f"service=passport&office=walsum&{day}")
    assert (answer["reason"], answer["reason_detail"]["holiday"]) == ("closed", REASON)
    assert answer["reason_detail"]["hours"] == [{"office": "walsum", "ranges": []}]
    assert answer["next"][0]["start"].startswith("2026-03-04")


def test_today_shows_what_is_left_of_it(api: Api) -> None:
    close(api, "2026-03-02T08:30", "2026-03-02T12:00", None)
    walsum = api.get("/api/appointments/offices").json()["offices"][0]
    assert not walsum["open_now"]
    assert walsum["today"] == [
        {"start": "08:00", "end": "08:30"},
        {"start": "12:00", "end": "16:00"},
    ]
    assert walsum["next_opening"] == "2026-03-02T12:00"


def test_a_hold_is_not_confirmed_into_a_closure(api: Api) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    close(api, TEN, "2026-03-03T11:00")
    assert code_of(api.confirm(hold_id)) == "office_closed"


def test_offices_move_beyond_lead_time_and_horizon(api: Api) -> None:
    code = api.book(TEN)
    for start in ("2026-03-02T09:30", "2026-09-01T10:00"):
        moved = api.post(f"{STAFF}/{code}/reschedule", json={"office": "walsum", "start": start})
        assert moved.json()["start"] == start
    late = {"office": "walsum", "start": "2026-09-01T20:00"}
    assert code_of(api.post(f"{STAFF}/{code}/reschedule", json=late)) == "office_closed"
    past = {"office": "walsum", "start": "2026-03-02T08:30"}
    assert code_of(api.post(f"{STAFF}/{code}/reschedule", json=past)) == "slot_past"
    for _ in range(2):
        assert api.post(f"{STAFF}/{code}/cancel").json()["status"] == "cancelled"


@pytest.mark.parametrize("path", ["closures", "K7MP-3WQX/cancel", "K7MP-3WQX/reschedule"])
def test_only_with_the_token(api: Api, path: str) -> None:
    assert api.call("POST", f"{STAFF}/{path}", json={}).status_code == 401


@pytest.mark.parametrize(
    "body",
    [{"start": TEN, "until": TEN}, {"start": TEN}, {"office": "<b>", "start": TEN, "until": TEN}],
)
def test_closures_are_checked(api: Api, body: dict[str, str]) -> None:
    assert code_of(api.post(f"{STAFF}/closures", json=body)) == "invalid_request"


def test_an_unknown_office_cannot_be_closed(api: Api) -> None:
    assert code_of(close(api, TEN, "2026-03-03T11:00", "nowhere")) == "unknown_office"

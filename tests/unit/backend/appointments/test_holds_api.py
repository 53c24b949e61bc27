from datetime import timedelta

import pytest

from backend.appointments.jobs import release_expired
from backend.kit.clock import FixedClock
from tests.unit.backend.support import Api, code_of

TEN = "2026-03-03T10:00"


def free_at(api: Api, start: str) -> bool:
    answer = api.slots(f"service=passport&office=walsum&from={start}&until={start}")
    return bool(answer["slots"])


def test_a_hold_keeps_the_slot_for_ten_minutes(api: Api, clock: FixedClock) -> None:
    held = api.hold(TEN, services=(("passport", 2), ("identity_card", 1)))
    assert held.status_code == 201
    answer = held.json()
    assert len(answer.pop("hold_id")) == 36
    assert answer == {
        "office": "walsum",
        "start": TEN,
        "end": "2026-03-03T10:45",
        "services": [{"key": "passport", "count": 2}, {"key": "identity_card", "count": 1}],
        "expires_at": "2026-03-02T08:10:00Z",
    }
    api.hold(TEN)
    assert not free_at(api, "2026-03-03T10:00")
    clock.advance(timedelta(minutes=10))
    assert free_at(api, TEN)


def test_the_second_counter_then_nothing(api: Api) -> None:
    assert [api.hold(TEN).status_code for _ in range(2)] == [201, 201]
    refused = api.hold(TEN)
    assert (refused.status_code, code_of(refused)) == (409, "slot_taken")
    following = refused.json()["error"]["details"]["next"]
    assert [slot["start"] for slot in following] == [
        "2026-03-03T09:45",
        "2026-03-03T10:15",
        "2026-03-03T10:20",
    ]


def test_an_expired_hold_blocks_no_one_without_any_job(api: Api, clock: FixedClock) -> None:
    for _ in range(2):
        api.hold(TEN)
    clock.advance(timedelta(minutes=10))
    assert [api.hold(TEN).status_code for _ in range(3)] == [201, 201, 409]


def test_the_same_key_gets_the_same_hold(api: Api, clock: FixedClock) -> None:
    first = api.hold(TEN, key="turn-7")
    clock.advance(timedelta(hours=1))
    again = api.hold(TEN, key="turn-7")
    assert (again.status_code, again.json()) == (201, first.json())
    other = api.hold("2026-03-03T11:00", key="turn-7")
    assert (other.status_code, code_of(other)) == (422, "idempotency_key_reused")


def test_a_refused_key_can_be_used_again(api: Api) -> None:
    assert api.hold("2026-03-03T20:00", key="k").status_code == 422
    assert api.hold(TEN, key="k").status_code == 201


@pytest.mark.parametrize(
    ("start", "office", "services", "code"),
    [
        ("2026-03-03T16:00", "walsum", "passport", "office_closed"),
        ("2026-03-03T15:50", "walsum", "passport", "office_closed"),
        ("2026-03-08T10:00", "walsum", "passport", "office_closed"),
        ("2026-04-03T10:00", "walsum", "passport", "office_closed"),
        ("2026-03-03T12:00", "strassenverkehrsamt", "driving_licence", "office_closed"),
        ("2026-03-02T09:30", "walsum", "passport", "slot_past"),
        ("2025-03-03T10:00", "walsum", "passport", "slot_past"),
        ("2026-05-26T10:00", "walsum", "passport", "slot_beyond_horizon"),
        ("2026-03-03T10:02", "walsum", "passport", "invalid_start"),
        ("2026-03-03T10:00", "walsum", "driving_licence", "service_not_offered"),
    ],
)
def test_refusals_name_what_is_free(
    api: Api, start: str, office: str, services: str, code: str
) -> None:
    refused = api.hold(start, office, ((services, 1),))
    assert (refused.status_code, code_of(refused)) == (422, code)
    assert len(refused.json()["error"]["details"]["next"]) == 3


@pytest.mark.parametrize(
    ("office", "services", "code"),
    [
        ("nowhere", (("passport", 1),), "unknown_office"),
        ("walsum", (("nonsense", 1),), "unknown_service"),
        ("walsum", (("passport", 7),), "too_many_items"),
        ("walsum", (("child_passport", 1),), "service_discontinued"),
        ("walsum", (), "invalid_request"),
        ("walsum", (("passport", 0),), "invalid_request"),
        ("<b>", (("passport", 1),), "invalid_request"),
    ],
)
def test_what_cannot_be_held(
    api: Api, office: str, services: tuple[tuple[str, int], ...], code: str
) -> None:
    refused = api.hold(TEN, office, services)
    assert (refused.status_code, code_of(refused)) == (422, code)


def test_an_offset_is_converted(api: Api) -> None:
    assert api.hold("2026-03-03T09:00:00Z").json()["start"] == TEN


def test_a_hold_is_given_back(api: Api) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    api.hold(TEN)
    assert not free_at(api, TEN)
    path = f"/api/appointments/holds/{hold_id}"
    assert [api.delete(path).status_code for _ in range(2)] == [204, 204]
    assert free_at(api, TEN)
    assert code_of(api.confirm(hold_id)) == "hold_not_found"
    assert api.delete("/api/appointments/holds/unknown").status_code == 204


def test_the_job_tidies_up(api: Api, clock: FixedClock) -> None:
    hold_id = api.hold(TEN).json()["hold_id"]
    kept = api.book("2026-03-03T11:00")
    database = api.app.state.container.database
    clock.advance(timedelta(minutes=11))
    release_expired(database, clock)
    assert api.confirm(hold_id).status_code == 201
    other = api.hold("2026-03-03T12:00").json()["hold_id"]
    clock.advance(timedelta(hours=25))
    release_expired(database, clock)
    assert code_of(api.confirm(other)) == "hold_not_found"
    assert api.get(f"/api/appointments/{kept}").status_code == 200

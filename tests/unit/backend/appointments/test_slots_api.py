from datetime import datetime

import pytest

from backend.kit.clock import FixedClock
from tests.unit.backend.support import TOKEN, Api, code_of

TUESDAY = "from=2026-03-03T00:00&until=2026-03-03T23:59"


def starts(answer: dict[str, list[dict[str, str]]], field: str = "slots") -> list[str]:
    return [slot["start"] for slot in answer[field]]


def test_durations_add_up(api: Api) -> None:
    query = "service=passport:2&service=identity_card:1&service=residence_registration:1"
    answer = api.slots(f"{query}&office=walsum&{TUESDAY}")
    assert answer["duration_minutes"] == 55
    assert answer["slots"][0] == {
        "office": "walsum",
        "start": "2026-03-03T08:00",
        "end": "2026-03-03T08:55",
    }
    assert (answer["more"], answer["reason"], answer["next"]) == (True, None, [])


def test_a_day_is_spread(api: Api) -> None:
    answer = api.slots(f"service=passport&office=mitte&{TUESDAY}&spread=true")
    assert starts(answer) == ["2026-03-03T08:00", "2026-03-03T11:00", "2026-03-03T14:00"]


def test_daily_bounds_hold_on_every_day(api: Api) -> None:
    answer = api.slots(
        "service=passport&office=walsum&office=rheinhausen&spread=true"
        "&from=2026-03-09T00:00&until=2026-03-15T23:59&daily_from=15:00&daily_until=18:00"
    )
    assert starts(answer) == ["2026-03-09T15:00", "2026-03-10T15:00", "2026-03-12T15:00"]


def test_open_end_starts_after_the_lead_time(api: Api) -> None:
    answer = api.slots("service=passport&from=2026-03-02T00:00&until=9999-12-31T23:59")
    assert starts(answer)[0] == "2026-03-02T10:00"


def test_more_is_false_when_that_was_all(api: Api) -> None:
    answer = api.slots(
        "service=passport&office=walsum&from=2026-03-03T15:40&until=2026-03-03T23:59"
    )
    assert starts(answer) == ["2026-03-03T15:40", "2026-03-03T15:45"]
    assert answer["more"] is False


def test_an_exact_time_that_is_taken_names_its_neighbours(api: Api) -> None:
    for _ in range(2):
        api.book("2026-03-03T10:00")
    answer = api.slots(
        "service=passport&office=walsum&from=2026-03-03T10:00&until=2026-03-03T10:00"
    )
    assert (answer["slots"], answer["reason"]) == ([], "full")
    assert starts(answer, "next") == ["2026-03-03T09:45", "2026-03-03T10:15", "2026-03-03T10:20"]


@pytest.mark.parametrize(
    ("query", "reason", "detail", "first_next"),
    [
        (
            "from=2026-04-03T00:00&until=2026-04-03T23:59",
            "closed",
            {
                "date": "2026-04-03",
                "holiday": {"de": "Karfreitag", "en": "Good Friday"},
                "hours": [{"office": "walsum", "ranges": []}],
            },
            "2026-04-07T08:00",
        ),
        (
            "from=2026-03-04T14:00&until=2026-03-04T14:00",
            "closed",
            {
                "date": "2026-03-04",
                "holiday": None,
                "hours": [{"office": "walsum", "ranges": [{"start": "08:00", "end": "12:00"}]}],
            },
            "2026-03-04T11:45",
        ),
        ("until=2026-03-01T23:59", "past", {"earliest": "2026-03-02T10:00"}, "2026-03-02T10:00"),
        (
            "from=2026-03-02T09:30&until=2026-03-02T09:30",
            "past",
            {"earliest": "2026-03-02T10:00"},
            "2026-03-02T10:00",
        ),
        (
            "from=2026-09-01T00:00",
            "beyond_horizon",
            {"last_date": "2026-05-25"},
            "2026-05-22T11:35",
        ),
        (
            "from=2026-03-03T00:00&daily_from=19:00&daily_until=20:00",
            "closed",
            {"date": "2026-03-03", "holiday": None, "hours": []},
            "2026-03-03T08:00",
        ),
        (
            "from=2026-05-23T00:00",
            "closed",
            {"date": "2026-05-23", "holiday": None, "hours": []},
            "2026-05-22T11:35",
        ),
    ],
)
def test_reasons(
    api: Api, query: str, reason: str, detail: dict[str, object], first_next: str
) -> None:
    answer = api.slots(f"service=passport&office=walsum&{query}")
    assert answer["slots"] == []
    assert (answer["reason"], answer["reason_detail"]) == (reason, detail)
    assert starts(answer, "next")[0] == first_next
    assert len(answer["next"]) == 3


def test_an_office_without_the_service_names_those_that_have_it(api: Api) -> None:
    answer = api.slots(f"service=driving_licence&office=walsum&{TUESDAY}")
    assert answer["reason"] == "not_offered"
    assert answer["reason_detail"] == {"offices": ["strassenverkehrsamt"]}
    assert {slot["office"] for slot in answer["next"]} == {"strassenverkehrsamt"}
    assert starts(answer, "next")[0] == "2026-03-03T07:30"


def test_no_office_has_both(api: Api) -> None:
    answer = api.slots("service=driving_licence&service=passport")
    assert (answer["reason"], answer["next"]) == ("not_offered", [])


def test_the_wall_clock_rules_over_the_clock_change(api: Api, clock: FixedClock) -> None:
    clock.set(datetime(2026, 3, 28, 12, 0))
    answer = api.slots("service=passport&office=walsum&from=2026-03-29T00:00")
    assert starts(answer)[0] == "2026-03-30T08:00"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("service=nonsense", "unknown_service"),
        ("service=passport&office=nowhere", "unknown_office"),
        ("service=child_passport", "service_discontinued"),
        ("service=passport:7", "too_many_items"),
        ("service=passport:4&service=passport:4", "too_many_items"),
        ("service=passport&from=2026-03-05T00:00&until=2026-03-04T00:00", "invalid_window"),
        ("service=passport&daily_from=12:00&daily_until=10:00", "invalid_window"),
        ("", "invalid_request"),
        ("service=passport:0", "invalid_request"),
        ("service=passport&limit=0", "invalid_request"),
        ("service=passport&from=tomorrow", "invalid_request"),
        ("service=passport&form=2026-03-05T00:00", "invalid_request"),
        ("service=%00", "invalid_request"),
        ("service=passport&office=%00", "unknown_office"),
    ],
)
def test_what_cannot_be_searched(api: Api, query: str, code: str) -> None:
    answer = api.get(f"/api/appointments/slots?{query}")
    assert (answer.status_code, code_of(answer)) == (422, code)


def test_a_discontinued_service_names_what_to_take_instead(api: Api) -> None:
    error = api.get("/api/appointments/slots?service=child_passport").json()["error"]
    assert error["details"]["alternatives"] == ["passport", "identity_card"]


def test_for_who_moves_the_own_time_is_free_beside_what_lies_around_it(api: Api) -> None:
    codes = [api.book("2026-03-03T10:00", services=(("passport", 2),)) for _ in range(2)]
    then = "service=passport:2&office=walsum&from=2026-03-03T10:10&until=2026-03-03T10:10"
    assert api.slots(then)["reason"] == "full"
    headers = {"Authorization": f"Bearer {TOKEN}"}
    path = f"/api/appointments/slots?{then}&moving={codes[0].lower()}"
    assert starts(api.get(path, headers=headers).json()) == ["2026-03-03T10:10"]


def test_whether_a_code_exists_is_not_told_by_a_search(api: Api) -> None:
    code = api.book("2026-03-03T10:00")
    for known in (code, "ZZZZ-9999"):
        answer = api.get(f"/api/appointments/slots?service=passport&moving={known}")
        assert (answer.status_code, code_of(answer)) == (401, "unauthorised")

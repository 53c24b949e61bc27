from datetime import datetime

from backend.kit.clock import FixedClock
from tests.unit.backend.support import Api


def test_services_are_marked_as_sample(api: Api) -> None:
    answer = api.get("/api/appointments/services").json()
    assert answer["sample"] is True
    passport = next(each for each in answer["services"] if each["key"] == "passport")
    assert passport["name"] == {"de": "Reisepass beantragen", "en": "Apply for a passport"}
    assert [fee["cents"] for fee in passport["fees"]] == [7000, 3750, 3200]


def test_offices_say_whether_they_are_open(api: Api, clock: FixedClock) -> None:
    def walsum() -> dict[str, object]:
        offices = api.get("/api/appointments/offices").json()["offices"]
        return dict(next(each for each in offices if each["key"] == "walsum"))

    now = walsum()
    assert now["open_now"] is True
    assert now["today"] == [{"start": "08:00", "end": "16:00"}]
    assert now["next_opening"] == "2026-03-03T08:00"
    clock.set(datetime(2026, 4, 3, 10, 0))
    holiday = walsum()
    assert holiday["open_now"] is False
    assert holiday["today"] == []
    assert holiday["closed_today"] == {"de": "Karfreitag", "en": "Good Friday"}
    assert holiday["next_opening"] == "2026-04-07T08:00"


def test_an_office_on_a_day(api: Api) -> None:
    def walsum(day: str) -> dict[str, object]:
        answer = api.get(f"/api/appointments/offices/walsum/days/{day}")
        assert answer.status_code == 200
        return dict(answer.json())

    thursday = walsum("2026-03-05")
    assert thursday["ranges"] == [{"start": "08:00", "end": "18:00"}]
    assert (thursday["closed"], thursday["next_opening"]) == (None, "2026-03-06T08:00")
    good_friday = walsum("2026-04-03")
    assert good_friday["ranges"] == []
    assert good_friday["closed"] == {"de": "Karfreitag", "en": "Good Friday"}
    assert good_friday["next_opening"] == "2026-04-07T08:00"
    saturday = walsum("2026-03-07")
    assert (saturday["ranges"], saturday["closed"]) == ([], None)


def test_a_day_of_no_office(api: Api) -> None:
    assert api.get("/api/appointments/offices/atlantis/days/2026-03-05").status_code == 422
    assert api.get("/api/appointments/offices/walsum/days/someday").status_code == 422

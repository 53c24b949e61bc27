"""The person's side: asking for staff, the queue, leaving."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from backend.conversations.handover.jobs import watch
from backend.conversations.handover.ports import Change
from backend.kit.clock import FixedClock
from tests.fakes.telling import FakeTelling
from tests.unit.backend.conversations.handover.support import KOCH, YILMAZ, Town
from tests.unit.backend.support import backend_api


@pytest.fixture
def telling() -> FakeTelling:
    return FakeTelling()


@pytest.fixture
def told_town(
    tmp_path: Path, clock: FixedClock, fresh_database: Path, telling: FakeTelling
) -> Iterator[Town]:
    """A town whose news go out."""
    shutil.copy(fresh_database, tmp_path / "frontdoor.db")
    with backend_api(tmp_path, clock, telling=telling) as running:
        yield Town(running)


def test_out_of_hours_it_says_when_somebody_is_there(town: Town, clock: FixedClock) -> None:
    clock.set(datetime(2026, 3, 2, 12, 45))
    town.there(YILMAZ)
    answer = town.asks()
    assert (answer["available"], answer["why"]) == (False, "closed")
    assert answer["opens_at"] == "2026-03-02T13:15"
    assert town.about()["state"] == "bot"


def test_nobody_there(town: Town) -> None:
    town.there(YILMAZ, status="away")
    answer = town.asks()
    assert (answer["available"], answer["why"]) == (False, "nobody")


def test_staff_of_another_department_do_not_count(town: Town) -> None:
    town.there(YILMAZ | {"departments": "smart_city"})
    assert town.asks()["why"] == "nobody"
    wish = {"wishes": [{"intent": "submit_idea", "confidence": 0.9}]}
    assert town.asks("c-2", "k-2", evidence=wish)["available"]


def test_a_queue_of_ten_with_positions(town: Town, clock: FixedClock) -> None:
    town.there(YILMAZ)
    for number in range(1, 11):
        assert town.asks(f"c-{number}", f"k-{number}")["position"] == number
        clock.advance(timedelta(seconds=1))
    assert town.does(YILMAZ, "take", "c-1").status_code == 200
    assert town.about("c-1")["staff"] == YILMAZ["name"]
    assert [town.about(f"c-{n}")["position"] for n in range(2, 11)] == list(range(1, 10))
    assert [each["position"] for each in town.inbox(KOCH)] == list(range(1, 10))


def test_no_estimate_without_experience_and_one_from_it(town: Town, clock: FixedClock) -> None:
    town.there(YILMAZ)
    assert town.asks("c-0", "k-0")["wait_minutes"] is None
    for number in range(3):
        town.does(YILMAZ, "take", f"c-{number}")
        clock.advance(timedelta(minutes=9))
        town.there(YILMAZ)
        town.does(YILMAZ, "close", f"c-{number}", reason="solved")
        answer = town.asks(f"c-{number + 1}", f"k-{number + 1}")
    assert answer["wait_minutes"] == 10


def test_asking_again_changes_nothing(town: Town) -> None:
    town.there(YILMAZ)
    first = town.asks()
    assert town.asks() == first
    assert town.asks(key="another") == first
    assert len(town.inbox(YILMAZ)) == 1


def test_leaving_the_queue(town: Town) -> None:
    town.there(YILMAZ)
    town.asks("c-1", "k-1")
    town.asks("c-2", "k-2")
    for _ in range(2):
        answer = town.api.post("/api/conversations/c-1/leave", json={})
        assert answer.json()["state"] == "bot"
    assert "Assistent" in town.said("c-1")
    assert town.about("c-2")["position"] == 1
    # The request of before, run again after a crash, does not bring back who has left.
    assert not town.asks("c-1", "k-1")["available"]
    assert town.asks("c-1", "k-3")["available"]


def test_state_changes_stand_in_the_transcript(town: Town) -> None:
    town.there(YILMAZ)
    town.asks()
    town.does(YILMAZ, "take")
    news = town.transcript()[-1]
    assert (news["kind"], news["role"]) == ("state", "bot")
    assert news["standing"] == {
        "state": "staff",
        "position": None,
        "wait_minutes": None,
        "staff": YILMAZ["name"],
    }
    assert YILMAZ["name"] in news["text"]


def test_who_comes_back_after_the_end_meets_the_bot(town: Town) -> None:
    town.there(YILMAZ)
    town.asks()
    town.does(YILMAZ, "take")
    town.does(YILMAZ, "close", reason="solved")
    assert town.about()["state"] == "closed"
    assert town.writes("Noch eine Frage", "m-9")["state"] == "bot"
    assert town.asks(key="k-2")["available"]


def test_a_callback_is_stored_once(town: Town, clock: FixedClock) -> None:
    clock.set(datetime(2026, 3, 2, 18, 0))
    town.writes("Hallo", "m-1")
    body = {"contact": "0203 556677", "kind": "phone", "name": "Anna", "language": "de"}
    answers = [
        town.api.post(
            "/api/conversations/c-1/callbacks", json=body, headers={"Idempotency-Key": "k"}
        )
        for _ in range(2)
    ]
    assert [each.status_code for each in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["opens_at"] == "2026-03-03T08:00"
    [callback] = town.staff("GET", "callbacks", YILMAZ).json()["callbacks"]
    assert (callback["contact"], callback["name"]) == ("0203 556677", "Anna")
    path = f"callbacks/{callback['id']}/done"
    done = town.staff("POST", path, YILMAZ, json={"outcome": "reached"}).json()
    assert (done["done_by"], done["outcome"]) == (YILMAZ["name"], "reached")
    assert town.staff("GET", "callbacks", YILMAZ).json()["callbacks"] == []
    town.api.delete("/api/conversations/c-1")
    assert town.staff("GET", "callbacks?state=done", YILMAZ).json()["callbacks"] == []


@pytest.mark.parametrize("by_request", [True, False])
def test_who_is_erased_while_waiting_leaves_the_queue_and_staff_see_it(
    told_town: Town, telling: FakeTelling, by_request: bool
) -> None:
    town = told_town
    town.there(YILMAZ)
    town.asks()
    town.asks("c-2", key="k-2")
    telling.changes.clear()
    telling.places.clear()
    if by_request:
        town.api.post("/api/privacy/erasures", json={"conversation_id": "c-1"})
    else:
        town.api.delete("/api/conversations/c-1")
    assert telling.changes == [Change("state", "c-1", {"state": "erased"})]
    [place] = telling.places
    assert (place.conversation_id, place.standing["position"]) == ("c-2", 1)
    assert [each["id"] for each in town.inbox(YILMAZ)] == ["c-2"]


def test_at_closing_time_who_waits_is_told_and_offered_a_callback(
    town: Town, clock: FixedClock
) -> None:
    town.there(YILMAZ)
    town.asks()
    clock.set(datetime(2026, 3, 2, 12, 30))
    town.there(YILMAZ)
    handovers = town.api.app.state.handovers
    assert watch(handovers.container.database, handovers) == 1
    news = town.transcript()[-1]
    assert "13:15" in news["text"]
    assert news["buttons"][0]["payload"] == "/request_human"
    assert town.about()["state"] == "bot"


def test_the_answer_names_the_department_that_was_asked(town: Town) -> None:
    wish = {"wishes": [{"intent": "submit_idea", "confidence": 0.9}]}
    refused = town.asks("c-2", "k-2", evidence=wish)
    assert (refused["available"], refused["department"]) == (False, "smart_city")
    town.there(YILMAZ)
    first, repeated = town.asks("c-3", "k-3"), town.asks("c-3", "k-3")
    assert first["department"] == repeated["department"] == "citizen_service"

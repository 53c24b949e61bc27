"""The two Rasa actions behind all tasks, and the app that serves them."""

from collections.abc import AsyncIterator

import httpx
import pytest

from actions.app import create_actions
from actions.appointments.booking import Booking
from actions.appointments.ports import Office
from actions.backend import BackendError
from actions.tasks.action import ResumeTaskAction, TaskAction
from actions.tasks.frames import Frame, write_stack
from actions.tasks.registry import Tasks
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support import MONDAY
from tests.unit.actions.support_rasa import responses, run, tracker

PASSPORT = {"services": [{"key": "passport", "count": None}]}
WAITING = write_stack([Frame("book_appointment", PASSPORT, asked="people")])


@pytest.fixture
def service() -> FakeAppointments:
    return FakeAppointments(MONDAY)


@pytest.fixture
def tasks(service: FakeAppointments) -> Tasks:
    return Tasks([Booking(service).task()])


async def test_a_turn_moves_the_stack(tasks: Tasks) -> None:
    said, events = await run(TaskAction(tasks), tracker("zwei", slots={"tasks": WAITING}))
    assert responses(said) == ["utter_ask_office"]
    (event,) = events
    assert (event["event"], event["name"]) == ("slot", "tasks")
    assert event["value"][0]["values"]["people"] == 2


async def test_the_end_of_a_task_empties_the_stack(tasks: Tasks) -> None:
    stop = tracker("stopp", "stop", slots={"tasks": WAITING})
    said, events = await run(TaskAction(tasks), stop)
    assert responses(said) == ["utter_booking_dropped"]
    assert events[0]["value"] == []


async def test_a_side_question_is_followed_by_the_open_one(tasks: Tasks) -> None:
    question = tracker("Wann hat Walsum auf?", "ask_office_info", slots={"tasks": WAITING})
    said, _ = await run(ResumeTaskAction(tasks), question)
    assert responses(said) == ["utter_ask_people"]


async def test_a_failing_backend_is_told_and_the_task_stays(
    tasks: Tasks, service: FakeAppointments
) -> None:
    service.down = True
    said, events = await run(TaskAction(tasks), tracker("zwei", slots={"tasks": WAITING}))
    assert responses(said) == ["utter_failed"]
    assert events == []


async def test_what_the_system_behind_cannot_do_is_told(
    tasks: Tasks, service: FakeAppointments, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def beyond() -> dict[str, Office]:
        raise BackendError("not_supported")

    monkeypatch.setattr(service, "offices", beyond)
    said, events = await run(TaskAction(tasks), tracker("zwei", slots={"tasks": WAITING}))
    assert responses(said) == ["utter_not_supported"]
    assert events == []


@pytest.fixture
async def server() -> AsyncIterator[httpx.AsyncClient]:
    """The action server, with a backend that is down."""

    def refuse(_: httpx.Request) -> httpx.Response:
        return httpx.Response(500)

    backend = httpx.AsyncClient(transport=httpx.MockTransport(refuse), base_url="http://backend")
    transport = httpx.ASGITransport(create_actions(backend))
    async with backend, httpx.AsyncClient(transport=transport, base_url="http://actions") as client:
        yield client


def call(action: str) -> dict[str, object]:
    return {"next_action": action, "sender_id": "c-1", "tracker": tracker("hm").current_state()}


async def test_rasas_call_without_a_domain_is_answered(server: httpx.AsyncClient) -> None:
    answer = await server.post("/webhook", json=call("action_office_info"))
    assert answer.status_code == 200
    assert responses(answer.json()["responses"]) == ["utter_failed"]


async def test_without_a_record_there_is_nothing_to_repeat(server: httpx.AsyncClient) -> None:
    answer = await server.post("/webhook", json=call("action_repeat"))
    assert responses(answer.json()["responses"]) == ["utter_nothing_to_repeat"]


async def test_an_unknown_action_is_not_found(server: httpx.AsyncClient) -> None:
    assert (await server.post("/webhook", json=call("action_nobody_has"))).status_code == 404


async def test_health(server: httpx.AsyncClient) -> None:
    assert (await server.get("/health")).json() == {"status": "ok"}

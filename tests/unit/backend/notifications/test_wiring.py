"""Which workers a process has."""

from dataclasses import replace
from threading import Event

from backend.kit.scheduler import Scheduler
from backend.notifications.domain import Way
from tests.servers.waiting import wait_until
from tests.unit.backend.notifications.support import House, draft
from tests.unit.backend.support import Api


def test_a_process_without_connectors_leaves_the_chats_to_others(house: House) -> None:
    assert set(replace(house.service, chat=None).senders()) == {Way.EMAIL}
    assert set(replace(house.service, mailer=None).senders()) == {Way.CHAT}


def test_the_jobs_send_and_set_aside(house: House) -> None:
    house.settings = house.settings.model_copy(update={"tick_seconds": 0.05})
    house.put(draft(kind="appointment.booked"), draft(way=Way.CHAT, recipient="c-1"))
    scheduler, stopping = Scheduler(), Event()
    replace(house.service, mailer=None, chat=None).schedule(scheduler, stopping)
    scheduler.start()
    try:
        wait_until("set aside", lambda: house.rows("state")[0] == ("off",), 20)
    finally:
        scheduler.stop()
    assert house.rows("state") == [("off",), ("waiting",)]


def test_a_booking_over_rest_tells_the_person(api: Api) -> None:
    held = api.hold("2026-03-04T08:30").json()
    api.confirm(held["hold_id"], channel="website", conversation_id="c-1")
    counts = api.get("/api/notifications", internal=True).json()["counts"]
    assert counts["waiting"] + counts.get("off", 0) == 5

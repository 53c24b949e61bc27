"""kill -9 of a part: it comes back by itself, and nothing that was accepted is lost."""

import signal
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.process.booking import keys, keys_of, until_confirmation
from tests.servers.frontdoor import FrontDoor
from tests.servers.processes import is_running
from tests.servers.waiting import wait_until


@pytest.mark.parametrize("part", ["engine", "frontdoor"])
def test_a_killed_part_comes_back_with_every_conversation(sturdy: FrontDoor, part: str) -> None:
    day = {"engine": "8. Dezember", "frontdoor": "9. Dezember"}[part]
    conversation = until_confirmation(sturdy, day)
    before = sturdy.part(part)
    sturdy.kill(part)
    sturdy.wait_ready()
    assert sturdy.part(part) != before
    conversation.say("Was hast du bis jetzt?")
    assert keys(conversation) == ["utter_summary", "utter_ask_confirm"]
    code = conversation.say("Ja, buchen", "yes").card["code"]
    assert conversation.say("Ja, buchen", "yes").card["code"] == code
    [booking] = sturdy.records.bookings(conversation.id)
    assert (booking.code, booking.status) == (code, "confirmed")


def test_bookings_outlive_a_killed_front_door(sturdy: FrontDoor) -> None:
    code = sturdy.book("hamborn", "2026-12-08T10:00", {"passport": 1})
    sturdy.kill("frontdoor")
    sturdy.wait_ready()
    assert sturdy.http.get(f"/api/appointments/{code}").json()["status"] == "confirmed"


def test_a_message_during_the_engines_absence_is_kept_and_repeated(sturdy: FrontDoor) -> None:
    """Answered in words meanwhile; the same message sent again books once."""
    conversation = until_confirmation(sturdy, "10. Dezember")
    sturdy.kill("engine")
    answer = conversation.say("Ja, buchen", "yes")
    if keys_of(answer) != ["utter_booked"]:
        assert answer.language == "de"
        assert len(answer.texts) == 1
    sturdy.wait_ready()
    wait_until(
        "the yes is answered",
        lambda: keys_of(conversation.say("Ja, buchen", "yes")) == ["utter_booked"],
        30,
    )
    assert len(sturdy.records.bookings(conversation.id)) == 1
    stored = [m for m in sturdy.records.messages(conversation.id) if m.message_id == "yes"]
    assert len(stored) == 1


@pytest.mark.parametrize("part", ["engine", "frontdoor"])
def test_killed_in_the_middle_of_a_yes_books_once(sturdy: FrontDoor, part: str) -> None:
    day = {"engine": "14. Dezember", "frontdoor": "15. Dezember"}[part]
    conversation = until_confirmation(sturdy, day)
    fields = {"text": "Ja, buchen", "id": "yes", "conversation_id": conversation.token}

    def say_yes() -> None:
        try:
            sturdy.http.post("/chat/messages", json=fields)
        except httpx.HTTPError:
            assert part == "frontdoor"  # who is killed cannot answer

    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(say_yes)
        sturdy.kill(part)
        sent.result()
    sturdy.wait_ready()
    wait_until(
        "the yes is answered",
        lambda: keys_of(conversation.say("Ja, buchen", "yes")) == ["utter_booked"],
        30,
    )
    assert len(sturdy.records.bookings(conversation.id)) == 1


def test_a_service_manager_can_end_it(sturdy: FrontDoor) -> None:
    parts = [sturdy.part("engine"), sturdy.part("frontdoor")]
    assert sturdy.stop(signal.SIGTERM) < 15
    assert not [pid for pid in parts if is_running(pid)]

"""The waiting list in dialogue."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from actions.appointments.ports import Slot
from actions.appointments.waiting_ports import Offered
from actions.heard import Heard, Value
from tests.fakes.appointments import FakeAppointments
from tests.fakes.waiting_list import FakeWaitingList
from tests.unit.actions.support import MONDAY, Talk, pressed, said

FRIDAY = datetime(2026, 3, 6, 10, 0)
TUESDAY = datetime(2026, 3, 3, 9, 0)


@pytest.fixture
def code(service: FakeAppointments) -> str:
    return service.occupy("walsum", FRIDAY)


@pytest.fixture
def offer(code: str, entries: FakeWaitingList) -> Offered:
    made = Offered("offer-1", Slot("walsum", TUESDAY), MONDAY + timedelta(hours=2))
    entries.offers[code] = made
    return made


async def test_joining_by_words(talk: Talk, code: str, entries: FakeWaitingList) -> None:
    answer = await talk.say("Setzen Sie mich auf die Warteliste", "book_appointment")
    assert answer == ["utter_ask_code"]
    assert await talk.say(code) == ["utter_waiting_list_joined"]
    assert entries.joined == {code: ([], None)}


async def test_joining_with_a_wish(talk: Talk, code: str, entries: FakeWaitingList) -> None:
    await talk.say(f"Warteliste für {code}, in Hamborn am Mittwoch", "out_of_scope")
    offices, window = entries.joined[code]
    assert offices == ["hamborn"]
    assert window is not None
    assert window.interval.start == datetime(2026, 3, 4)


async def test_leaving(talk: Talk, code: str, entries: FakeWaitingList) -> None:
    entries.joined[code] = [], None
    assert await talk.hear(pressed(waiting="leave", code=code)) == ["utter_waiting_list_left"]
    assert entries.joined == {}


@pytest.mark.parametrize("reason", ["late", "unreachable"])
async def test_why_nobody_can_wait(
    talk: Talk, code: str, entries: FakeWaitingList, reason: str
) -> None:
    entries.refuses = reason
    assert await talk.say(f"Warteliste {code}") == [f"utter_cannot_wait_{reason}"]


async def test_the_button_of_an_offer_moves_the_appointment(
    talk: Talk, code: str, offer: Offered, service: FakeAppointments
) -> None:
    turn = pressed("reschedule_appointment", code=code, offer=offer.id)
    assert await talk.hear(turn) == ["utter_rescheduled"]
    assert [each.slot.start for each in service.confirmed()] == [TUESDAY]
    assert await talk.hear(turn) == ["utter_offer_gone"]


async def test_an_offer_taken_by_words_is_told_first(
    talk: Talk, code: str, offer: Offered, service: FakeAppointments
) -> None:
    answer = await talk.say(f"Ich nehme das Angebot an, {code}", "affirm")
    assert answer == ["utter_ask_accept_offer"]
    assert [each.slot.start for each in service.confirmed()] == [FRIDAY]
    assert await talk.say("ja", "affirm") == ["utter_rescheduled"]
    assert [each.slot.start for each in service.confirmed()] == [TUESDAY]


def after(offer: Offered, code: str, text: str, intent: str) -> Heard:
    """``text`` typed when the offer stood last in the chat."""
    return replace(said(text, intent), offered=True, before=(Value("code", code),))


@pytest.mark.parametrize("intent", ["affirm", "out_of_scope", "book_appointment"])
async def test_a_yes_to_an_offer_in_the_chat_is_about_that_offer(
    talk: Talk, code: str, offer: Offered, service: FakeAppointments, intent: str
) -> None:
    assert await talk.hear(after(offer, code, "ja, nehme ich", intent)) == [
        "utter_ask_accept_offer"
    ]
    assert [each.slot.start for each in service.confirmed()] == [FRIDAY]
    assert await talk.say("ja", "affirm") == ["utter_rescheduled"]
    assert [each.slot.start for each in service.confirmed()] == [TUESDAY]


@pytest.mark.parametrize("intent", ["deny", "stop"])
async def test_a_no_to_an_offer_in_the_chat_declines_it(
    talk: Talk, code: str, offer: Offered, entries: FakeWaitingList, intent: str
) -> None:
    assert await talk.hear(after(offer, code, "nein danke", intent)) == ["utter_offer_declined"]
    assert entries.offers == {}


async def test_a_yes_that_could_mean_the_offer_or_the_question_binds_neither(
    talk: Talk, code: str, offer: Offered, service: FakeAppointments
) -> None:
    await talk.say("Termin K7MP-3WQX absagen".replace("K7MP-3WQX", code), "cancel_appointment")
    assert await talk.hear(after(offer, code, "ja", "affirm")) == ["utter_ask_cancel"]
    assert [each.slot.start for each in service.confirmed()] == [FRIDAY]
    assert await talk.say("ja", "affirm") == ["utter_cancelled"]


async def test_in_the_middle_of_a_booking_an_offer_is_taken_and_the_booking_goes_on(
    talk: Talk, code: str, offer: Offered, service: FakeAppointments
) -> None:
    asked = await talk.say("Perso in Walsum für eine Person", "book_appointment")
    answer = await talk.hear(after(offer, code, "ja, nehme ich", "affirm"))
    assert answer == ["utter_ask_accept_offer"]
    answer = await talk.say("ja", "affirm")
    assert answer == ["utter_rescheduled", "utter_task_resumed", *asked]


async def test_a_value_that_was_asked_for_is_no_answer_to_the_offer(
    talk: Talk, code: str, offer: Offered
) -> None:
    await talk.say("Perso in Walsum für eine Person", "book_appointment")
    answer = await talk.hear(after(offer, code, "Ich nehme den Dienstag", "inform"))
    assert answer == ["utter_offer_slots"]


async def test_an_offer_declined(
    talk: Talk, code: str, offer: Offered, entries: FakeWaitingList
) -> None:
    assert await talk.say(f"Das Angebot lehne ich ab, {code}") == ["utter_offer_declined"]
    assert entries.offers == {}
    assert await talk.say(f"Das Angebot lehne ich ab, {code}") == ["utter_no_offer"]


async def test_after_a_late_booking_the_list_is_offered(
    talk: Talk, service: FakeAppointments
) -> None:
    for half in range(16):
        service.occupy("walsum", datetime(2026, 3, 3, 8) + timedelta(minutes=30 * half))
    wish = "Perso in Walsum am Dienstag für eine Person, Anna Schmidt, anna@example.org"
    assert await talk.say(wish, "book_appointment") == ["utter_full"]
    await talk.say("das letzte")
    await talk.say("Anna Schmidt") if talk.frame.asked == "name" else None
    booked = await talk.say("ja", "affirm")
    assert booked == ["utter_booked", "utter_offer_waiting_list"]


async def test_in_the_middle_of_a_booking_it_is_for_later(talk: Talk) -> None:
    await talk.say("Perso in Walsum am Dienstag für eine Person", "book_appointment")
    answer = await talk.say("Sagen Sie mir Bescheid, wenn früher was frei wird?", "out_of_scope")
    assert answer[0] == "utter_waiting_list_after_booking"
    assert talk.frame.task == "book_appointment"

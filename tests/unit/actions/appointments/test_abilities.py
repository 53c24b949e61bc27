"""What the city's appointment system cannot do is told before anything is asked."""

from datetime import datetime, timedelta

import pytest

from actions.appointments.ports import Abilities
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support import Talk, pressed

NEITHER = Abilities(moving=False, waiting_list=False)


@pytest.fixture
def code(service: FakeAppointments) -> str:
    service.able = NEITHER
    return service.occupy("walsum", datetime(2026, 3, 6, 10, 0))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ich möchte meinen Termin verschieben", "reschedule_appointment"),
        ("{code} auf Freitag um 9 Uhr verlegen", "reschedule_appointment"),
        ("Setzen Sie mich auf die Warteliste", "book_appointment"),
        ("Nehmen Sie {code} von der Warteliste", "inform"),
        ("Ich nehme das Angebot an, {code}", "affirm"),
        ("Das Angebot lehne ich ab", "deny"),
    ],
)
async def test_at_once(talk: Talk, code: str, text: str, intent: str) -> None:
    assert await talk.say(text.format(code=code), intent) == ["utter_not_supported"]
    assert talk.stack == []


async def test_by_a_button(talk: Talk, code: str) -> None:
    turn = pressed("reschedule_appointment", code=code)
    assert await talk.hear(turn) == ["utter_not_supported"]


async def test_in_the_middle_of_a_booking_it_goes_on(talk: Talk, code: str) -> None:
    asked = await talk.say("Perso in Walsum für eine Person", "book_appointment")
    answer = await talk.say("Ich will meinen alten Termin verschieben", "reschedule_appointment")
    assert answer == ["utter_not_supported", "utter_task_resumed", *asked]


async def test_no_waiting_list_is_offered_after_a_late_booking(
    talk: Talk, service: FakeAppointments
) -> None:
    service.able = NEITHER
    for half in range(16):
        service.occupy("walsum", datetime(2026, 3, 3, 8) + timedelta(minutes=30 * half))
    wish = "Perso in Walsum am Dienstag für eine Person, anna@example.org"
    assert await talk.say(wish, "book_appointment") == ["utter_full"]
    await talk.say("das letzte")
    await talk.say("Anna Schmidt")
    assert await talk.say("ja", "affirm") == ["utter_booked"]


async def test_a_wish_for_the_list_beside_a_booking_is_refused_there(
    talk: Talk, service: FakeAppointments
) -> None:
    service.able = NEITHER
    asked = await talk.say("Perso in Walsum am Dienstag für eine Person", "book_appointment")
    answer = await talk.say("Sagen Sie mir Bescheid, wenn früher was frei wird", "out_of_scope")
    assert answer == ["utter_not_supported", *asked]

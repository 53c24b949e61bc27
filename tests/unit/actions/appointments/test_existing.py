"""Looking up and cancelling by booking code."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from actions.heard import Heard, Value
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support import Talk, pressed, said

CHECK, CANCEL = "check_appointment", "cancel_appointment"
TUESDAY = datetime(2026, 3, 3, 10, 0)


@pytest.fixture
def code(service: FakeAppointments) -> str:
    return service.occupy("walsum", TUESDAY)


def status(service: FakeAppointments) -> list[str]:
    return [booked.state for booked in service.booked.values()]


async def test_the_code_is_asked_for_and_the_appointment_told(talk: Talk, code: str) -> None:
    assert await talk.say("Wann ist mein Termin?", CHECK) == ["utter_ask_code"]
    assert await talk.say(f"ich glaube {code.lower().replace('-', ' ')}") == ["utter_appointment"]
    told = talk.word("utter_appointment")
    assert told.values["moment"] == "Dienstag, 3. März 2026, 10:00 Uhr"
    assert told.card is not None
    assert told.card["code"] == code
    assert talk.stack == []


async def test_an_unknown_code_is_asked_for_again(talk: Talk) -> None:
    assert await talk.say("Wann ist K7MP-3WQX?", CHECK) == ["utter_code_unknown", "utter_ask_code"]


async def test_an_unreadable_code_is_told(talk: Talk) -> None:
    await talk.say("Wann ist mein Termin?", CHECK)
    assert await talk.say("K7MP-3") == ["utter_code_unreadable", "utter_ask_code"]


async def test_a_cancelled_appointment_is_told_as_such(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    await service.cancel(code)
    assert await talk.say(f"Wann ist {code}?", CHECK) == ["utter_appointment_is_cancelled"]


async def test_cancelling_needs_a_clear_yes(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    assert await talk.say(f"bitte {code} absagen", CANCEL) == ["utter_ask_cancel"]
    assert await talk.say("hm", "out_of_scope") == ["utter_task_not_understood", "utter_ask_cancel"]
    assert status(service) == ["confirmed"]
    assert await talk.say("ja", "affirm") == ["utter_cancelled"]
    assert status(service) == ["cancelled"]
    assert talk.stack == []


@pytest.mark.parametrize(("text", "intent"), [("nein", "deny"), ("abbrechen", "stop")])
async def test_no_keeps_the_appointment(
    talk: Talk, service: FakeAppointments, code: str, text: str, intent: str
) -> None:
    await talk.say(f"bitte {code} absagen", CANCEL)
    assert await talk.say(text, intent) == ["utter_cancel_kept"]
    assert (status(service), talk.stack) == (["confirmed"], [])


async def test_another_code_at_the_restatement_does_not_cancel(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    other = service.occupy("hamborn", TUESDAY)
    await talk.say(f"bitte {code} absagen", CANCEL)
    answer = await talk.say(f"ja, aber {other}", "affirm")
    assert answer == ["utter_task_noted", "utter_ask_cancel"]
    assert talk.word("utter_ask_cancel").values["code"] == other
    assert status(service) == ["confirmed", "confirmed"]


async def test_an_appointment_gone_by_cannot_be_cancelled(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    talk.at = service.now = TUESDAY + timedelta(days=1)
    assert await talk.say(f"bitte {code} absagen", CANCEL) == ["utter_appointment_past"]
    assert talk.stack == []


async def test_an_appointment_that_begins_before_the_yes(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    await talk.say(f"bitte {code} absagen", CANCEL)
    service.now = TUESDAY
    assert await talk.say("ja", "affirm") == ["utter_appointment_past"]


async def test_cancelling_twice_says_so(talk: Talk, service: FakeAppointments, code: str) -> None:
    await service.cancel(code)
    assert await talk.say(f"bitte {code} absagen", CANCEL) == ["utter_already_cancelled"]


async def test_a_code_from_a_button(talk: Talk, code: str) -> None:
    assert await talk.hear(pressed(CANCEL, code=code)) == ["utter_ask_cancel"]


def spoken_of(text: str, code: str, intent: str) -> Heard:
    return replace(said(text, intent), before=(Value("code", code), Value("code", "AAAA-2222")))


async def test_the_appointment_just_spoken_of_needs_no_code(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    assert await talk.hear(spoken_of("sag ihn ab", code, CANCEL)) == ["utter_ask_cancel"]
    assert await talk.say("ja", "affirm") == ["utter_cancelled"]
    assert status(service) == ["cancelled"]


async def test_one_spoken_of_that_is_cancelled_already_is_not_meant(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    await service.cancel(code)
    assert await talk.hear(spoken_of("Termin absagen", code, CANCEL)) == ["utter_ask_code"]
    assert await talk.hear(spoken_of("ZZZZ", "ZZZZ-2222", CANCEL)) == ["utter_ask_code"]


async def test_another_one_does(talk: Talk, code: str) -> None:
    assert await talk.hear(spoken_of("einen anderen Termin absagen", code, CANCEL)) == [
        "utter_ask_code"
    ]


async def test_stopping_after_an_appointment_was_shown_asks_whether_to_cancel_it(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    assert await talk.hear(spoken_of("cancel it", code, "stop")) == ["utter_ask_cancel"]
    assert status(service) == ["confirmed"]


async def test_stopping_without_one_stops_nothing(talk: Talk) -> None:
    assert await talk.say("stopp", "stop") == ["utter_stop"]


async def test_a_code_alone_tells_the_appointment(talk: Talk, code: str) -> None:
    assert await talk.say(code) == ["utter_appointment"]


@pytest.mark.parametrize("wish", [CHECK, CANCEL])
async def test_without_the_code_a_way_on_is_told(talk: Talk, wish: str) -> None:
    await talk.say("mein Termin", wish)
    assert await talk.say("habe ich nicht mehr", "skip") == ["utter_ask_own_contact"]

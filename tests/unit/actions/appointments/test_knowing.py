"""Appointments without their booking code: a code to the stored contact."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.fakes.appointments import FakeAppointments
from tests.fakes.proving import RIGHT_CODE, FakeIdentity
from tests.unit.actions.support import Talk, pressed, said

CHECK, CANCEL, MOVE = "check_appointment", "cancel_appointment", "reschedule_appointment"
ANNA = "anna@example.org"


@pytest.fixture
async def codes(service: FakeAppointments, identity: FakeIdentity) -> list[str]:
    found = [
        service.occupy("walsum", datetime(2026, 3, 3, 10, 0)),
        service.occupy("hamborn", datetime(2026, 3, 5, 9, 0)),
    ]
    identity.booked = {ANNA: [await service.find(code) for code in found]}
    return found


async def until_code(talk: Talk, intent: str = CHECK, contact: str = ANNA) -> list[str]:
    await talk.say("Ich habe den Code nicht mehr, es geht um meinen Termin", intent)
    return await talk.say(contact)


async def test_contact_code_and_choice(talk: Talk, codes: list[str]) -> None:
    assert await talk.say("Wann ist mein Termin?", CHECK) == ["utter_ask_code"]
    assert await talk.say("Den Code habe ich nicht mehr") == ["utter_ask_own_contact"]
    assert await talk.say(ANNA) == ["utter_ask_pin"]
    assert await talk.say("123 456") == ["utter_choose_own_appointment"]
    assert [b.entities for b in talk.words[0].buttons] == [{"code": code} for code in codes]
    assert await talk.say("das zweite") == ["utter_appointment"]
    assert talk.word("utter_appointment").values["code"] == codes[1]


@pytest.mark.parametrize(
    ("text", "at"), [("der in Walsum", 0), ("der am Donnerstag", 1), ("das letzte", 1)]
)
async def test_one_is_chosen_by_what_it_is(
    talk: Talk, codes: list[str], text: str, at: int
) -> None:
    await until_code(talk, CANCEL)
    await talk.say(RIGHT_CODE)
    assert await talk.say(text) == ["utter_ask_cancel"]
    assert talk.frame.values["code"] == codes[at]


async def test_the_only_one_needs_no_choice(
    talk: Talk, codes: list[str], identity: FakeIdentity
) -> None:
    identity.booked = {ANNA: list(identity.booked[ANNA])[:1]}
    await until_code(talk, MOVE)
    assert await talk.say(f"der Code ist {RIGHT_CODE}") == ["utter_ask_new_time"]
    assert talk.frame.notes["old"]["code"] == codes[0]


async def test_nobody_hears_whether_a_contact_is_known(talk: Talk, codes: list[str]) -> None:
    known = await until_code(talk)
    assert known == ["utter_ask_pin"]
    words = [(say.response, dict(say.values)) for say in talk.words]
    await talk.say("abbrechen", "stop")
    assert await until_code(talk, contact="nobody@example.org") == known
    assert [(say.response, {**say.values, "contact": ANNA}) for say in talk.words] == words
    assert await talk.say("654321") == ["utter_pin_wrong", "utter_ask_pin"]


async def test_wrong_codes_run_out_and_a_new_one_is_sent(
    talk: Talk, codes: list[str], identity: FakeIdentity
) -> None:
    await until_code(talk)
    for left in (3, 2, 1, 0):
        assert await talk.say("000000") == ["utter_pin_wrong", "utter_ask_pin"]
        assert talk.words[0].values["left"] == left
    assert await talk.say(RIGHT_CODE) == ["utter_pin_over", "utter_ask_own_contact"]
    assert await talk.say(ANNA) == ["utter_ask_pin"]
    assert await talk.say(RIGHT_CODE) == ["utter_choose_own_appointment"]
    assert identity.asked == [ANNA, ANNA]


@pytest.mark.parametrize("text", ["neuer Code bitte", "es ist nichts angekommen"])
async def test_a_new_code_on_request(
    talk: Talk, codes: list[str], identity: FakeIdentity, text: str
) -> None:
    await until_code(talk)
    await talk.say(text, "out_of_scope")
    assert identity.asked == [ANNA, ANNA]
    assert await talk.hear(pressed(no_code="again")) == ["utter_task_noted", "utter_ask_pin"]
    assert identity.asked == [ANNA] * 3


async def test_too_few_digits_are_no_try(
    talk: Talk, codes: list[str], identity: FakeIdentity
) -> None:
    await until_code(talk)
    assert await talk.say("12345") == ["utter_pin_malformed", "utter_ask_pin"]
    assert set(identity.tries.values()) == {4}


async def test_a_telephone_number_cannot_be_written_to(talk: Talk) -> None:
    assert await until_code(talk, contact="0203 123456") == [
        "utter_contact_unreachable",
        "utter_ask_own_contact",
    ]


async def test_without_mail_nothing_is_promised(talk: Talk, identity: FakeIdentity) -> None:
    identity.off = True
    assert await until_code(talk) == ["utter_codes_cannot_be_sent"]
    assert talk.stack == []


async def test_the_booking_code_found_after_all(talk: Talk, codes: list[str]) -> None:
    await until_code(talk, CANCEL)
    assert await talk.say(f"ach, hier: {codes[0]}") == ["utter_task_noted", "utter_ask_cancel"]


async def test_no_appointment_to_come(talk: Talk, identity: FakeIdentity) -> None:
    identity.booked = {ANNA: []}
    await until_code(talk)
    assert await talk.say(RIGHT_CODE) == ["utter_no_own_appointments"]


@pytest.mark.parametrize(("text", "intent"), [("hab ich nicht", "deny"), ("keine Ahnung", "skip")])
async def test_not_having_it_is_no_wish_to_stop(
    talk: Talk, codes: list[str], text: str, intent: str
) -> None:
    await talk.say("Ich will meinen Termin absagen", CANCEL)
    assert await talk.say(text, intent) == ["utter_ask_own_contact"]


async def test_where_the_code_is_asked_from_is_counted(
    talk: Talk, codes: list[str], identity: FakeIdentity
) -> None:
    await talk.say("Ich habe den Code nicht mehr, es geht um meinen Termin", CHECK)
    await talk.hear(replace(said(ANNA), origin="mark"))
    assert identity.origins == ["mark"]

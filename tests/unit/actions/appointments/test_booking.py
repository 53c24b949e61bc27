"""The booking as a talk with the service in memory."""

from datetime import datetime

import pytest

from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.appointments.booking_steps import (
    BOOK,
    TUESDAY_TEN,
    offered,
    restated,
)
from tests.unit.actions.support import Talk


async def test_from_the_first_question_to_the_code(talk: Talk, service: FakeAppointments) -> None:
    assert await talk.say("Ich brauche einen Termin", BOOK) == ["utter_ask_services"]
    assert await talk.say("Reisepass") == ["utter_ask_people"]
    assert await talk.say("zwei") == ["utter_ask_office"]
    assert await talk.say("in Walsum") == ["utter_ask_when"]
    assert await talk.say("am Dienstag") == ["utter_offer_slots"]
    assert await talk.say("das zweite") == ["utter_ask_name"]
    assert await talk.say("Erika Mustermann") == ["utter_ask_email_or_phone"]
    assert await talk.say("0203 123456") == ["utter_ask_confirm"]
    assert service.confirmed() == []
    assert await talk.say("ja", "affirm") == ["utter_booked"]
    (booked,) = service.confirmed()
    assert (booked.slot.office, booked.slot.start) == ("walsum", datetime(2026, 3, 3, 8, 30))
    assert [(w.key, w.count) for w in booked.wanted] == [("passport", 2)]
    assert booked.person == {
        "name": "Erika Mustermann",
        "phone": "0203123456",
        "language": "de",
        "channel": "website",
        "conversation_id": "c-1",
    }
    assert talk.stack == []


async def test_in_english(talk: Talk, service: FakeAppointments) -> None:
    talk.language = "en"
    await talk.say("I need a passport for one person in Walsum on Tuesday at 10 am", BOOK)
    await talk.say("My name is Mary O'Neill")
    await talk.say("mary@example.org")
    restatement = talk.word("utter_ask_confirm").values
    assert restatement["services"] == "Apply for a passport"
    assert restatement["moment"] == "Tuesday, 3 March 2026, 10:00"
    assert await talk.say("yes", "affirm") == ["utter_booked"]


async def test_the_booked_card_names_code_and_calendar(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    await talk.say("ja", "affirm")
    booked = talk.word("utter_booked")
    assert booked.values["documents"] == "Passfoto und alter Pass"
    assert booked.card is not None
    assert booked.card["code"] == service.confirmed()[0].code
    assert booked.card["ics_url"].endswith("calendar.ics?language=de")


async def test_nothing_to_bring(talk: Talk) -> None:
    await talk.say("Beglaubigung für eine Person in Walsum am Dienstag um 10 Uhr", BOOK)
    await talk.say("Erika Mustermann")
    await talk.say("erika@example.org")
    assert await talk.say("ja", "affirm") == ["utter_booked_nothing_to_bring"]


async def test_yes_but_on_wednesday_does_not_bind(talk: Talk, service: FakeAppointments) -> None:
    await restated(talk)
    answer = await talk.say("ja, aber am Mittwoch", "affirm")
    assert answer == ["utter_task_noted", "utter_offer_slots"]
    assert (service.confirmed(), service.open_holds()) == ([], [])
    assert await talk.say("das erste") == ["utter_ask_confirm"]
    assert talk.word("utter_ask_confirm").values["moment"] == "Mittwoch, 4. März 2026, 8:00 Uhr"


@pytest.mark.parametrize(
    ("correction", "answer"),
    [
        ("nein, doch lieber in Hamborn", ["utter_task_noted", "utter_slot_is_free"]),
        ("lieber um 11 Uhr", ["utter_task_noted", "utter_slot_is_free"]),
        ("nein, einen Personalausweis", ["utter_task_noted", "utter_slot_is_free"]),
        ("nein, für zwei Personen", ["utter_task_noted", "utter_slot_is_free"]),
        ("nein, nächste Woche", ["utter_task_noted", "utter_offer_slots"]),
        ("anna@example.org", ["utter_task_noted"]),
        ("nein, ich heiße Anna Meier", ["utter_task_noted"]),
    ],
)
async def test_any_answer_can_be_corrected_at_the_end(
    talk: Talk, service: FakeAppointments, correction: str, answer: list[str]
) -> None:
    await restated(talk)
    said = await talk.say(correction)
    assert said[: len(answer)] == answer
    assert said[-1] in ("utter_ask_confirm", "utter_offer_slots")
    assert len(service.open_holds()) == (said[-1] == "utter_ask_confirm")


async def test_no_asks_what_to_change(talk: Talk, service: FakeAppointments) -> None:
    await restated(talk)
    assert await talk.say("nein", "deny") == ["utter_ask_change"]
    assert await talk.say("lieber in Hamborn")
    assert service.open_holds()[0].slot.office == "hamborn"


async def test_stopping_gives_the_slot_back(talk: Talk, service: FakeAppointments) -> None:
    await restated(talk)
    assert await talk.say("abbrechen", "stop") == ["utter_booking_dropped"]
    assert (service.open_holds(), service.confirmed(), talk.stack) == ([], [], [])


async def test_stopping_before_anything_is_held(talk: Talk) -> None:
    await talk.say("Termin", BOOK)
    assert await talk.say("abbrechen", "stop") == ["utter_booking_dropped"]


async def test_a_side_question_repeats_the_restatement(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    assert await talk.resume() == ["utter_ask_confirm"]
    assert len(service.open_holds()) == 1


async def test_looking_up_another_appointment_in_the_middle(
    talk: Talk, service: FakeAppointments
) -> None:
    code = service.occupy("hamborn", TUESDAY_TEN)
    await offered(talk)
    answer = await talk.say(f"wann war nochmal {code}?", "check_appointment")
    assert answer == ["utter_appointment", "utter_task_resumed", "utter_offer_slots"]


async def test_a_choice_beside_a_refused_value_is_held(
    talk: Talk, service: FakeAppointments
) -> None:
    await offered(talk)
    await talk.say("das zweite, und wir sind 8 Personen")
    await talk.say("Erika Mustermann")
    await talk.say("erika@example.org")
    assert await talk.say("ja", "affirm") == ["utter_booked"]


async def test_a_booking_wished_for_again_further_down_leaves_no_hold(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    await talk.say("wann ist mein anderer Termin?", "check_appointment")
    await talk.say("doch lieber buchen", BOOK)
    assert [held.id for held in service.open_holds()] == [
        frame.notes["hold"] for frame in talk.stack if "hold" in frame.notes
    ]


async def test_a_yes_that_repeats_what_is_known_binds(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    assert (await talk.say("ja, in Walsum passt", "affirm"))[0].startswith("utter_booked")
    assert len(service.confirmed()) == 1

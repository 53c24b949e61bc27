"""Moving an appointment: old and new are told before a yes moves it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from actions.heard import Value
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support import MONDAY, Talk, pressed, said

MOVE = "reschedule_appointment"
TUESDAY = datetime(2026, 3, 3, 10, 0)


@pytest.fixture
def code(service: FakeAppointments) -> str:
    return service.occupy("walsum", TUESDAY)


def place(service: FakeAppointments) -> tuple[str, datetime]:
    [booked] = service.confirmed()
    return booked.slot.office, booked.slot.start


async def test_code_time_slot_and_a_yes(talk: Talk, service: FakeAppointments, code: str) -> None:
    assert await talk.say("Ich möchte meinen Termin verschieben", MOVE) == ["utter_ask_code"]
    assert await talk.say(code) == ["utter_ask_new_time"]
    assert await talk.say("am Freitag") == ["utter_offer_slots"]
    assert await talk.say("das zweite") == ["utter_ask_reschedule"]
    told = talk.word("utter_ask_reschedule").values
    assert told["old"] == "Dienstag, 3. März 2026, 10:00 Uhr (Walsum)"
    assert told["new"] == "Freitag, 6. März 2026, 8:30 Uhr (Walsum)"
    assert place(service) == ("walsum", TUESDAY)
    assert await talk.say("ja, verschieben", "affirm") == ["utter_rescheduled"]
    assert place(service) == ("walsum", datetime(2026, 3, 6, 8, 30))
    moved = talk.word("utter_rescheduled")
    assert (moved.values["code"], talk.stack) == (code, [])
    assert moved.card is not None


async def test_all_in_one_sentence(talk: Talk, service: FakeAppointments, code: str) -> None:
    answer = await talk.say(f"{code} auf Freitag um 9 Uhr nach Hamborn verlegen", MOVE)
    assert answer == ["utter_slot_is_free", "utter_ask_reschedule"]
    assert await talk.say("ja", "affirm") == ["utter_rescheduled"]
    assert place(service) == ("hamborn", datetime(2026, 3, 6, 9, 0))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Termin {code} von Dienstag auf Donnerstag 10 Uhr verschieben", "2026-03-05T10:00"),
        ("{code} eine Woche nach hinten schieben", "2026-03-10T08:00"),
        ("{code} zwei Stunden später bitte", "2026-03-03T12:00"),
    ],
)
async def test_new_times_told_beside_the_old_one(
    talk: Talk, code: str, text: str, start: str
) -> None:
    await talk.say(text.format(code=code), MOVE)
    chosen = talk.frame.values.get("slot") or talk.frame.notes["offers"][0]
    assert chosen["start"] == start


async def test_the_old_time_alone_is_no_wish(talk: Talk, code: str) -> None:
    answer = await talk.say(f"Meinen Termin am Dienstag verschieben, {code}", MOVE)
    assert answer == ["utter_ask_new_time"]


async def test_the_new_place_may_be_corrected(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    await talk.say(f"{code} auf Freitag um 9 Uhr verschieben", MOVE)
    answer = await talk.say("nein, lieber in Hamborn", "deny")
    assert answer[-1] in ("utter_offer_slots", "utter_ask_reschedule")
    assert talk.frame.values["office"] == "hamborn"
    assert len(service.open_holds()) <= 1


async def test_no_waits_for_another_time_and_stop_keeps_it(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    await talk.say(f"{code} auf Freitag um 9 Uhr verschieben", MOVE)
    assert await talk.say("nein", "deny") == ["utter_ask_other_time"]
    assert await talk.say("abbrechen", "stop") == ["utter_reschedule_kept"]
    assert place(service) == ("walsum", TUESDAY)
    assert service.open_holds() == []


async def test_a_slot_that_ran_out_is_asked_for_again(
    talk: Talk, service: FakeAppointments, code: str
) -> None:
    await talk.say(f"{code} auf Freitag um 9 Uhr verschieben", MOVE)
    service.now += timedelta(minutes=11)
    service.occupy("walsum", datetime(2026, 3, 6, 9, 0))
    answer = await talk.say("ja", "affirm")
    assert answer[0] == "utter_slot_taken"
    assert {each.slot.start for each in service.confirmed()} >= {TUESDAY}


async def test_what_is_over_cannot_be_moved(talk: Talk, service: FakeAppointments) -> None:
    code = service.occupy("walsum", MONDAY - timedelta(days=3))
    assert await talk.say(f"{code} verschieben", MOVE) == ["utter_appointment_past_not_moved"]


async def test_an_office_that_cannot_do_it_is_refused(talk: Talk, code: str) -> None:
    answer = await talk.say(f"{code} zum Straßenverkehrsamt verlegen", MOVE)
    assert answer == ["utter_office_does_not_offer", "utter_ask_new_time"]
    assert talk.frame.values["office"] == "walsum"


async def test_a_reminders_button_leads_straight_in(talk: Talk, code: str) -> None:
    assert await talk.hear(pressed(MOVE, code=code)) == ["utter_ask_new_time"]
    assert talk.frame.notes["old"]["start"] == "2026-03-03T10:00"
    assert isinstance(talk.frame.values["code"], Value | str)


async def test_who_does_not_know_when_asks_what_is_free(talk: Talk, code: str) -> None:
    assert await talk.say(f"Termin {code} verschieben", MOVE) == ["utter_ask_new_time"]
    answer = await talk.say("ich weiß noch nicht wann, was ist denn frei?", "ask_shorepower_status")
    assert answer == ["utter_offer_slots"]


async def test_move_it_is_about_the_appointment_just_shown(talk: Talk, code: str) -> None:
    turn = replace(
        said("verschieb ihn auf Freitag", "change_charging"), before=(Value("code", code),)
    )
    assert await talk.hear(turn) == ["utter_offer_slots"]
    assert talk.frame.task == MOVE

"""The booking as a talk with the service in memory."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from actions.heard import Value
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support import MONDAY, Talk, pressed, said

BOOK = "book_appointment"
ALL_AT_ONCE = "Reisepass für eine Person in Walsum am Dienstag um 10 Uhr"
TUESDAY_TEN = datetime(2026, 3, 3, 10, 0)


async def restated(talk: Talk) -> None:
    """Bring the talk to the restatement of one passport, Walsum, Tuesday at ten."""
    await talk.say(ALL_AT_ONCE, BOOK)
    await talk.say("Erika Mustermann")
    assert (await talk.say("erika@example.org"))[-1] == "utter_ask_confirm"


async def offered(talk: Talk, days: str = "am Dienstag") -> None:
    """Bring the talk to a choice among slots."""
    wish = f"Reisepass für eine Person in Walsum {days}"
    assert (await talk.say(wish, BOOK))[-1] == "utter_offer_slots"


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


async def test_an_exact_time_that_is_free_is_taken_at_once(
    talk: Talk, service: FakeAppointments
) -> None:
    assert await talk.say(ALL_AT_ONCE, BOOK) == ["utter_slot_is_free", "utter_ask_name"]
    assert [held.slot.start for held in service.open_holds()] == [TUESDAY_TEN]


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


async def test_none_of_the_offers_brings_later_ones(talk: Talk) -> None:
    await offered(talk)
    first = talk.frame.notes["offers"]
    assert (await talk.say("keiner davon", "deny"))[-1] == "utter_offer_slots"
    assert min(o["start"] for o in talk.frame.notes["offers"]) > max(o["start"] for o in first)


async def test_earlier_and_later_ones_can_be_wished_for(talk: Talk) -> None:
    await offered(talk, "am Donnerstag")
    first = min(offer["start"] for offer in talk.frame.notes["offers"])
    await talk.say("geht es auch früher?", "ask_more")
    earlier = [offer["start"] for offer in talk.frame.notes["offers"]]
    assert max(earlier) < first
    await talk.say("lieber später", "inform")
    assert min(offer["start"] for offer in talk.frame.notes["offers"]) > max(earlier)


async def test_a_clock_time_after_the_week_keeps_the_week(talk: Talk) -> None:
    await offered(talk, "nächste Woche")
    assert (await talk.say("nach 15 Uhr"))[-1] == "utter_offer_slots"
    starts = [offer["start"] for offer in talk.frame.notes["offers"]]
    assert starts == ["2026-03-09T15:00", "2026-03-10T15:00", "2026-03-11T15:00"]


async def test_a_slot_button_is_taken(talk: Talk, service: FakeAppointments) -> None:
    await offered(talk)
    button = talk.word("utter_offer_slots").buttons[2]
    assert await talk.hear(pressed(button.intent, **button.entities)) == ["utter_ask_name"]
    assert service.open_holds()[0].slot.start == datetime(2026, 3, 3, 9, 0)


async def test_a_slot_lost_to_a_rival_is_told_and_others_offered(
    talk: Talk, service: FakeAppointments
) -> None:
    await offered(talk)
    service.occupy("walsum", datetime(2026, 3, 3, 8, 0))
    answer = await talk.say("das erste")
    assert answer == ["utter_slot_taken", "utter_offer_slots"]
    assert service.open_holds() == []


async def test_a_slot_lost_while_hesitating_is_told_after_the_yes(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    service.now = talk.at = MONDAY + timedelta(minutes=11)
    service.occupy("walsum", TUESDAY_TEN)
    answer = await talk.say("ja", "affirm")
    assert answer == ["utter_slot_taken", "utter_full"]
    assert await talk.say("das erste") == ["utter_ask_confirm"]
    assert await talk.say("ja", "affirm") == ["utter_booked"]


async def test_a_hold_that_ran_out_is_renewed_by_the_yes(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    service.now = talk.at = MONDAY + timedelta(minutes=11)
    assert await talk.say("ja", "affirm") == ["utter_booked"]


async def test_a_slot_gone_by_before_the_yes_is_told(talk: Talk, service: FakeAppointments) -> None:
    await restated(talk)
    service.now = talk.at = TUESDAY_TEN
    assert (await talk.say("ja", "affirm"))[-1] == "utter_ask_when"


async def test_an_offer_gone_by_before_it_is_chosen_is_told(
    talk: Talk, service: FakeAppointments
) -> None:
    await offered(talk)
    service.now = talk.at = TUESDAY_TEN
    assert (await talk.say("das erste"))[-1] == "utter_offer_slots"


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ("am Sonntag", "utter_closed"),
        ("am Karfreitag", "utter_closed_for"),
        ("am Dienstag um 10:10 Uhr", "utter_closed"),
    ],
)
async def test_nothing_free_offers_what_is_nearest(talk: Talk, wish: str, answer: str) -> None:
    await talk.say("Reisepass für eine Person in Walsum", BOOK)
    assert await talk.say(wish) == [answer]
    assert talk.frame.notes["offers"]


@pytest.mark.parametrize(
    ("wish", "answer"),
    [("am 1. Dezember", "utter_when_beyond_horizon"), ("heute um 9:30 Uhr", "utter_when_past")],
)
async def test_what_cannot_be_had_is_asked_again(talk: Talk, wish: str, answer: str) -> None:
    await talk.say("Reisepass für eine Person in Walsum", BOOK)
    assert await talk.say(wish) == [answer, "utter_ask_when"]


async def test_a_full_time_offers_its_neighbours(talk: Talk, service: FakeAppointments) -> None:
    service.occupy("walsum", TUESDAY_TEN)
    assert await talk.say(ALL_AT_ONCE, BOOK) == ["utter_full"]


async def test_the_only_office_is_not_asked_for(talk: Talk) -> None:
    assert await talk.say("Auto anmelden für eine Person", BOOK) == ["utter_ask_when"]
    assert talk.frame.values["office"] == "strassenverkehrsamt"


async def test_services_of_no_common_office_are_booked_one_after_the_other(talk: Talk) -> None:
    answer = await talk.say("Reisepass und Kfz-Zulassung für eine Person", BOOK)
    assert answer == ["utter_no_common_office", "utter_ask_services"]


async def test_an_office_that_does_not_offer_it_gives_way(talk: Talk) -> None:
    answer = await talk.say("Kfz-Zulassung für eine Person in Walsum", BOOK)
    assert answer == ["utter_office_does_not_offer", "utter_ask_when"]
    assert talk.frame.values["office"] == "strassenverkehrsamt"


async def test_an_office_said_before_the_service_gives_way_too(talk: Talk) -> None:
    await talk.say("Termin in Walsum", BOOK)
    await talk.say("Kfz-Zulassung für eine Person")
    assert "utter_full" not in await talk.say("am Dienstag")
    assert talk.frame.values["office"] == "strassenverkehrsamt"


async def test_any_office_names_the_places_of_the_slots(talk: Talk) -> None:
    await talk.say("Reisepass für eine Person am Dienstag", BOOK)
    assert await talk.say("egal") == ["utter_offer_slots"]
    options = talk.word("utter_offer_slots").values["options"]
    assert "(Walsum)" in options
    assert "(Hamborn)" in options


async def test_a_summary_names_what_is_known(talk: Talk) -> None:
    await talk.say("Reisepass für zwei Personen in Walsum", BOOK)
    assert await talk.say("was haben wir?", "ask_summary") == ["utter_summary", "utter_ask_when"]
    assert talk.word("utter_summary").values["summary"] == (
        "2 × Reisepass beantragen, Bürger-Service-Station Walsum"
    )


async def test_a_summary_of_nothing(talk: Talk) -> None:
    await talk.say("Termin", BOOK)
    assert (await talk.say("was haben wir?", "ask_summary"))[0] == "utter_summary_empty"


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


async def test_more_than_one_appointment_can_hold_is_told(talk: Talk) -> None:
    answer = await talk.say("Reisepass und Personalausweis für vier Personen in Walsum", BOOK)
    assert answer == ["utter_too_many_people", "utter_ask_people"]
    assert "people" not in talk.frame.values


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


@pytest.mark.parametrize("name", ["Horst Buchholz", "Anna Bergheim"])
async def test_a_name_that_is_also_a_place_changes_no_office(talk: Talk, name: str) -> None:
    await talk.say(ALL_AT_ONCE, BOOK)
    assert await talk.say(name) == ["utter_ask_email_or_phone"]
    assert talk.frame.values["office"] == "walsum"


async def test_a_yes_that_repeats_what_is_known_binds(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    assert (await talk.say("ja, in Walsum passt", "affirm"))[0].startswith("utter_booked")
    assert len(service.confirmed()) == 1


async def test_another_of_the_times_offered_can_still_be_taken(
    talk: Talk, service: FakeAppointments
) -> None:
    await offered(talk)
    third = talk.frame.notes["offers"][2]
    await talk.say("das erste")
    await talk.say("ach, doch lieber den dritten")
    assert talk.frame.values["slot"] == third
    assert len(service.open_holds()) == 1


async def test_a_day_that_cannot_be_is_told_with_an_example(talk: Talk) -> None:
    await talk.say("Reisepass für eine Person in Walsum", BOOK)
    assert await talk.say("am 31. Februar") == ["utter_when_impossible_day", "utter_ask_when"]
    assert talk.words[0].values["said"] == "31. Februar"
    assert await talk.say("um 25 Uhr") == ["utter_when_impossible_clock", "utter_ask_when"]


async def test_too_early_wishes_for_later_times(talk: Talk) -> None:
    await offered(talk)
    first = talk.frame.notes["offers"][-1]["start"]
    assert (await talk.say("das ist zu früh"))[-1] == "utter_offer_slots"
    assert talk.frame.notes["offers"][0]["start"] > first


async def test_later_on_the_same_day_after_the_choice(talk: Talk) -> None:
    await offered(talk)
    await talk.say("das erste")
    chosen = talk.frame.values["slot"]["start"]
    assert (await talk.say("doch später am selben Tag"))[-1] == "utter_offer_slots"
    later = [offer["start"] for offer in talk.frame.notes["offers"]]
    assert all(start > chosen and start[:10] == chosen[:10] for start in later)


async def test_a_question_for_a_free_time_is_a_wish(talk: Talk) -> None:
    await offered(talk)
    words = await talk.say("Ist am Donnerstag noch was frei?", "check_shore_power")
    assert words[-1] == "utter_offer_slots"
    assert {offer["start"][:10] for offer in talk.frame.notes["offers"]} == {"2026-03-05"}


async def test_the_summary_tells_the_day_wished_for(talk: Talk) -> None:
    await talk.say("Reisepass für eine Person in Walsum nächste Woche nach 15 Uhr", BOOK)
    await talk.say("was hast du verstanden?", "ask_summary")
    assert "ab 15:00 Uhr" in talk.word("utter_summary").values["summary"]


async def test_somebody_who_needs_a_moment_gets_it(talk: Talk) -> None:
    await talk.say("Reisepass", BOOK)
    assert await talk.say("ich brauche einen Moment") == ["utter_task_waits", "utter_ask_people"]
    assert await talk.say("zwei") == ["utter_ask_office"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Perso Hamborn morgen", "utter_ask_people"),
        ("Reisepass für eine Person in Walsum", "utter_ask_when"),
        ("Reisepass", "utter_inform"),
        ("Walsum", "utter_inform"),
    ],
)
async def test_a_service_with_its_circumstances_is_a_wish(
    talk: Talk, text: str, answer: str
) -> None:
    assert await talk.say(text) == [answer]


async def test_what_was_said_for_nothing_counts_once_the_wish_is_known(talk: Talk) -> None:
    before = (Value("people", 2), Value("service", "passport"))
    assert await talk.hear(replace(said("in Walsum"), idle=before)) == ["utter_ask_when"]
    assert talk.frame.values["people"] == 2


async def test_no_e_mail_is_no_answer_to_where(talk: Talk) -> None:
    await talk.say("Reisepass für eine Person", BOOK)
    assert (await talk.say("Ich habe keine E-Mail", "skip"))[-1] == "utter_ask_office"
    assert (await talk.say("egal", "skip"))[-1] == "utter_ask_when"


async def test_a_day_ruled_out_is_not_offered(talk: Talk) -> None:
    await offered(talk, "nächste Woche, aber nicht am Montag")
    assert "9. März" not in talk.word("utter_offer_slots").values["options"]
    assert "10. März" in talk.word("utter_offer_slots").values["options"]
    assert await talk.say("Dienstag geht nicht", "deny") == [
        "utter_task_noted",
        "utter_offer_slots",
    ]
    assert "10. März" not in talk.word("utter_offer_slots").values["options"]


async def test_another_name_is_asked_for_where_it_is_asked_for_anyway(talk: Talk) -> None:
    await talk.say(ALL_AT_ONCE, BOOK)
    assert await talk.say("anderer Name") == ["utter_ask_name"]


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("email", "utter_email_needed"),
        ("phone", "utter_phone_needed"),
        ("limit", "utter_contact_full"),
    ],
)
async def test_a_contact_that_is_refused_is_asked_for_again(
    talk: Talk, service: FakeAppointments, why: str, said: str
) -> None:
    await restated(talk)
    service.refuses_contact = why
    assert await talk.say("ja", "affirm") == [said, "utter_ask_email_or_phone"]
    service.refuses_contact = ""
    assert (await talk.say("mary@example.org"))[-1] == "utter_ask_confirm"
    assert await talk.say("ja", "affirm") == ["utter_booked"]
    (booked,) = service.confirmed()
    assert booked.person
    assert booked.person["email"] == "mary@example.org"


async def test_where_is_told_while_the_number_is_asked_for(talk: Talk) -> None:
    assert await talk.say("Termin für Reisepässe", "book_appointment") == ["utter_ask_people"]
    assert await talk.say("egal wo", "skip") == ["utter_ask_people"]
    assert talk.frame.values["office"] == "any"
    assert await talk.say("dann 6") == ["utter_ask_when"]
    assert talk.frame.values["people"] == 6


async def test_the_only_office_that_does_it_is_the_one_spoken_of(talk: Talk) -> None:
    answer = await talk.say("Auto in Walsum zulassen", "book_appointment")
    assert answer == ["utter_office_does_not_offer", "utter_ask_people"]
    assert talk.frame.values["office"] == "strassenverkehrsamt"

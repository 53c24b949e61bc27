"""Services and places in a booking."""

from dataclasses import replace

import pytest

from actions.heard import Value
from tests.unit.actions.appointments.booking_steps import ALL_AT_ONCE, BOOK
from tests.unit.actions.support import Talk, said


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


async def test_more_than_one_appointment_can_hold_is_told(talk: Talk) -> None:
    answer = await talk.say("Reisepass und Personalausweis für vier Personen in Walsum", BOOK)
    assert answer == ["utter_too_many_people", "utter_ask_people"]
    assert "people" not in talk.frame.values


@pytest.mark.parametrize("name", ["Horst Buchholz", "Anna Bergheim"])
async def test_a_name_that_is_also_a_place_changes_no_office(talk: Talk, name: str) -> None:
    await talk.say(ALL_AT_ONCE, BOOK)
    assert await talk.say(name) == ["utter_ask_email_or_phone"]
    assert talk.frame.values["office"] == "walsum"


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


async def test_no_e_mail_is_no_answer_to_where(talk: Talk) -> None:
    await talk.say("Reisepass für eine Person", BOOK)
    assert (await talk.say("Ich habe keine E-Mail", "skip"))[-1] == "utter_ask_office"
    assert (await talk.say("egal", "skip"))[-1] == "utter_ask_when"


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

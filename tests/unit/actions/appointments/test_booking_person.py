"""Who books, and what they are told of it so far."""

import pytest

from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.appointments.booking_steps import (
    ALL_AT_ONCE,
    BOOK,
    restated,
)
from tests.unit.actions.support import Talk


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


async def test_somebody_who_needs_a_moment_gets_it(talk: Talk) -> None:
    await talk.say("Reisepass", BOOK)
    assert await talk.say("ich brauche einen Moment") == ["utter_task_waits", "utter_ask_people"]
    assert await talk.say("zwei") == ["utter_ask_office"]


async def test_a_summary_names_what_is_known(talk: Talk) -> None:
    await talk.say("Reisepass für zwei Personen in Walsum", BOOK)
    assert await talk.say("was haben wir?", "ask_summary") == ["utter_summary", "utter_ask_when"]
    assert talk.word("utter_summary").values["summary"] == (
        "2 × Reisepass beantragen, Bürger-Service-Station Walsum"
    )


async def test_a_summary_of_nothing(talk: Talk) -> None:
    await talk.say("Termin", BOOK)
    assert (await talk.say("was haben wir?", "ask_summary"))[0] == "utter_summary_empty"


async def test_the_summary_tells_the_day_wished_for(talk: Talk) -> None:
    await talk.say("Reisepass für eine Person in Walsum nächste Woche nach 15 Uhr", BOOK)
    await talk.say("was hast du verstanden?", "ask_summary")
    assert "ab 15:00 Uhr" in talk.word("utter_summary").values["summary"]

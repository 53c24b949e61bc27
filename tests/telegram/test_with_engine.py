"""Whole conversations with the real engine, in both languages."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import icalendar
import pytest

from connectors.core.texts import text as core_text
from connectors.telegram.texts import text
from tests.conversations.responses import key_of
from tests.servers.frontdoor import FrontDoor, front_door_in
from tests.servers.staff import Staff
from tests.servers.telegram import updates
from tests.servers.telegram.api import TOKEN, BotApi
from tests.servers.telegram.person import Person
from tests.servers.waiting import wait_until

CHATS = itertools.count(5000)


@pytest.fixture(scope="module")
def front(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """Engine and front door, which fetches its updates from the double."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("FRONTDOOR_TELEGRAM_TOKEN", TOKEN)
        environment.setenv("FRONTDOOR_TELEGRAM_API", api.address)
        environment.setenv("FRONTDOOR_TELEGRAM_MODE", "polling")
        with front_door_in(tmp_path_factory.mktemp("telegram")) as door:
            yield door


def person(api: BotApi, language: str) -> Person:
    return Person(api, next(CHATS), language, deliver=api.pending.append)


def keys(language: str, said: list[str]) -> list[str]:
    return [key_of(language, each) for each in said]


def last_key(language: str, citizen: Person) -> str:
    return key_of(language, citizen.sees()[-1])


def conversation_of(front: FrontDoor, chat: int) -> str:
    query = "SELECT conversation_id FROM channel_chats WHERE chat_id = ?"
    with closing(sqlite3.connect(front.folder / "frontdoor.db")) as database:
        [(found,)] = database.execute(query, (str(chat),)).fetchall()
    return str(found)


def calendar(api: BotApi, chat: int) -> icalendar.Calendar:
    """The calendar file that came with the booking."""
    wait_until("calendar file", lambda: bool(api.done("sendDocument", chat=chat)), 60)
    document: Any = api.done("sendDocument", chat=chat)[-1].parameters
    assert document.filename.endswith(".ics")
    return icalendar.Calendar.from_ical(document.document)


def book(citizen: Person, language: str) -> None:
    """A booking with buttons and words, and with the telephone number of the app."""
    wishes = {
        "de": (
            "Ich brauche am 10. Dezember einen Termin in Walsum für einen Reisepass",
            "Eine Person",
        ),
        "en": ("I need an appointment in Walsum for a passport on 10 December", "One person"),
    }
    wish, people = wishes[language]
    assert keys(language, citizen.says("/start")) == ["utter_greet"]
    said = citizen.says(wish)
    if keys(language, said) == ["utter_ask_people"]:
        said = citizen.says(people)
    assert keys(language, said) == ["utter_offer_slots"]
    assert keys(language, citizen.presses({"de": "Do., 10.12.", "en": "Thu"}[language])) == [
        "utter_ask_name"
    ]
    assert keys(language, citizen.says("Anna Schmidt")) == ["utter_ask_email_or_phone"]
    assert keys(language, citizen.sends(contact=updates.CONTACT)) == ["utter_ask_confirm"]
    confirmed = citizen.presses({"de": "Ja", "en": "Yes"}[language])
    assert keys(language, confirmed) == ["utter_booked"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_complete_booking(front: FrontDoor, api: BotApi, language: str) -> None:
    citizen = person(api, language)
    book(citizen, language)
    [booking] = front.records.bookings(conversation_of(front, citizen.chat))
    assert (booking.office, booking.start[:10], booking.name) == (
        "walsum",
        "2026-12-10",
        "Anna Schmidt",
    )
    assert booking.services == {"passport": 1}
    [event] = calendar(api, citizen.chat).walk("VEVENT")
    assert f"{event.start:%Y-%m-%d}" == "2026-12-10"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_reschedule_from_the_reminder_s_button(
    front: FrontDoor, api: BotApi, language: str
) -> None:
    citizen = person(api, language)
    book(citizen, language)
    [before] = front.records.bookings(conversation_of(front, citizen.chat))
    with closing(sqlite3.connect(front.folder / "frontdoor.db")) as database:
        database.execute(
            "UPDATE notices SET due_at = created_at, try_at = created_at"
            " WHERE kind = 'appointment.reminder' AND way = 'chat' AND recipient = ?",
            (conversation_of(front, citizen.chat),),
        )
        database.commit()
    citizen.waits_for({"de": "Wir erinnern", "en": "reminder of"}[language])
    citizen.presses({"de": "Termin verschieben", "en": "Move appointment"}[language])
    wait_until("asked", lambda: last_key(language, citizen) == "utter_ask_new_time", 60)
    day = {"de": "am 11. Dezember vormittags", "en": "on 11 December in the morning"}
    citizen.says(day[language])
    wait_until("offered", lambda: last_key(language, citizen) == "utter_offer_slots", 60)
    citizen.presses({"de": "Fr., 11.12.", "en": "Fri"}[language])
    citizen.presses({"de": "Ja", "en": "Yes"}[language])
    wait_until("moved", lambda: front.records.place(before.code)[1][:10] == "2026-12-11", 60)
    assert last_key(language, citizen) == "utter_rescheduled"


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_nearest_office_and_an_appointment_there(
    front: FrontDoor, api: BotApi, language: str
) -> None:
    citizen = person(api, language)
    said = citizen.sends(location=updates.MARXLOH, replies=2)
    assert "Hamborn" in said[0]
    wait_until("place", lambda: bool(api.done("sendVenue", chat=citizen.chat)), 60)
    said = citizen.presses(text("take_office", language))
    assert keys(language, said)[-1] == "utter_ask_services"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_handover_both_ways(front: FrontDoor, api: BotApi, language: str) -> None:
    staff = Staff(front, name="Frau Kaya")
    staff.there()
    citizen = person(api, language)
    wish = {"de": "Ich möchte mit einem Mitarbeiter sprechen", "en": "I want to talk to a person"}
    [said] = citizen.says(wish[language])
    assert key_of(language, said).startswith("utter_handover_waiting"), said
    chat = conversation_of(front, citizen.chat)
    staff.there()
    staff.does(chat, "take")
    staff.says(chat, "Guten Tag! Wie kann ich helfen?")
    assert citizen.waits_for("Wie kann ich helfen?").startswith("Frau Kaya, ")
    api.pending.append(citizen.text("Mein Pass ist weg"))

    def is_heard() -> bool:
        return "Mein Pass ist weg" in [each.text for each in front.records.messages(chat)]

    wait_until("heard", is_heard, 60)
    staff.does(chat, "close", reason="solved", note="")
    citizen.waits_for(text("rate", language))
    assert citizen.presses("5") == [core_text("rating_stored", language)]


@pytest.mark.parametrize("language", ["de", "en"])
def test_deleting_one_s_data(front: FrontDoor, api: BotApi, language: str) -> None:
    citizen = person(api, language)
    citizen.says({"de": "Was kostet ein Reisepass?", "en": "How much is a passport?"}[language])
    chat = conversation_of(front, citizen.chat)
    citizen.says({"de": "/daten", "en": "/data"}[language])
    citizen.presses(text("data_delete", language))
    assert citizen.presses(text("data_yes", language)) == [text("data_deleted", language)]
    assert front.records.messages(chat) == []
    citizen.says({"de": "Hallo", "en": "Hello"}[language])
    assert conversation_of(front, citizen.chat) != chat

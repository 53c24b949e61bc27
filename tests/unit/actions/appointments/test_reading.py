"""What a turn says about each question of the booking."""

from dataclasses import replace
from typing import Any

import pytest

from actions.appointments import reading
from actions.heard import Heard, Value
from actions.tasks.declaration import Refused
from actions.tasks.frames import Frame
from tests.unit.actions.support import pressed, said

NOTHING = Frame("book_appointment")
AT_CONFIRM = Frame("book_appointment", asked="confirm")


def asked(slot: str, **values: Any) -> Frame:
    return Frame("book_appointment", values=values, asked=slot)


def refusal(read: Any) -> str:
    assert isinstance(read, Refused), read
    return read.say.response


@pytest.mark.parametrize(
    ("text", "frame", "office"),
    [
        ("in Walsum", NOTHING, "walsum"),
        ("in Marxloh", NOTHING, "hamborn"),
        ("egal wo", asked("office"), "any"),
        ("ist mir egal", asked("office"), "any"),
        ("wo auch immer", asked("office"), "any"),
        ("irgendwo", asked("office"), "any"),
        ("egal wo", asked("people"), "any"),
        ("ist mir egal", asked("when"), None),
        ("keine Ahnung", asked("office"), None),
    ],
)
def test_office(text: str, frame: Frame, office: str | None) -> None:
    assert reading.read_office(said(text), frame) == office


@pytest.mark.parametrize("text", ["anywhere", "I don't mind", "doesn't matter", "no preference"])
def test_any_office_in_english(text: str) -> None:
    assert reading.read_office(said(text, language="en"), asked("office")) == "any"


def test_an_office_from_a_button() -> None:
    assert reading.read_office(pressed(office="walsum"), asked("office")) == "walsum"


def test_an_office_ruled_out_is_not_taken() -> None:
    turn = said("nicht in Walsum, sondern in Hamborn", "deny")
    assert reading.read_office(turn, asked("confirm", office="walsum")) == "hamborn"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("morgen", "2026-03-03T00:00", "2026-03-03T23:59"),
        ("am Mittwoch um 10 Uhr", "2026-03-04T10:00", "2026-03-04T10:00"),
        ("so bald wie möglich", "2026-03-02T09:00", "9999-12-31T23:59"),
    ],
)
def test_when(text: str, start: str, end: str) -> None:
    read = reading.read_when(said(text), asked("when"))
    assert (read["start"], read["end"]) == (start, end)


@pytest.mark.parametrize("text", ["egal wann", "irgendwann", "der nächste freie"])
def test_any_time_counts_from_now(text: str) -> None:
    read = reading.read_when(said(text), asked("when"))
    assert read == {"start": "2026-03-02T09:00", "end": "9999-12-31T23:59"}


def test_any_time_from_a_button_at_any_question() -> None:
    read = reading.read_when(pressed(when="any"), asked("office"))
    assert read == {"start": "2026-03-02T09:00", "end": "9999-12-31T23:59"}


def test_egal_answers_only_the_question_when() -> None:
    assert reading.read_when(said("egal"), asked("office")) is None


def test_a_day_gone_by_is_refused() -> None:
    read = reading.read_when(said("am 1. März 2026"), asked("when"))
    assert refusal(read) == "utter_when_past"


def test_a_day_ruled_out_is_no_wish() -> None:
    assert reading.read_when(said("Montag geht nicht"), asked("when")) is None


OFFERS = [
    {"office": "walsum", "start": "2026-03-03T08:00"},
    {"office": "walsum", "start": "2026-03-03T10:30"},
    {"office": "walsum", "start": "2026-03-03T14:00"},
]
WISHED = {"start": "2026-03-03T00:00", "end": "2026-03-03T23:59"}
ON_OFFER = asked("slot", when=WISHED, office="walsum").with_notes(offers=OFFERS)


def test_a_time_on_offer_is_a_choice_and_no_new_wish() -> None:
    assert reading.read_when(said("um halb elf"), ON_OFFER) is None


def test_another_time_than_those_on_offer_is_a_new_wish_for_their_day() -> None:
    read = reading.read_when(said("lieber um 15 Uhr"), ON_OFFER)
    assert read == {"start": "2026-03-03T15:00", "end": "2026-03-03T15:00"}


def test_another_day_than_the_one_on_offer_is_a_new_wish() -> None:
    read = reading.read_when(said("lieber am Donnerstag"), ON_OFFER)
    assert read == {"start": "2026-03-05T00:00", "end": "2026-03-05T23:59"}


@pytest.mark.parametrize(
    ("text", "intent"), [("keiner davon", "deny"), ("gibt es noch andere?", "ask_more")]
)
def test_none_of_these_wishes_for_later_ones(text: str, intent: str) -> None:
    read = reading.read_when(said(text, intent), ON_OFFER)
    assert read == {"start": "2026-03-03T14:05", "end": "9999-12-31T23:59"}


def test_no_and_another_office_keeps_the_days() -> None:
    assert reading.read_when(said("nein, lieber in Hamborn", "deny"), ON_OFFER) is None


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("erika@example.org", {"email": "erika@example.org"}),
        ("meine Mail ist Erika.M@Example.ORG.", {"email": "erika.m@example.org"}),
        ("0203 / 283-0", {"phone": "02032830"}),
        ("+49 171 1234567", {"phone": "+491711234567"}),
        ("egal", None),
    ],
)
def test_contact(text: str, contact: Any) -> None:
    assert reading.read_contact(said(text), asked("contact")) == contact


@pytest.mark.parametrize("text", ["erika@", "@example.org", "12345", "erika at example 1234"])
def test_half_a_contact_is_refused(text: str) -> None:
    assert refusal(reading.read_contact(said(text), asked("contact"))) == "utter_contact_invalid"


@pytest.mark.parametrize(
    "text", ["0203 12", "meine Nummer ist 0176 123", "null zwo null drei, eins zwo"]
)
def test_a_number_nobody_can_call_is_refused(text: str) -> None:
    assert refusal(reading.read_contact(said(text), asked("contact"))) == "utter_contact_invalid"
    known = Frame("book_appointment", {"contact": {"email": "a@b.de"}}, asked="confirm")
    assert refusal(reading.read_contact(said(text), known)) == "utter_contact_invalid"
    assert reading.read_contact(said(text), asked("when")) is None


@pytest.mark.parametrize(("text", "office"), [("ja, dann da", "walsum"), ("ist das da?", None)])
def test_the_office_just_spoken_of(text: str, office: str | None) -> None:
    spoken = (Value("district", "Walsum", {"office": "walsum"}), Value("office", "hamborn"))
    turn = replace(said(text), before=spoken)
    assert reading.read_office(turn, asked("office")) == office
    assert reading.read_office(turn, asked("when")) is None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Termin da für Beglaubigung", "walsum"),
        ("dann nehme ich da einen Termin", "walsum"),
        ("da ich umziehe, brauche ich einen Termin", None),
        ("is there an appointment", None),
    ],
)
def test_a_wish_for_the_office_just_spoken_of(text: str, office: str | None) -> None:
    turn = replace(said(text), before=(Value("district", "Walsum", {"office": "walsum"}),))
    assert reading.read_office(turn, NOTHING) == office


def test_half_a_contact_means_nothing_at_another_question() -> None:
    assert reading.read_contact(said("erika@"), asked("name")) is None


@pytest.mark.parametrize("read", [reading.read_office, reading.read_when, reading.read_contact])
def test_a_plain_yes_says_nothing_new(read: Any) -> None:
    turn: Heard = said("ja", "affirm")
    assert read(turn, AT_CONFIRM) is None

"""What an appointment is for, and for how many."""

from typing import Any

import pytest

from actions.appointments import wishing
from actions.tasks.declaration import Refused
from actions.tasks.frames import Frame
from tests.unit.actions.support import pressed, said

NOTHING = Frame("book_appointment")


def asked(slot: str, **values: Any) -> Frame:
    return Frame("book_appointment", values=values, asked=slot)


def refusal(read: Any) -> str:
    assert isinstance(read, Refused), read
    return read.say.response


def service(key: str, count: int | None = None) -> dict[str, Any]:
    return {"key": key, "count": count}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ich brauche einen neuen Perso", [service("identity_card")]),
        ("zwei Reisepässe", [service("passport", 2)]),
        (
            "drei Reisepässe und einen Personalausweis",
            [service("passport", 3), service("identity_card")],
        ),
        ("Wann hat Walsum auf?", None),
        ("", None),
    ],
)
def test_services(text: str, wanted: Any) -> None:
    assert wishing.read_services(said(text), NOTHING) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nein, doch lieber ein Reisepass", [service("passport")]),
        ("und auch noch einen Reisepass", [service("identity_card"), service("passport")]),
        ("mein Personalausweis eben", None),
        ("nein, zwei Personalausweise", [service("identity_card", 2)]),
        ("auch zwei Personalausweise", [service("identity_card", 2)]),
    ],
)
def test_services_correct_or_add_to_those_known(text: str, wanted: Any) -> None:
    known = asked("people", services=[service("identity_card")])
    assert wishing.read_services(said(text), known) == wanted


THREE = [service("residence_registration"), service("identity_card"), service("passport", 2)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("nein, doch nur einen Reisepass", [None, None, 1]),
        ("nein, doch drei Reisepässe", [None, None, 3]),
        ("nur den Personalausweis", ["identity_card"]),
        ("nur zwei Reisepässe", ["passport"]),
        ("zwei Personalausweise bitte", [None, 2, 2]),
        ("der Reisepass eben", None),
    ],
)
def test_a_number_changes_alone_and_what_is_only_wanted_leaves_the_rest_out(
    text: str, counts: Any
) -> None:
    read = wishing.read_services(said(text), asked("confirm", services=THREE))
    if counts and isinstance(counts[0], str):
        assert [each["key"] for each in read] == counts
    else:
        assert (read and [each["count"] for each in read]) == counts
        assert read is None or [each["key"] for each in read] == [e["key"] for e in THREE]


@pytest.mark.parametrize("text", ["ein Kinderreisepass", "Kinderpass für meinen Sohn"])
def test_a_childs_passport_is_no_longer_given(text: str) -> None:
    assert refusal(wishing.read_services(said(text), NOTHING)) == "utter_child_passport_gone"


@pytest.mark.parametrize(
    ("text", "frame", "people"),
    [
        ("für vier Personen", NOTHING, 4),
        ("für mich und meine Frau", NOTHING, 2),
        ("zwei Reisepässe", NOTHING, 2),
        ("drei Reisepässe und zwei Ausweise", NOTHING, 3),
        ("zwei", asked("people"), 2),
        ("zwei", NOTHING, None),
        ("3", asked("people"), 3),
        ("nur eine", asked("people"), 1),
        ("dann 6", asked("people"), 6),
        ("okay, dann eben zwei", asked("people"), 2),
        ("für mich", asked("people"), 1),
        ("weiß ich nicht", asked("people"), None),
    ],
)
def test_people(text: str, frame: Frame, people: int | None) -> None:
    assert wishing.read_people(said(text), frame) == people


@pytest.mark.parametrize(("text", "people"), [("just me", 1), ("two of us", 2), ("three", 3)])
def test_people_in_english(text: str, people: int) -> None:
    assert wishing.read_people(said(text, language="en"), asked("people")) == people


@pytest.mark.parametrize("text", ["7", "für zwölf Personen", "99"])
def test_too_many_people_for_one_appointment(text: str) -> None:
    read = wishing.read_people(said(text), asked("people"))
    assert refusal(read) == "utter_too_many_people"
    assert read.say.values == {"most": 6}


def test_people_of_a_button() -> None:
    assert wishing.read_people(pressed(people=2), asked("people")) == 2

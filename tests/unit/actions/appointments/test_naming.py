"""Names, as answers and said in passing."""

from typing import Any

import pytest

from actions.appointments.naming import read_name
from actions.tasks.declaration import Refused
from actions.tasks.frames import Frame
from tests.unit.actions.support import said

NOTHING = Frame("book_appointment")
ASKED = Frame("book_appointment", asked="name")


def refusal(read: Any) -> str:
    assert isinstance(read, Refused), read
    return read.say.response


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Erika Mustermann", "Erika Mustermann"),
        ("erika mustermann", "Erika Mustermann"),
        ("Ich heiße Erika Mustermann", "Erika Mustermann"),
        ("ich heisse erika mustermann.", "Erika Mustermann"),
        ("Ich bin der Ömer Yılmaz", "Ömer Yılmaz"),
        ("Mein Name ist Jürgen von der Heide", "Jürgen von der Heide"),
        ("auf den Namen Schmidt-Rottluff", "Schmidt-Rottluff"),
        ("Sinéad O'Neill", "Sinéad O'Neill"),
        ("O’Neill", "O’Neill"),
        ("Łukasz Nguyễn", "Łukasz Nguyễn"),
        ("Dr. Anna Meier", "Dr. Anna Meier"),
        ("  Erika\tMustermann!", "Erika Mustermann"),
        ("王 伟", "王 伟"),
        ("My Nguyen", "My Nguyen"),
    ],
)
def test_name(text: str, name: str) -> None:
    assert read_name(said(text), ASKED) == name


@pytest.mark.parametrize(
    "text", ["My name is Mary O'Neill", "I'm Mary O'Neill", "It's Mary O'Neill"]
)
def test_name_in_english(text: str) -> None:
    assert read_name(said(text, language="en"), ASKED) == "Mary O'Neill"


@pytest.mark.parametrize(
    "text",
    ["A", "x" * 81, "Haus 17", "<b>Anna</b>", "Anna?", "ich heiße " + "A" * 81, "abc123 def 456"],
)
def test_what_cannot_be_a_name_is_refused(text: str) -> None:
    assert refusal(read_name(said(text), ASKED)) == "utter_name_invalid"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ja", "affirm"),
        ("Hallo", "greet"),
        ("", "out_of_scope"),
        ("…", "out_of_scope"),
        ("abbrechen", "stop"),
        ("nein danke", "deny"),
        ("überspringen", "skip"),
        ("lieber morgen", "inform"),
        ("10:30 Uhr", "inform"),
        ("Freitag", "inform"),
        ("Buchholz", "inform"),
        ("in Buchholz", "inform"),
        ("einen Reisepass", "inform"),
        ("zwei Reisepässe", "inform"),
        ("für zwei Personen", "inform"),
        ("zwei Personen", "inform"),
        ("keine Ahnung", "out_of_scope"),
        ("a@b.de", "inform"),
        ("Was kostet das?", "ask_service_info"),
        ("Wer sind Sie?", "ask_identity"),
        ("wo ist das", "ask_office_info"),
    ],
)
def test_what_answers_something_else_is_no_name(text: str, intent: str) -> None:
    assert read_name(said(text, intent), ASKED) is None


def test_a_name_is_taken_only_when_asked_for() -> None:
    assert read_name(said("Erika Mustermann"), Frame("book_appointment", asked="when")) is None


def test_a_name_said_in_so_many_words_counts_at_any_time() -> None:
    turn = said("Guten Tag, ich heiße Erika Mustermann und brauche einen Pass")
    assert read_name(turn, NOTHING) == "Erika Mustermann"


@pytest.mark.parametrize(
    "text",
    [
        "Ich heiße Erika Mustermann",
        "mein Name ist Erika Mustermann und ich ziehe um",
        "einen Termin auf den Namen Erika Mustermann",
    ],
)
def test_a_name_said_in_so_many_words_counts_in_any_case(text: str) -> None:
    assert read_name(said(text), NOTHING) == "Erika Mustermann"


def test_a_long_name_is_not_cut_short() -> None:
    turn = said("ich heiße Anna Maria von der Heide")
    assert read_name(turn, ASKED) == "Anna Maria von der Heide"


@pytest.mark.parametrize(
    "text", ["Thomas Freitag", "August Müller", "Peter Pass", "Horst Buchholz"]
)
def test_names_that_mean_something_else_too(text: str) -> None:
    assert read_name(said(text), ASKED) == text

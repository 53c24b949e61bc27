"""Names introduced in a sentence, and names given as an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.evidence import is_usual
from language.name_answers import bare_name
from language.name_words import never_in_a_name
from language.names import find_name
from language.vocabulary import known_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ich heiße Erika Mustermann", "Erika Mustermann"),
        ("ich heiße übrigens Erika und brauche einen Pass", "Erika"),
        ("Mein Name ist Jürgen von der Heide, ich komme morgen", "Jürgen von der Heide"),
        ("mein name ist petra schneider", "Petra Schneider"),
        ("Termin auf den Namen Yılmaz bitte", "Yılmaz"),
        ("My name's Mary O'Neill", "Mary O'Neill"),
        ("book it under the name of Can Demir please", "Can Demir"),
        ("Mein Name ist Peter Freitag", "Peter Freitag"),
        ("Ich heiße Anna in Walsum", "Anna"),
    ],
)
def test_introduced(text: str, name: str) -> None:
    found = find_name(text)
    assert found is not None
    assert found.name == name
    assert text[found.start : found.end].lower().endswith(name.split()[-1].lower())


@pytest.mark.parametrize(
    "text", ["Wie ist der Name der Straße?", "mein Name ist falsch", "Ich heiße", "Ich bin Rentner"]
)
def test_not_introduced(text: str) -> None:
    assert find_name(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Petra Schneider", "Petra Schneider"),
        ("petra schneider", "Petra Schneider"),
        ("I am Walter Nowak", "Walter Nowak"),
        ("My Nguyen", "My Nguyen"),
        ("Ich bin die Frau Kaya", "Kaya"),
    ],
)
def test_an_answer(text: str, name: str) -> None:
    assert bare_name(text) == name


@pytest.mark.parametrize(
    "text", ["keine Ahnung", "ich weiß nicht", "mir ist schlecht", "Wo ist das?", "", "stopp"]
)
def test_no_answer(text: str) -> None:
    assert bare_name(text) is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = find_name(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
    bare_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hab ich doch gesagt, Mertens", "Mertens"),
        ("Lässt sich das auf Nadine Ott machen?", "Nadine Ott"),
        ("Marek Nowicki natürlich", "Marek Nowicki"),
        ("hallo, Uta Brinkmann hier", "Uta Brinkmann"),
        ("Rahimi, Vorname Nasrin", "Nasrin Rahimi"),
    ],
)
def test_an_answer_with_more_around_it(text: str, name: str) -> None:
    assert bare_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "delete my data",
        "next page",
        "I need a passport",
        "Hömma, wie geht dat?",
        "Landstrom buchen",
    ],
)
def test_other_wishes_are_no_names(text: str) -> None:
    assert bare_name(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Doris, nein, Dörte", "Dörte"),
        ("Tom Archer, I mean Tim Archer", "Tim Archer"),
        ("nicht Meier sondern Maier", "Maier"),
        ("auf Hedda Quint, Q U I N T", "Hedda Quint"),
        ("geht das auf Xhelal Ademović?", "Xhelal Ademović"),
    ],
)
def test_an_answer_put_right_or_spelled(text: str, name: str) -> None:
    assert bare_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["nicht Hamborn sondern Walsum", "Montag, nein, Dienstag", "Ausweis beantragen"],
)
def test_what_is_put_right_is_no_name_of_its_own(text: str) -> None:
    assert bare_name(text) is None


def test_known_names_are_no_words_of_their_own() -> None:
    names = known_names()["given"] | known_names()["family"]
    assert {"trevor", "gerlinde"} <= names
    assert not names & never_in_a_name()
    assert not [name for name in names if is_usual(name)]

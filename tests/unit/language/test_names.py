"""Names introduced in a sentence, and names given as an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.name_answers import bare_name
from language.name_corrections import corrected_name
from language.names import find_name


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


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("nee doch lieber Meyer mit y", "Hans Meyer"),
        ("nein, Hans Peter Meier", "Hans Peter Meier"),
        ("Hans Mayer", "Hans Mayer"),
        ("Das ist falsch, ich bin Hanna Meier", "Hanna Meier"),
        ("Ja, buchen", None),
        ("Hans Meier", None),
        ("Was kostet ein Reisepass?", None),
        ("doch lieber in Walsum am Mittwoch", None),
        ("petra@example.org", None),
    ],
)
def test_a_name_put_right(text: str, corrected: str | None) -> None:
    assert corrected_name(text, "Hans Meier") == corrected


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = find_name(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
    bare_name(text)
    corrected_name(text, "Hans Meier")

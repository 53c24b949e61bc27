"""How many people a wish is for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.people import find_people


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("für zwei Personen", 2),
        ("4 Personen", 4),
        ("eine Person", 1),
        ("wir kommen zu dritt", 3),
        ("zu zweit", 2),
        ("wir sind fünf", 5),
        ("für mich und meine Frau", 2),
        ("meine Tochter und ich", 2),
        ("wir beide", 2),
        ("für uns drei", 3),
        ("nur für mich", 1),
        ("für mich allein", 1),
        ("zwei Kinder", 2),
        ("for two people", 2),
        ("3 of us", 3),
        ("there are four", 4),
        ("just me", 1),
        ("for myself", 1),
        ("me and my wife", 2),
        ("both of us", 2),
        ("mein Sohn Emre und ich", 2),
        ("meine Söhne Ali und Veli und ich", 3),
        ("she and I", 2),
        ("both my sons need passports, and so do I", 3),
        ("six persons", 6),
    ],
)
def test_said(text: str, count: int) -> None:
    found = find_people(text)
    assert found is not None
    assert found.count == count


@pytest.mark.parametrize(
    "text",
    [
        *("", "zwei Reisepässe", "um zwei Uhr", "am dritten", "zu Hause", "to the office"),
        *("meine Eltern waren schon da, ich auch", "I read all five of those"),
        *("die Leute", "meine Mutter hat gesagt, man braucht einen Termin", "noch ein paar"),
        *("meine Mutter und mein Onkel haben da gearbeitet", "my dad and my uncle worked there"),
    ],
)
def test_not_said(text: str) -> None:
    assert find_people(text) is None


@pytest.mark.parametrize("before", ["", "Für Größen: ", "ﬁ½ﷺ ", "U\u0308ber a\u0301 ", "\u200b"])
@pytest.mark.parametrize("said", ["zwei Personen", "zu fu\u0308nft", "für mich und meine Frau"])
def test_what_was_said_is_quoted_from_the_text_given(before: str, said: str) -> None:
    text = f"{before}, {said} – süß"
    found = find_people(text)
    assert found is not None
    assert said.endswith(text[found.start : found.end])


@given(st.text(), st.sampled_from(["", "zu zweit", "für mich"]), st.text())
def test_any_text_is_read_without_harm(before: str, said: str, after: str) -> None:
    text = f"{before} {said} {after}"
    found = find_people(text)
    assert found is None or (found.count > 0 and 0 <= found.start < found.end <= len(text))

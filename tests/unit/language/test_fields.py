"""What is to be changed, said by its name only; and other times than those on offer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.alternatives import find_alternative
from language.fields import find_field


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("change the name", "name"),
        ("Der Name stimmt nicht", "name"),
        ("I want a different time", "time"),
        ("andere Uhrzeit bitte", "time"),
        ("einen anderen Tag", "time"),
        ("ein anderes Amt", "place"),
        ("die Mail ist falsch", "contact"),
        ("Telefonnummer ändern", "contact"),
        ("die Zahl der Personen ist falsch", "people"),
        ("wrong service", "service"),
    ],
)
def test_what_is_to_be_changed(text: str, field: str) -> None:
    found = find_field(text)
    assert found is not None
    assert found.field == field


@pytest.mark.parametrize(
    "text",
    [
        "Wie ist Ihr Name?",
        "zur selben Zeit",
        "den Namen und die Uhrzeit ändern",
        "Ich möchte den Namen meiner Straße ändern lassen, weil sie nach einem Nazi heißt",
        "",
    ],
)
def test_nothing_to_be_changed(text: str) -> None:
    assert find_field(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("früher bitte", "earlier"),
        ("einen späteren", "later"),
        ("anything earlier?", "earlier"),
        ("früher oder später", None),
        ("morgen früh", None),
        ("the latest", None),
    ],
)
def test_other_times(text: str, value: str | None) -> None:
    found = find_alternative(text)
    assert (found.value if found else None) == value


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    find_field(text)
    find_alternative(text)

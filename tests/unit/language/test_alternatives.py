"""Other times than those on offer."""

import pytest

from language.alternatives import find_alternative


@pytest.mark.parametrize(
    ("text", "value", "same_day"),
    [
        ("früher bitte", "earlier", False),
        ("zu früh", "later", False),
        ("das ist mir too early", "later", False),
        ("too late for me", "earlier", False),
        ("geht es etwas später am selben Tag?", "later", True),
        ("later on the same day", "later", True),
        ("an dem Tag lieber früher", "earlier", True),
    ],
)
def test_earlier_or_later(text: str, value: str, same_day: bool) -> None:
    found = find_alternative(text)
    assert found is not None
    assert (found.value, found.same_day) == (value, same_day)


@pytest.mark.parametrize("text", ["früher oder später", "morgen früh", "am selben Tag", "Frühling"])
def test_neither(text: str) -> None:
    assert find_alternative(text) is None


@pytest.mark.parametrize(
    ("text", "value", "minutes"),
    [
        ("eine Woche später", "later", 7 * 24 * 60),
        ("zwei Stunden früher bitte", "earlier", 120),
        ("einen Tag nach hinten schieben", "later", 24 * 60),
        ("half an hour later", "later", 30),
        ("eine halbe Stunde früher", "earlier", 30),
        ("a week later", "later", 7 * 24 * 60),
        ("30 minutes earlier", "earlier", 30),
        ("etwas später", "later", None),
    ],
)
def test_by_how_much(text: str, value: str, minutes: int | None) -> None:
    found = find_alternative(text)
    assert found is not None
    assert (found.value, found.minutes) == (value, minutes)

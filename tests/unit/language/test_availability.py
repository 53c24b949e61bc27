"""Questions whether a time is free."""

from datetime import datetime

import pytest

from language.entities import find_entities

NOW = datetime(2026, 12, 1, 9, 0)


def asks(text: str, language: str) -> bool:
    return any(entity.kind == "available" for entity in find_entities(text, language, NOW))


@pytest.mark.parametrize(
    "text",
    [
        "Ist am Nachmittag noch was frei?",
        "Ich weiß noch nicht wann, was ist denn frei?",
        "Geht auch Freitag um 10?",
        "Haben Sie auch was in Walsum?",
        "gibt es am Donnerstag noch einen Termin?",
        "Is there a free one in the afternoon?",
        "anything on Friday?",
        "do you have anything else?",
    ],
)
def test_asks_for_a_free_time(text: str) -> None:
    assert asks(text, "en" if text[0] in "Iad" and "Ist" not in text else "de")


@pytest.mark.parametrize(
    "text",
    [
        "Ist heute am Steiger Landstrom frei?",
        "Wann hat Walsum auf?",
        "Ist am Freitag der Fahrstuhl frei?",
        "am Freitag geht es",
        "Was kostet das?",
        "is there a free charging point in the harbour tonight?",
    ],
)
def test_asks_for_something_else(text: str) -> None:
    assert not asks(text, "de" if text[0] in "IWa" and "is there" not in text else "en")

"""Is a message nothing but values?"""

from datetime import datetime

import pytest

from language.entities import find_entities
from language.values import is_value_only

MONDAY = datetime(2026, 3, 2, 9, 0)


def only(text: str, language: str = "de") -> bool:
    return is_value_only(text, find_entities(text, language, MONDAY))


@pytest.mark.parametrize(
    "text",
    [
        "Walsum",
        "in Walsum bitte",
        "nein, doch lieber in Walsum",
        "am Dienstag um neun",
        "übermorgen um halb drei",
        "Reisepass",
        "einen Reisepass, morgen, in Walsum",
        "zwei Personen",
        "erika@example.org",
        "K7MP-3WQX",
    ],
)
def test_an_answer(text: str) -> None:
    assert only(text)


@pytest.mark.parametrize("text", ["on Tuesday please", "no, rather in Walsum", "for two people"])
def test_an_answer_in_english(text: str) -> None:
    assert only(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ja",
        "nein",
        "Wann hat Walsum auf?",
        "in Walsum?",
        "Termin in Walsum",
        "Was kostet ein Reisepass",
        "den Termin morgen absagen",
        "number of playgrounds in Walsum",
        "Hallo",
    ],
)
def test_more_than_an_answer(text: str) -> None:
    assert not only(text)

"""Misspelt words, put right by the examples' words."""

import pytest

from assistant.nlu.spelling import Spelling

EXAMPLES = [
    "Termin für den Reisepass",
    "Termin stornieren",
    "Reisepass stornieren",
    "Feuer! fire here",
    "here is a fire and hier",
    "hier ist hier Feuer",
]


@pytest.fixture
def spelling() -> Spelling:
    learnt = Spelling({"Hausboot"}.__contains__)
    learnt.fit(EXAMPLES)
    return learnt


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("temrin stonieren", "Termin stornieren"),
        ("Reispas!", "Reisepass!"),
        ("theres a fier", "theres a fire"),
        ("Termin", "Termin"),
        ("Hausboot", "Hausboot"),
        ("tee", "tee"),
        ("K7MP-3WQX", "K7MP-3WQX"),
        ("", ""),
    ],
)
def test_words_are_put_right(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.corrected(typed) == meant


def test_nothing_learnt_corrects_nothing() -> None:
    learnt = Spelling(lambda _: False)
    learnt.fit([])
    assert learnt.corrected("temrin") == "temrin"


@pytest.mark.parametrize(
    ("text", "known"),
    [("TerminHausboot!", True), ("feuertermin", True), ("Hausbootx", False), ("qwrt zxcv", False)],
)
def test_a_word_put_together_of_two_is_known(spelling: Spelling, text: str, known: bool) -> None:
    assert spelling.knows_any(text) is known

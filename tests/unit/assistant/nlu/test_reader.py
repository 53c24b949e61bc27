"""What is nonsense to a reader that has learnt little."""

import pytest

from assistant.nlu.nonsense import Vocabulary
from assistant.nlu.reader import Reader
from assistant.nlu.spelling import Spelling

EXAMPLES = ["Hallo zusammen", "weiter bitte", "die Frage bitte überspringen", "weiter bitte"]


@pytest.fixture
def reader() -> Reader:
    learnt = Reader({}, {})
    learnt._spelling = Spelling({"Schnickschnack", "Fahrerlaubnis", "bitte"}.__contains__)
    learnt._spelling.fit(EXAMPLES)
    learnt._vocabulary = Vocabulary(EXAMPLES)
    return learnt


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("schnickschnack", "skip"),
        ("plumquatsch hullahopp", "greet"),
        ("plumquatsch hullahopp", "ask_shore_power_info"),
        ("asdf jklö", "ask_service_info"),
        ("🙂🙂", "affirm"),
        ("???", "ask_repeat"),
    ],
)
def test_nothing_but_the_sound_speaks_for_a_guess(reader: Reader, text: str, intent: str) -> None:
    assert reader.is_nonsense(text, intent)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hallooo", "greet"),
        ("Hallo schnickschnack", "greet"),
        ("wieter", "skip"),
        # A word no example uses may stand for what it means.
        ("Fahrerlaubnis", "ask_service_info"),
        ("Hiiilfe es brennt", "report_emergency"),
    ],
)
def test_a_word_to_go_by(reader: Reader, text: str, intent: str) -> None:
    assert not reader.is_nonsense(text, intent)

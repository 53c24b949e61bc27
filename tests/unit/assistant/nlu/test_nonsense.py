"""Words that no example uses."""

import pytest

from assistant.nlu.nonsense import Vocabulary

EXAMPLES = Vocabulary(["Hallo zusammen!", "schöne Grüße", "ja", "K7MP-3WQX"])


@pytest.mark.parametrize(
    "text", ["hallo", "HALLOOOO", "haaallo, schnick", "schöööne", "schoene", "Grüsse", "jaa", "ja!"]
)
def test_words_of_the_examples_however_drawn_out(text: str) -> None:
    assert EXAMPLES.has_any(text)


@pytest.mark.parametrize("text", ["schnickschnack", "hallopp", "🙂", "???", "7", ""])
def test_other_words_and_signs(text: str) -> None:
    assert not EXAMPLES.has_any(text)

"""How German or English a word is."""

import pytest

from language.evidence import is_word, weight


@pytest.mark.parametrize("form", ["anmelden", "sperrmuell", "ich", "einwohnerzahl"])
def test_german(form: str) -> None:
    assert weight(form) > 1


@pytest.mark.parametrize("form", ["playgrounds", "the", "waste", "registration"])
def test_english(form: str) -> None:
    assert weight(form) < -1


@pytest.mark.parametrize("form", ["walsum", "okay", "xqzt", "", "a" * 5000])
def test_neither(form: str) -> None:
    assert weight(form) == 0


def test_words_and_slips() -> None:
    assert is_word("ausleihen")
    assert is_word("muehle")
    assert not is_word("ausweiss")

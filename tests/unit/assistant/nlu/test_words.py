"""Words of both languages, from tables."""

import pytest

from assistant.nlu.words import is_word


@pytest.mark.parametrize("form", ["Häuser", "häuser", "gingen", "appointments", "Went"])
def test_inflected_forms_are_words(form: str) -> None:
    assert is_word(form)


@pytest.mark.parametrize("form", ["temrin", "apointmnet"])
def test_typos_are_none(form: str) -> None:
    assert not is_word(form)

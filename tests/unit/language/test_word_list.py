"""Word lists as bytes: the same counts as pyspellchecker's dictionaries."""

import pytest
from spellchecker import SpellChecker

from language.word_list import WordList, load_words


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_is_counted_as_in_the_dictionary(language: str) -> None:
    words = load_words(language)
    frequency = SpellChecker(language=language).word_frequency
    assert (len(words), words.total) == (len(frequency.dictionary), frequency.total_words)
    every = list(frequency.dictionary.items())[::97]
    assert all(words.count(word) == count for word, count in every)


@pytest.mark.parametrize("word", ["", "zzzzzzzz", "\ud800", "a" * 10_000])
def test_unknown_words_have_no_count(word: str) -> None:
    assert load_words("en").count(word) == 0


def test_a_list_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        WordList([(b"b", 1), (b"a", 1)])

"""Number words in German and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.numbers import number_words, ordinal_words, parse_number, parse_ordinal

LANGUAGES = st.sampled_from(["de", "en"])


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("null", "de", 0),
        ("eins", "de", 1),
        ("eine", "de", 1),
        ("zwo", "de", 2),
        ("fuenf", "de", 5),
        ("funf", "de", 5),
        ("Zwölf", "de", 12),
        ("einundzwanzig", "de", 21),
        ("zwoundzwanzig", "de", 22),
        ("ein und zwanzig", "de", 21),
        ("dreiunddreissig", "de", 33),
        ("dreihundertdreiundachtzig", "de", 383),
        ("hundert", "de", 100),
        ("hundertfünf", "de", 105),
        ("hundertundfünf", "de", 105),
        ("zwohundertzwo", "de", 202),
        ("zweitausendsechsundzwanzig", "de", 2026),
        ("zero", "en", 0),
        ("twenty-one", "en", 21),
        ("twenty one", "en", 21),
        ("one hundred and five", "en", 105),
        ("a hundred", "en", 100),
        ("three hundred eighty three", "en", 383),
        ("two thousand and twenty-six", "en", 2026),
        ("42", "de", 42),
        ("42", "en", 42),
        ("Haus", "de", None),
        ("", "de", None),
        ("einundzwanzigste", "de", None),
        ("12345678", "de", None),
    ],
)
def test_reads_cardinals(text: str, language: str, value: int | None) -> None:
    assert parse_number(text, language) == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("erste", "de", 1),
        ("dritten", "de", 3),
        ("dritter", "de", 3),
        ("siebenten", "de", 7),
        ("achtes", "de", 8),
        ("zwölften", "de", 12),
        ("zwanzigsten", "de", 20),
        ("einunddreißigster", "de", 31),
        ("zwoten", "de", 2),
        ("3.", "de", 3),
        ("3ten", "de", 3),
        ("first", "en", 1),
        ("twelfth", "en", 12),
        ("twentieth", "en", 20),
        ("thirty-first", "en", 31),
        ("3rd", "en", 3),
        ("drei", "de", None),
    ],
)
def test_reads_ordinals(text: str, language: str, value: int | None) -> None:
    assert parse_ordinal(text, language) == value


@given(st.integers(0, 999_999), LANGUAGES)
def test_a_written_number_reads_the_same(value: int, language: str) -> None:
    assert parse_number(number_words(value, language), language) == value


@given(st.integers(1, 999_999), LANGUAGES)
def test_a_written_ordinal_reads_the_same(value: int, language: str) -> None:
    assert parse_ordinal(ordinal_words(value, language), language) == value


@given(st.text(), LANGUAGES)
def test_no_text_raises(text: str, language: str) -> None:
    parse_number(text, language)
    parse_ordinal(text, language)


@pytest.mark.parametrize("value", [-1, 1_000_000])
def test_there_are_words_for_0_to_999999_only(value: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        number_words(value, "de")

"""The word lists themselves."""

import pytest

from language.dates import vocabulary_de, vocabulary_en
from language.dates.feasts import FEASTS
from language.dates.lexemes import Kind
from language.dates.other_calendars import OTHER_FEASTS
from language.dates.parts import PARTS
from language.dates.school_holidays import SCHOOL_HOLIDAYS
from language.dates.vocabulary import Phrase, vocabulary
from language.dates.vocabulary_types import Compounds, Words


def phrases(language: str) -> list[Phrase]:
    return [phrase for known in vocabulary(language).phrases.values() for phrase in known]


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_spelling_has_two_meanings(language: str) -> None:
    meanings: dict[tuple[str, ...], set[object]] = {}
    for phrase in phrases(language):
        meanings.setdefault(phrase.words, set()).add(phrase.entries)
    assert [words for words, said in meanings.items() if len(said) > 1] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_feasts_and_parts_of_day_are_known(language: str) -> None:
    names = {
        entry[0]: {e[2] for p in phrases(language) for e in p.entries if e[0] is entry[0]}
        for entry in [(Kind.FEAST,), (Kind.PART,)]
    }
    assert names[Kind.FEAST] <= {*FEASTS, *SCHOOL_HOLIDAYS, *OTHER_FEASTS}
    assert names[Kind.PART] <= set(PARTS)


@pytest.mark.parametrize(
    ("words", "compounds"),
    [
        (vocabulary_de.WORDS, vocabulary_de.COMPOUNDS),
        (vocabulary_en.WORDS, vocabulary_en.COMPOUNDS),
    ],
)
def test_spellings_are_lower_case(words: Words, compounds: Compounds) -> None:
    spellings = [*(spelling for *_, spelling in words), *compounds]
    assert [spelling for spelling in spellings if spelling != spelling.lower()] == []


@pytest.mark.parametrize(
    ("word", "value"),
    [("donerstag", 3), ("dinestag", 1), ("samttag", 5), ("freitg", 4), ("sontag", 6)],
)
def test_a_typo_is_the_nearest_weekday(word: str, value: int) -> None:
    assert vocabulary("de").guess(word) == ((Kind.WEEKDAY, value, ""),)


@pytest.mark.parametrize(
    "word", ["moegen", "montage", "dienst", "dienstes", "sommerfest", "freizeit"]
)
def test_a_word_of_its_own_is_no_typo(word: str) -> None:
    assert vocabulary("de").guess(word) == ()

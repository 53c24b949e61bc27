"""German or English, with hysteresis."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.detection import LANGUAGES, detect, german_share, wished_language

SAY_NOTHING = [
    *("ok", "OK!", "14:30", "2", "2.12.", "K7MP-3WQX", "k7mp 3wqx", "erika@example.org"),
    *("0203 / 283-0", "…", "", "🙂", "https://www.duisburg.de", "Walsum", "Marxloh", "hm"),
    *("O'Neill", "Smith", "Anna"),
]
GERMAN_NAMES = ["Erika Mustermann", "Jürgen Klinsmann", "M. Schmidt"]


@pytest.mark.parametrize("current", LANGUAGES)
@pytest.mark.parametrize("text", SAY_NOTHING)
def test_what_says_nothing_never_flips(text: str, current: str) -> None:
    assert detect(text, current) == current


@pytest.mark.parametrize("current", [None, *LANGUAGES])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ich möchte einen Termin buchen", "de"),
        ("Wann hat das Amt in Walsum geöffnet?", "de"),
        ("nein, doch lieber morgen", "de"),
        ("I would like to book an appointment", "en"),
        ("When is the office in Walsum open?", "en"),
        ("no, rather tomorrow please", "en"),
        ("How much does it cost?", "en"),
        ("What documents do I need for a Personalausweis?", "en"),
    ],
)
def test_a_sentence_flips(text: str, language: str, current: str | None) -> None:
    assert detect(text, current) == language


@pytest.mark.parametrize("name", GERMAN_NAMES)
def test_a_german_name_never_flips(name: str) -> None:
    assert detect(name, "en") == "en"


def test_a_short_question_flips() -> None:
    assert detect("Was kostet das?", "en") == "de"


def test_an_unknown_conversation_follows_the_hint_then_german() -> None:
    assert detect("ok", None) == "de"
    assert detect("ok", None, "en") == "en"
    assert detect("Guten Tag, ich brauche Hilfe", None, "en") == "de"


def test_the_conversation_outranks_the_hint() -> None:
    assert detect("ok", "de", "en") == "de"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("auf Englisch bitte", "en"),
        ("Englisch", "en"),
        ("Sprechen Sie Englisch?", "en"),
        ("in English please", "en"),
        ("auf Deutsch bitte", "de"),
        ("in German please", "de"),
        ("deutsch", "de"),
        ("einen Termin bitte", None),
        ("Deutschland", None),
        ("", None),
    ],
)
def test_a_wish_by_name(text: str, language: str | None) -> None:
    assert wished_language(text) == language


@given(st.text(), st.sampled_from([None, "de", "en"]))
def test_any_text_has_a_language(text: str, current: str | None) -> None:
    assert detect(text, current) in LANGUAGES
    assert 0.0 <= german_share(text) <= 1.0


@pytest.mark.parametrize("text", ["T8KW-4HRM", "Peter Ward", "MV Baltic Breeze", "S C H M I D T"])
@pytest.mark.parametrize("current", LANGUAGES)
def test_codes_and_names_never_flip(text: str, current: str) -> None:
    assert detect(text, current) == current


def test_a_long_text_takes_no_longer_than_its_beginning() -> None:
    detect("Warmlaufen, bevor gemessen wird", None)
    started = perf_counter()
    for _ in range(20):
        detect("wo ist denn nur das Amt in Walsum und when does it open " * 70, "en")
    assert perf_counter() - started < 20 * 0.02


@pytest.mark.parametrize(
    ("text", "current", "language"),
    [
        ("eine Person", "en", "de"),
        ("eine person bitte", "en", "de"),
        ("one person", "de", "en"),
        ("person", "en", "en"),
        ("yes, alles gut", "en", "en"),
        ("yes am Mittwoch", "en", "en"),
        ("ja, all good", "de", "de"),
        ("yes, aber lieber am Mittwoch um zehn", "en", "de"),
        ("ja bitte", "en", "de"),
        ("yes please", "de", "en"),
        ("wibbeldi wobbeldi", "de", "de"),
        ("plumquatsch hullahopp", "en", "en"),
    ],
)
def test_short_answers(text: str, current: str, language: str) -> None:
    assert detect(text, current) == language


def test_words_that_there_are_not_follow_the_hint() -> None:
    assert detect("wibbeldi wobbeldi", None, "de") == "de"
    assert detect("plumquatsch hullahopp", None, "en") == "en"

"""The training examples: enough of each intent, none twice, none under two intents."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
import yaml

from language.text import words
from tests.nlu_data import agreed_intents

FOLDER = Path(__file__).parents[3] / "data" / "nlu"
INTENTS = [agreed.intent for agreed in agreed_intents()]
FEWEST = {"de": 12, "en": 10}


@cache
def examples() -> list[tuple[str, str, str]]:
    """(intent, language, text) of every example; the language is in the file's name."""
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        language = path.name.split(".")[-2]
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = block["examples"].splitlines()
            found += [(block["intent"], language, line.removeprefix("- ")) for line in lines]
    return found


def said(text: str) -> str:
    """``text`` without case and punctuation; what has no words stays as it is."""
    return " ".join(word.form for word in words(text)) or text.strip()


def by_words(*, per_language: bool) -> dict[tuple[str, str], list[str]]:
    found = defaultdict(list)
    for intent, language, text in examples():
        found[(language if per_language else "", said(text))].append(intent)
    return found


def test_exactly_the_agreed_intents_have_examples() -> None:
    assert {intent for intent, _, _ in examples()} == set(INTENTS)


@pytest.mark.parametrize("language", FEWEST)
@pytest.mark.parametrize("intent", INTENTS)
def test_each_intent_has_enough_examples(intent: str, language: str) -> None:
    distinct = {said(text) for name, of, text in examples() if (name, of) == (intent, language)}
    assert len(distinct) >= FEWEST[language]


def test_no_example_stands_twice() -> None:
    twice = {
        f"{language}: {text} ({intents[0]})"
        for (language, text), intents in by_words(per_language=True).items()
        if len(intents) > 1 and len(set(intents)) == 1
    }
    assert not twice


def test_no_example_stands_under_two_intents() -> None:
    torn = {
        text: sorted(set(intents))
        for (_, text), intents in by_words(per_language=False).items()
        if len(set(intents)) > 1
    }
    assert not torn


def test_every_file_names_its_language() -> None:
    assert {path.name.split(".")[-2] for path in FOLDER.glob("*.yml")} == {"de", "en"}

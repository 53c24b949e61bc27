"""The sets to measure with: well formed, and none of their messages a training example."""

from pathlib import Path

import pytest

from language.text import fold
from tests.nlu_data import agreed_intents, trained

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "tests" / "nlu"
STYLES = set("formal casual keywords typos speech story learner colloquial mixed polite".split())
FEWEST = {"development.tsv": 800, "unseen.tsv": 650, "fresh.tsv": 700}


@pytest.fixture(params=FEWEST)
def rows(request: pytest.FixtureRequest) -> list[list[str]]:
    return read(request.param)


def read(name: str) -> list[list[str]]:
    header, *lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["lang", "style", "intents", "text"]
    return [line.split("\t") for line in lines]


@pytest.fixture
def texts(rows: list[list[str]]) -> list[str]:
    return [fold(row[-1]) for row in rows]


@pytest.mark.parametrize(("name", "fewest"), FEWEST.items())
def test_it_is_large_enough(name: str, fewest: int) -> None:
    assert len(read(name)) >= fewest


def test_every_line_has_its_four_columns(rows: list[list[str]]) -> None:
    assert not [row for row in rows if len(row) != 4 or not all(map(str.strip, row))]


def test_languages_styles_and_intents_are_known(rows: list[list[str]]) -> None:
    intents = {agreed.intent for agreed in agreed_intents()}
    wrong = [
        row
        for row in rows
        if row[0] not in {"de", "en"} or row[1] not in STYLES or set(row[2].split("+")) - intents
    ]
    assert not wrong


def test_every_intent_occurs(rows: list[list[str]]) -> None:
    met = {intent for row in rows for intent in row[2].split("+")}
    assert met == {agreed.intent for agreed in agreed_intents()}


def test_no_message_comes_twice(texts: list[str]) -> None:
    assert len(set(texts)) == len(texts)


def test_no_message_is_a_training_example(texts: list[str]) -> None:
    examples = trained()
    assert examples
    assert not [text for text in texts if text in examples]

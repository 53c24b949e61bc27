"""The development set: well formed, and none of its messages a training example."""

from functools import cache
from pathlib import Path

import yaml

from language.text import fold
from tests.nlu_data import agreed_intents

ROOT = Path(__file__).parents[3]
FILE = ROOT / "tests" / "nlu" / "development.tsv"
STYLES = set("formal casual keywords typos speech story learner colloquial mixed polite".split())
FEWEST = 800


@cache
def rows() -> list[list[str]]:
    header, *lines = FILE.read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["lang", "style", "intents", "text"]
    return [line.split("\t") for line in lines]


def texts() -> list[str]:
    return [fold(row[-1]) for row in rows()]


def trained() -> set[str]:
    """The training examples in both languages, folded."""
    return {
        fold(line.removeprefix("- "))
        for path in (ROOT / "data" / "nlu").glob("*.yml")
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
    }


def test_it_is_large_enough() -> None:
    assert len(rows()) >= FEWEST


def test_every_line_has_its_four_columns() -> None:
    assert not [row for row in rows() if len(row) != 4 or not all(map(str.strip, row))]


def test_languages_styles_and_intents_are_known() -> None:
    intents = {agreed.intent for agreed in agreed_intents()}
    wrong = [
        row
        for row in rows()
        if row[0] not in {"de", "en"} or row[1] not in STYLES or set(row[2].split("+")) - intents
    ]
    assert not wrong


def test_every_intent_occurs() -> None:
    met = {intent for row in rows() for intent in row[2].split("+")}
    assert met == {agreed.intent for agreed in agreed_intents()}


def test_no_message_comes_twice() -> None:
    assert len(set(texts())) == len(texts())


def test_no_message_is_a_training_example() -> None:
    examples = trained()
    assert examples
    assert not [text for text in texts() if text in examples]

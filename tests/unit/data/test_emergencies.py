"""The guard's development set: well formed, and none of its messages a training example."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from language.text import fold
from language.urgent import is_emergency, sounds_harmless
from tests.nlu_data import trained

ROOT = Path(__file__).parents[3]
FILE = ROOT / "tests" / "nlu" / "emergencies.tsv"
STYLES = set(
    "formal casual keywords typos speech story learner colloquial mixed polite"
    " panic whisper child".split()
)
FEWEST = 180
# What the rules alone hear; the votes of what has been learnt decide on the rest.
HEARD = 0.8
DOUBTED = 0.9


@cache
def rows() -> list[list[str]]:
    header, *lines = FILE.read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["lang", "style", "emergency", "text"]
    return [line.split("\t") for line in lines]


def told(emergency: str) -> list[str]:
    return [row[-1] for row in rows() if row[2] == emergency]


def test_every_line_has_its_four_columns() -> None:
    assert not [row for row in rows() if len(row) != 4 or not all(map(str.strip, row))]


def test_emergencies_and_others_are_many() -> None:
    counted = Counter(row[2] for row in rows())
    assert set(counted) == {"yes", "no"}
    assert min(counted.values()) >= FEWEST


def test_both_languages_and_every_style_occur_on_both_sides() -> None:
    for emergency in ("yes", "no"):
        met = {(lang, style) for lang, style, kind, _ in rows() if kind == emergency}
        assert {lang for lang, _ in met} == {"de", "en"}
        # Nobody whispers where nothing is wrong.
        assert {style for _, style in met} == STYLES - ({"whisper"} if emergency == "no" else set())


def test_no_message_comes_twice_or_is_a_training_example() -> None:
    texts = [fold(row[-1]) for row in rows()]
    assert len(set(texts)) == len(texts)
    assert trained()
    assert not [text for text in texts if text in trained()]


def test_rules_hear_most_emergencies_and_speak_against_none() -> None:
    assert sum(map(is_emergency, told("yes"))) >= HEARD * len(told("yes"))
    assert not [text for text in told("yes") if sounds_harmless(text)]


def test_rules_raise_no_false_alarm_and_speak_against_most_others() -> None:
    assert not [text for text in told("no") if is_emergency(text)]
    assert sum(map(sounds_harmless, told("no"))) >= DOUBTED * len(told("no"))


@pytest.mark.parametrize("name", ["emergencies.fresh.tsv", "humans.fresh.tsv"])
def test_the_sets_written_in_another_room_were_never_trained_on(name: str) -> None:
    _, *lines = (FILE.parent / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    assert not [row for row in rows if len(row) != 4 or row[2] not in {"yes", "no"}]
    assert not {fold(row[-1]) for row in rows} & trained()

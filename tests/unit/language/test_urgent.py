"""Emergencies and the wish for a person, heard from the words alone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from language.urgent import is_emergency, wants_human

LINES = yaml.safe_load((Path(__file__).parent / "data" / "urgent.yml").read_text("utf-8"))
NLU = Path(__file__).parents[3] / "data" / "nlu"
FEWEST = {"emergency": 150, "calm": 120, "human": 60, "alone": 50}
# Told in words no rule foresees; the classifier, which learns these very examples, hears them.
NOT_HEARD = {
    "Ihre Drohne bräuchten wir hier dringend, unser Opa ist am See im Eis eingebrochen",
    "Meine Schwester läuft mit einem Beil durch die Wohnung und erkennt uns nicht",
    "auto im hafenbecken versunken, da sitzt noch wer drin",
    "bei der sparkasse sprengen die gerade den automaten",
    "Ich wollte eigentlich nur nach einem Termin fragen, aber gerade ist hier im Wartebereich"
    " ein alter Mann umgefallen und keiner weiß, was zu tun ist",
    "a sailor has slipped between the barge and the wall, he's going under",
    "We could really use your drone here, a boy went through the ice on the lake",
    "not sure if this counts but my mother suddenly talks nonsense and can't lift her arm",
    "dog bit my kid in face, much blood, come",
    "masked men are blowing up the cash machine downstairs",
    "someone set the bins alight and it's spreading to the house",
}


def examples() -> Iterator[tuple[str, str]]:
    for path in sorted(NLU.glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                yield block["intent"], line.removeprefix("- ")


@pytest.mark.parametrize("kind", FEWEST)
def test_there_are_enough_lines_and_none_twice(kind: str) -> None:
    assert len(set(LINES[kind])) == len(LINES[kind]) >= FEWEST[kind]


@pytest.mark.parametrize("text", LINES["emergency"])
def test_an_emergency_alarms(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", [*LINES["calm"], *LINES["human"], *LINES["alone"]])
def test_anything_else_does_not(text: str) -> None:
    assert not is_emergency(text)


@pytest.mark.parametrize("text", LINES["human"])
def test_a_wish_for_a_person(text: str) -> None:
    assert wants_human(text)


@pytest.mark.parametrize("text", [*LINES["alone"], *LINES["calm"]])
def test_no_wish_for_a_person(text: str) -> None:
    assert not wants_human(text)


def test_every_example_of_an_emergency_alarms() -> None:
    emergencies = {text for intent, text in examples() if intent == "report_emergency"}
    assert {text for text in emergencies if not is_emergency(text)} == NOT_HEARD


def test_no_other_example_alarms() -> None:
    others = [text for intent, text in examples() if intent != "report_emergency"]
    assert [text for text in others if is_emergency(text)] == []


def test_examples_that_ask_for_a_person() -> None:
    asked = [wants_human(text) for intent, text in examples() if intent == "request_human"]
    others = [text for intent, text in examples() if intent != "request_human"]
    assert sum(asked) >= 0.6 * len(asked)
    assert [text for text in others if wants_human(text)] == []


@pytest.mark.parametrize("word", ["feuer", "einem", "bitte", "ich", "mann", "messer", "real"])
def test_a_word_said_over_and_over_takes_no_time(word: str) -> None:
    started = time.perf_counter()
    for end in ("", " oder"):
        is_emergency(f"{word} " * 300 + end)
        wants_human(f"{word} " * 300 + end)
    assert time.perf_counter() - started < 1


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    assert is_emergency(text) in (True, False)
    assert wants_human(text) in (True, False)

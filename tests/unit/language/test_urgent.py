"""Emergencies and the wish for a person, heard from the words alone."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from language.urgent import is_emergency, sounds_harmless, wants_human

LINES = yaml.safe_load((Path(__file__).parent / "data" / "urgent.yml").read_text("utf-8"))
NLU = Path(__file__).parents[3] / "data" / "nlu"
FEWEST = {"emergency": 150, "calm": 120, "human": 60, "alone": 50}
# The rules hear what is plain; the rest is told in words no rule foresees, and heard by what
# the classifier has learnt.
HEARD = {"report_emergency": 0.58, "request_human": 0.45}
HEARD_WRONGLY = 0.004
DOUBTED_WRONGLY = 0.02


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


@pytest.mark.parametrize(
    ("intent", "rule"), [("report_emergency", is_emergency), ("request_human", wants_human)]
)
def test_rules_hear_what_is_plain_and_hardly_anything_else(
    intent: str, rule: Callable[[str], bool]
) -> None:
    meant = [rule(text) for of, text in examples() if of == intent]
    others = [rule(text) for of, text in examples() if of != intent]
    assert sum(meant) >= HEARD[intent] * len(meant)
    assert sum(others) <= HEARD_WRONGLY * len(others)


def test_rules_speak_against_hardly_any_emergency() -> None:
    meant = [sounds_harmless(text) for of, text in examples() if of == "report_emergency"]
    assert sum(meant) <= DOUBTED_WRONGLY * len(meant)


@pytest.mark.parametrize(
    "text",
    [
        "Warum heulen heute die Sirenen?",
        "brandschutz broschüre",
        "Angenommen, im Hotel brennt es: Nimmt man die Treppe?",
        "the fire drill last week was chaos",
        "In the novel the captain gets stabbed.",
        "Mein Perso ist mir ins Feuer gefallen",
    ],
)
def test_questions_papers_drills_fiction_and_what_is_over_speak_against_one(text: str) -> None:
    assert sounds_harmless(text)
    assert not is_emergency(text)


@pytest.mark.parametrize("word", ["feuer", "einem", "bitte", "ich", "mann", "messer", "real"])
def test_a_word_said_over_and_over_takes_no_time(word: str) -> None:
    started = time.perf_counter()
    for end in ("", " oder"):
        is_emergency(f"{word} " * 300 + end)
        wants_human(f"{word} " * 300 + end)
        sounds_harmless(f"{word} " * 300 + end)
    assert time.perf_counter() - started < 1


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    assert is_emergency(text) in (True, False)
    assert wants_human(text) in (True, False)

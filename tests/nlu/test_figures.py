"""What the trained model makes of messages it was not trained on, against what is promised."""

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.evaluation.cases import Case, Outcome, read_cases
from assistant.evaluation.figures import Score, by, detection
from tests.servers.frontdoor import COMMAND, ROOT

FOLDER = Path(__file__).parent
LANGUAGE, STYLE = 0.95, 0.90
OUT_OF_SCOPE = "out_of_scope"

Understand = Callable[[Sequence[str]], list[dict[str, object]]]


@pytest.fixture(scope="module")
def understand() -> Understand:
    """``frontdoor parse`` on a list of messages."""

    def parse(texts: Sequence[str]) -> list[dict[str, object]]:
        done = subprocess.run(
            [str(COMMAND), "parse"],
            cwd=ROOT,
            input="\n".join(texts),
            capture_output=True,
            encoding="utf-8",
            timeout=280,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    return parse


def outcomes(name: str, understand: Understand) -> list[Outcome]:
    """The lines of a labelled file with one wish, and what was understood."""
    with (FOLDER / name).open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if len(case.intents) == 1]
    read = understand([case.text for case in cases])
    return [_outcome(case, parsed) for case, parsed in zip(cases, read, strict=True)]


def _outcome(case: Case, parsed: dict[str, object]) -> Outcome:
    intents = parsed["intents"]
    assert isinstance(intents, list)
    return Outcome(case, tuple(intents), float(str(parsed["confidence"])))


@pytest.mark.parametrize("name", ["unseen.tsv", "fresh.tsv", "november.tsv"])
def test_messages_never_seen(name: str, understand: Understand) -> None:
    told = outcomes(name, understand)
    languages = by(told, lambda outcome: outcome.case.language)
    styles = by(told, lambda outcome: outcome.case.style)
    assert not _below(languages, LANGUAGE)
    assert not _below(styles, STYLE)
    beyond = detection(told, OUT_OF_SCOPE)
    assert beyond.recall >= 0.90
    assert beyond.precision >= 0.85
    assert detection(told, "report_emergency").recall == 1
    assert detection(told, "request_human").recall == 1


def _below(scores: dict[str, Score], least: float) -> dict[str, float]:
    return {name: score.accuracy for name, score in scores.items() if score.accuracy < least}


def test_what_is_asked_every_day_is_always_understood(understand: Understand) -> None:
    told = outcomes("everyday.tsv", understand)
    wrong = [f"{o.case.text}: {o.intents}" for o in told if not o.is_right]
    assert not wrong


@pytest.mark.parametrize(
    ("name", "intent", "false_alarms"),
    [
        ("emergencies.tsv", "report_emergency", 3),
        ("emergencies.fresh.tsv", "report_emergency", 8),
        ("humans.fresh.tsv", "request_human", 5),
    ],
)
def test_what_must_never_be_missed(
    name: str, intent: str, false_alarms: int, understand: Understand
) -> None:
    _, *lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    heard = [intent == parsed["intent"] for parsed in understand([row[3] for row in rows])]
    missed = [
        row[3] for row, alarm in zip(rows, heard, strict=True) if row[2] == "yes" and not alarm
    ]
    false = [row[3] for row, alarm in zip(rows, heard, strict=True) if row[2] == "no" and alarm]
    assert not missed
    assert len(false) <= false_alarms, false

"""Figures over what was understood."""

from pathlib import Path

import pytest

from assistant.evaluation.cases import Case, Outcome
from assistant.evaluation.figures import by, calibration_error, confusions, detection, score
from assistant.evaluation.plots import save_plots
from assistant.evaluation.report import report


def outcome(meant: str, said: str, language: str = "de", confidence: float = 0.9) -> Outcome:
    case = Case(language, "casual", tuple(meant.split("+")), "…")
    return Outcome(case, tuple(said.split("+")), confidence)


OUTCOMES = [
    outcome("greet", "greet"),
    outcome("greet", "goodbye", "en"),
    outcome("goodbye", "goodbye"),
    outcome("ask_help+greet", "ask_help"),
]


def test_a_message_is_right_only_with_all_its_wishes_in_order() -> None:
    assert score(OUTCOMES).accuracy == 0.5
    assert outcome("a+b", "a+b").is_right
    assert not outcome("a+b", "b+a").is_right


def test_macro_f1_counts_each_intent_alike() -> None:
    # greet 2/3, goodbye 2/3, ask_help 1
    assert score(OUTCOMES).macro_f1 == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_groups() -> None:
    found = by(OUTCOMES, lambda o: o.case.language)
    assert {name: each.total for name, each in found.items()} == {"de": 3, "en": 1}


def test_precision_and_recall_of_one_intent() -> None:
    found = detection(OUTCOMES, "greet")
    assert (found.precision, found.recall) == (1.0, 0.5)


def test_confusions() -> None:
    assert confusions(OUTCOMES) == [("greet", "goodbye", 1)]


def test_calibration() -> None:
    sure_and_right = [outcome("greet", "greet", confidence=1.0)] * 3
    sure_and_wrong = [outcome("greet", "goodbye", confidence=1.0)]
    assert calibration_error(sure_and_right) == 0.0
    assert calibration_error(sure_and_right + sure_and_wrong) == pytest.approx(0.25)


def test_the_report_tells_all_and_plots_are_pictures(tmp_path: Path) -> None:
    text = report(OUTCOMES, misses=True)
    assert "greet → goodbye" in text
    assert "out_of_scope" in text
    for file in save_plots(OUTCOMES, tmp_path):
        assert file.read_bytes().startswith(b"\x89PNG")

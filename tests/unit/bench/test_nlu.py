"""Two classifiers on the same messages."""

from pathlib import Path

import pytest

from bench.nlu.comparing import compare, mcnemar
from bench.nlu.examples import Labelled, at_most, development, ours, xsid

CONLL = """# id = 1
# text = Regnet es heute?
# intent = weather/find
1\tRegnet\tweather/find\tO

# id = 2
# text = Weck mich
# intent = alarm/set_alarm
1\tWeck\talarm/set_alarm\tO

"""


def test_mcnemar_is_the_exact_binomial_test() -> None:
    assert mcnemar(0, 0) == 1.0
    assert mcnemar(5, 5) == 1.0
    assert mcnemar(0, 10) == pytest.approx(2 / 1024)
    assert mcnemar(10, 0) == mcnemar(0, 10)


def test_only_disagreements_count() -> None:
    asked = [Labelled("…", "a", "de")] * 3
    found = compare(asked, ["a", "b", "b"], ["a", "a", "a"])
    assert (found.theirs, found.ours, found.p) == (pytest.approx(1 / 3), 1.0, 0.5)


def test_examples_of_the_project_and_of_the_development_set() -> None:
    root = Path(__file__).parents[3]
    examples = list(ours(root / "data" / "nlu"))
    assert {each.group for each in examples} == {"de", "en"}
    few = at_most(examples, 3)
    assert len(few) == 3 * len({(each.intent, each.group) for each in examples})
    assert at_most(examples, None) != few
    asked = list(development(root / "tests" / "nlu" / "development.tsv"))
    assert not {each.text for each in asked} & {each.text for each in examples}


def test_a_public_set(tmp_path: Path) -> None:
    (tmp_path / "de.test.conll").write_text(CONLL, encoding="utf-8")
    assert list(xsid(tmp_path, "test")) == [
        Labelled("Regnet es heute?", "weather_find", "de"),
        Labelled("Weck mich", "alarm_set_alarm", "de"),
    ]

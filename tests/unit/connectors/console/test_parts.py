"""Charts, files, canned answers, form tokens: pure parts."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.console import csrf
from connectors.console.canned import Canned, CannedAnswer, fill, load_canned
from connectors.console.charts import HEIGHT, WIDTH, stacked
from connectors.console.csv_file import cell, csv_text
from connectors.console.pages.gaps import examples_yaml
from tests.unit.connectors.console.harness import FILES

NUMBERS = st.lists(st.none() | st.integers(0, 10_000), min_size=1, max_size=60)


@given(NUMBERS)
def test_bars_stay_in_the_picture_and_keep_their_proportions(values: list[int | None]) -> None:
    labels = [str(each) for each in range(len(values))]
    chart = stacked(labels, [values, values], ("a", "b"))
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in chart.bars)
    assert all(bar.y >= 0 and bar.y + bar.height <= HEIGHT for bar in chart.bars)
    assert len(chart.bars) == 2 * sum(1 for each in values if each)
    heights = {bar.title.split(": ")[1]: bar.height for bar in chart.bars}
    for title, height in heights.items():
        assert height / float(title) == pytest.approx(
            chart.bars[0].height / float(chart.bars[0].title.split(": ")[1])
        )


@given(st.text(max_size=40))
def test_no_cell_is_a_formula_and_none_loses_a_sign(text: str) -> None:
    shown = cell(text)
    assert not shown.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert shown.removeprefix("'") == text.removeprefix("'") or shown == text


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]), max_size=20),
        min_size=2,
        max_size=2,
    )
)
def test_a_row_comes_back_as_it_went(row: list[str]) -> None:
    read = list(
        csv.reader(io.StringIO(csv_text(("a", "b"), [row]).lstrip("\ufeff")), delimiter=";")
    )
    assert read[0] == ["a", "b"]
    assert read[1] == [cell(each) for each in row]


def test_numbers_stay_numbers() -> None:
    assert [cell(-3), cell(1.5), cell(None)] == ["-3", "1.5", ""]


def test_the_citys_canned_answers_are_whole() -> None:
    canned = load_canned(FILES.canned)
    filled = canned.filled({"staff": "Anna"})
    assert len(filled["de"]) == len(filled["en"]) >= 5
    assert "Anna" in filled["de"][0][1]


def test_what_is_not_known_is_a_blank_that_can_be_seen() -> None:
    assert fill("Code {code}, {staff}", {"staff": "Anna"}) == "Code …, Anna"
    assert fill("kein Platzhalter", {}) == "kein Platzhalter"


def test_values_are_not_read_as_variables() -> None:
    only = Canned((CannedAnswer({"de": "x", "en": "x"}, {"de": "{name}", "en": "{name}"}),))
    assert only.filled({"name": "{staff}", "staff": "Anna"})["de"] == [("x", "{staff}")]


def test_a_form_token_fits_its_cookie_alone() -> None:
    assert csrf.is_genuine("a", csrf.token_for("a"))
    assert not csrf.is_genuine("a", csrf.token_for("b"))
    assert not csrf.is_genuine("", csrf.token_for(""))
    assert not csrf.is_genuine("a", "ä")


def test_examples_are_training_data_by_language() -> None:
    examples = [("de", "greet", "Moin:  x"), ("en", "greet", "hi"), ("de", "greet", "Moin: x")]
    german, english = examples_yaml(examples).split("---\n")
    assert "- Moin: x" in german
    assert german.count("Moin") == 1
    assert "- hi" in english

from pathlib import Path

import pytest

from bench.figures import Sample
from bench.report import report, table, write
from bench.run import Measured


def samples(kind: str, *milliseconds: float) -> list[Sample]:
    return [Sample(kind, 0.0, ms / 1000, ok=True) for ms in milliseconds]


def measured(factor: float) -> Measured:
    side = Measured(pid=1, ready=10 * factor, warm_megabytes=500, loaded_megabytes=1000 * factor)
    side.alone = {"plain": [samples("greet", 20 * factor)], "booking": [samples("yes", 10)]}
    side.throughput = {"plain": [30.0, 50.0], "booking": [20.0]}
    side.ageing = [*samples("question", 10), *samples("question amid", 12)]
    side.young, side.old = samples("name", 10 * factor), samples("name", 20 * factor)
    return side


def row_of(text: str, start: str) -> list[str]:
    line = next(line for line in text.splitlines() if line.startswith(f"| {start}"))
    return [cell.strip() for cell in line.split("|")[1:-1]]


def test_ratios_are_ours_over_stocks() -> None:
    text = report(measured(2.0), measured(1.0), ["Today."])
    assert text.startswith("Today.\n\n")
    assert row_of(text, "plain reply")[1:4] == ["40.0 / 40.0 ms", "20.0 / 20.0 ms", "0.50 / 0.50"]
    assert row_of(text, "memory")[3] == "0.50"
    assert row_of(text, "plain replies a second")[1:3] == ["40.0", "40.0"]


def test_goals_are_judged() -> None:
    text = report(measured(2.0), measured(1.0), [])
    assert row_of(text, "booking turn")[4] == "p50 ≤ 1: reached"
    assert row_of(text, "turn 10")[2] == "10.0 → 20.0 ms (× 2.00)"
    assert row_of(text, "turn 10")[4] == "ours × ≤ 1.3: MISSED"
    assert row_of(text, "a question")[2] == "10.0 → 12.0 ms (× 1.20)"
    assert row_of(text, "a question")[4] == "ours × ≤ 1.3: reached"


def test_columns_line_up() -> None:
    assert table(("a", "bb"), [("ccc", "d")]).splitlines() == [
        "| a   | bb |",
        "| --- | -- |",
        "| ccc | d  |",
    ]


def test_only_what_stands_between_the_markers_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n")
    write(page, "new")
    assert page.read_text() == "before\n<!-- bench:begin -->\nnew\n<!-- bench:end -->\nafter\n"


def test_a_page_without_markers_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("mine")
    with pytest.raises(ValueError, match="bench:begin"):
        write(page, "new")
    assert page.read_text() == "mine"

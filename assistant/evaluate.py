"""Labelled messages in a file → figures on stdout, plots in a folder."""

import argparse
import asyncio
from pathlib import Path

from assistant.evaluation.cases import Case, Outcome, read_cases
from assistant.evaluation.plots import save_plots
from assistant.evaluation.report import report
from assistant.loading import load
from assistant.parse import parse


async def understood(model: Path, cases: list[Case]) -> list[Outcome]:
    """What the model at ``model`` makes of each case."""
    agent = load(model)
    outcomes = []
    for case in cases:
        parsed = await parse(agent, case.text)
        outcomes.append(Outcome(case, tuple(parsed["intents"]), float(parsed["confidence"])))
    return outcomes


def main() -> None:
    """``python -m assistant.evaluate MODEL FILE PLOTS [--misses]``."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model", type=Path)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("plots", type=Path)
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    with given.file.open(encoding="utf-8") as lines:
        cases = list(read_cases(lines))
    outcomes = asyncio.run(understood(given.model, cases))
    print(report(outcomes, misses=given.misses))
    for file in save_plots(outcomes, given.plots):
        print(f"plot: {file}")


if __name__ == "__main__":
    main()

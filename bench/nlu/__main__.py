"""``make bench-nlu``: stock Rasa's pipeline and ours on the same examples, side by side."""

import argparse
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import yaml

from bench.figures import percentile
from bench.machine import describe
from bench.nlu.comparing import compare
from bench.nlu.examples import Labelled, at_most, development, ours, xsid
from bench.nlu.pipelines import STOCK, Pipeline, Result
from bench.report import table, write
from bench.stock import StockBot
from frontdoor.settings import ROOT, FrontDoorSettings

_HEAD = ("what", "stock Rasa (DIET)", "ours", "p (McNemar)")


def main() -> None:
    """Measure, print, and keep the table in docs/benchmarks.md."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--xsid", type=Path, help="folder of xSID 0.7: measure on that")
    arguments.add_argument("--most", type=int, help="examples an intent and language, at most")
    given = arguments.parse_args()
    if given.xsid:
        trained, asked = list(xsid(given.xsid, "valid")), list(xsid(given.xsid, "test"))
    else:
        trained = at_most(list(ours(ROOT / "data" / "nlu")), given.most)
        asked = list(development(ROOT / "tests" / "nlu" / "development.tsv"))
    settings = FrontDoorSettings()
    folder = settings.data_dir.resolve() / "bench" / "nlu"
    our_pipeline = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    results: list[Result] = []
    for name, components in (("stock", STOCK), ("ours", our_pipeline)):
        print(f"{name}: {len(trained)} examples to train on, {len(asked)} to ask …", flush=True)
        pipeline = Pipeline(settings.engine_python, ROOT, folder / name, components)
        results.append(pipeline.measure(trained, asked))
    text = _report(trained, asked, *results)
    engine = StockBot(settings.engine_python, folder).versions()
    section = "xsid" if given.xsid else "nlu"
    options = " ARGS='--xsid FOLDER'" if given.xsid else ""
    options = f" ARGS='--most {given.most}'" if given.most else options
    about = f"`make bench-nlu{options}`, {datetime.now():%Y-%m-%d %H:%M}; {describe(ROOT, engine)}."
    print(f"\n{about}\n\n{text}")
    write(ROOT / "docs" / "benchmarks.md", f"{about}\n\n{text}", section)
    (folder / f"{section}.json").write_text(json.dumps([vars(result) for result in results]))


def _report(
    trained: Sequence[Labelled], asked: Sequence[Labelled], theirs: Result, own: Result
) -> str:
    rows = []
    for group in ["", *sorted({each.group for each in asked})]:
        places = [at for at, each in enumerate(asked) if group in ("", each.group)]
        found = compare(
            [asked[at] for at in places],
            [theirs.intents[at] for at in places],
            [own.intents[at] for at in places],
        )
        name = f"accuracy, {group or 'all'} ({found.total})"
        rows.append((name, f"{found.theirs:.3f}", f"{found.ours:.3f}", f"{found.p:.1e}"))
    rows += [
        (f"training on {len(trained)} examples", *_both(theirs, own, _training), ""),
        ("parse p50 / p95", *_both(theirs, own, _latency), ""),
        ("peak memory, training / parsing", *_both(theirs, own, _memory), ""),
    ]
    return table(_HEAD, rows)


def _both(theirs: Result, own: Result, say: Callable[[Result], str]) -> tuple[str, str]:
    return say(theirs), say(own)


def _training(result: Result) -> str:
    return f"{result.training_seconds:.0f} s"


def _latency(result: Result) -> str:
    times = result.parse_milliseconds
    return f"{percentile(times, 0.5):.1f} / {percentile(times, 0.95):.1f} ms"


def _memory(result: Result) -> str:
    return f"{result.training_megabytes:.0f} / {result.parse_megabytes:.0f} MB"


if __name__ == "__main__":
    main()

"""``make bench-nlu``: stock Rasa's pipeline and ours on the same examples, side by side."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import yaml

from bench.figures import percentile
from bench.machine import describe
from bench.nlu.comparing import compare
from bench.nlu.examples import Labelled, at_most, development, ours, xsid
from bench.nlu.pipelines import STOCK, Asking, Pipeline, Training
from bench.report import table, write
from bench.stock import StockBot
from frontdoor.settings import ROOT, FrontDoorSettings

Bot = tuple[Training, Asking]
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
    section = "xsid" if given.xsid else "nlu"
    own = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    # The project's own adapter has learnt from all of data/nlu; from a part, or from another
    # corpus, it is learnt here.
    adapting = _adapting() if given.xsid or given.most else None
    python, trainings = settings.engine_python, []
    stock = Pipeline(python, ROOT, folder / section / "stock", STOCK)
    ours_ = Pipeline(python, ROOT, folder / section / "ours", own, adapting)
    for name, pipeline in (("ours", ours_), ("stock", stock)):
        print(f"{name}: {len(trained)} examples to train on …", flush=True)
        trainings.append(pipeline.train(trained))
    print(f"{len(asked)} messages to ask both …", flush=True)
    results = [(trainings[1], stock.ask(asked)), (trainings[0], ours_.ask(asked))]
    text = _report(trained, asked, *results)
    engine = StockBot(settings.engine_python, folder).versions()
    options = " ARGS='--xsid FOLDER'" if given.xsid else ""
    options = f" ARGS='--most {given.most}'" if given.most else options
    about = f"`make bench-nlu{options}`, {datetime.now():%Y-%m-%d %H:%M}; {describe(ROOT, engine)}."
    print(f"\n{about}\n\n{text}")
    write(ROOT / "docs" / "benchmarks.md", f"{about}\n\n{text}", section)


def _adapting() -> Path:
    """The interpreter that has PyTorch. Raises SystemExit where it is not installed."""
    python = ROOT / ".tools" / "encoder" / "bin" / "python"
    if not python.exists():
        raise SystemExit("run `make encoder-tools` first: the sentence model is adapted here, too")
    return python


def _report(trained: Sequence[Labelled], asked: Sequence[Labelled], theirs: Bot, own: Bot) -> str:
    rows = []
    for group in ["", *sorted({each.group for each in asked})]:
        places = [at for at, each in enumerate(asked) if group in ("", each.group)]
        found = compare(
            [asked[at] for at in places],
            [theirs[1].intents[at] for at in places],
            [own[1].intents[at] for at in places],
        )
        name = f"accuracy, {group or 'all'} ({found.total})"
        rows.append((name, f"{found.theirs:.3f}", f"{found.ours:.3f}", f"{found.p:.1e}"))
    rows += [
        (f"training on {len(trained)} examples", _training(theirs), _training(own), ""),
        ("parse p50 / p95", _latency(theirs), _latency(own), ""),
        ("peak memory, training / parsing", _memory(theirs), _memory(own), ""),
    ]
    return table(_HEAD, rows)


def _training(bot: Bot) -> str:
    adapting = bot[0].adapting_seconds
    once = "" if adapting is None else f", adapting once {adapting:.0f} s"
    return f"{bot[0].seconds:.0f} s{once}"


def _latency(bot: Bot) -> str:
    times = bot[1].milliseconds
    return f"{percentile(times, 0.5):.1f} / {percentile(times, 0.95):.1f} ms"


def _memory(bot: Bot) -> str:
    return f"{bot[0].megabytes:.0f} / {bot[1].megabytes:.0f} MB"


if __name__ == "__main__":
    main()

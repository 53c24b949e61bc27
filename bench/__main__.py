"""``make bench``: measure, print the table, keep it in docs/benchmarks.md."""

import argparse
import asyncio
import os
import signal
from datetime import datetime

from bench.machine import describe
from bench.ours import OurBot
from bench.processes import NotReady
from bench.report import report, write
from bench.run import Measured, Plan, measure
from bench.stock import StockBot
from frontdoor.settings import ROOT, FrontDoorSettings

_PAGE = ROOT / "docs" / "benchmarks.md"
_FOLDER = ROOT / "var" / "bench"
_SHORT = Plan(rounds=1, seconds=2.0, long_talks=1)


def main() -> None:
    """Prepare, measure, report."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--short", action="store_true", help="a trial run; nothing is kept")
    short = options.parse_args().short
    stock = StockBot(FrontDoorSettings().engine_python, _FOLDER / "stock")
    stock.prepare()
    ours = OurBot(ROOT, _FOLDER / "frontdoor")
    began, load = datetime.now(), os.getloadavg()[0]
    try:
        theirs, own = asyncio.run(_measure(stock, ours, _SHORT if short else Plan()))
    except NotReady as problem:
        raise SystemExit(str(problem)) from None
    except (KeyboardInterrupt, asyncio.CancelledError):
        raise SystemExit("Stopped; nothing was kept.") from None
    minutes = (datetime.now() - began).total_seconds() / 60
    about = [
        f"`make bench`, {began:%Y-%m-%d %H:%M}, {minutes:.1f} minutes; "
        f"load of the machine before the start {load:.1f}.",
        f"{describe(ROOT, stock.versions())}.",
    ]
    text = report(theirs, own, about)
    print(f"\n{text}\n")
    if not short:
        write(_PAGE, text)
        print(f"Kept in {_PAGE.relative_to(ROOT)}.")


async def _measure(stock: StockBot, ours: OurBot, plan: Plan) -> tuple[Measured, Measured]:
    """Measure; SIGTERM and SIGHUP end everything as Ctrl-C does."""
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGHUP):
        if task:
            loop.add_signal_handler(name, task.cancel)
    return await measure(stock, ours, plan, lambda line: print(line, flush=True))


if __name__ == "__main__":
    main()

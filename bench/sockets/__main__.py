"""``make bench-sockets``: memory and time to answer with up to 500 open sockets on one process."""

import argparse
import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.figures import percentile
from bench.machine import describe
from bench.memory import megabytes
from bench.processes import free_port, serving
from bench.report import table, write
from bench.sockets.crowd import Crowd, Heard
from bench.sockets.engine import SECONDS
from frontdoor.settings import ROOT

_SIZES = (1, 100, 500)
_PAUSE_SECONDS = 20.0
_TALK_SECONDS = 60.0
_MOST_MEGABYTES = 250
_MOST_SECONDS = 0.150


@dataclass(frozen=True)
class Found:
    """What so many sockets cost; ``quiet`` and ``busy`` are megabytes before and after talking."""

    sockets: int
    quiet: float
    busy: float
    heard: Heard


def main() -> None:
    """Measure, print, and keep the table in docs/benchmarks.md."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=_TALK_SECONDS, help="of talk a size")
    arguments.add_argument("--dry", action="store_true", help="keep nothing")
    given = arguments.parse_args()
    load = os.getloadavg()[0]
    found = asyncio.run(_measure(given.seconds))
    about = (
        f"`make bench-sockets`, {datetime.now():%Y-%m-%d %H:%M}; load of the machine before the "
        f"start {load:.1f}; {describe(ROOT, 'an engine that takes 20 ms')}."
    )
    text = f"{about}\n\n{_report(found)}"
    print(f"\n{text}")
    if not given.dry:
        write(ROOT / "docs" / "benchmarks.md", text, "sockets")


async def _measure(seconds: float) -> list[Found]:
    measured = []
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        port, engine_port = free_port(), free_port()
        engine = (sys.executable, "-m", "bench.sockets.engine", str(engine_port))
        front = (sys.executable, "-m", "frontdoor.cli", "serve")
        ready = f"http://127.0.0.1:{engine_port}/webhooks/frontdoor/"
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "FRONTDOOR_PORT": str(port),
            "FRONTDOOR_ENGINE_PORT": str(engine_port),
            "FRONTDOOR_DATA_DIR": str(folder / "data"),
        }
        async with (
            serving(engine, environment, ROOT, folder / "engine.log", ready),
            serving(
                front, environment, ROOT, folder / "front.log", f"http://127.0.0.1:{port}/health"
            ) as (pid, _),
        ):
            for size in _SIZES:
                print(f"{size} sockets …", flush=True)
                async with Crowd(f"ws://127.0.0.1:{port}/chat/ws", size) as crowd:
                    quiet = megabytes(pid)
                    pause = min(_PAUSE_SECONDS, seconds / 4)
                    heard = await crowd.talk(pause, seconds)
                    measured.append(Found(size, quiet, megabytes(pid), heard))
    return measured


def _report(found: list[Found]) -> str:
    head = (
        *("sockets", "memory quiet → after talk, MB", "< 250 MB", "messages", "failed"),
        *("stored p50 / p95 ms", "answered beyond the engine p50 / p95 ms", "p95 ≤ 150 ms"),
    )
    return table(head, [_row(each) for each in found])


def _row(each: Found) -> tuple[str, ...]:
    beyond = [max(0.0, seconds - SECONDS) for seconds in each.heard.answered]
    most = max(each.quiet, each.busy)
    return (
        str(each.sockets),
        f"{each.quiet:.0f} → {each.busy:.0f}",
        "reached" if most < _MOST_MEGABYTES else "MISSED",
        str(len(beyond)),
        str(each.heard.failed),
        _both(each.heard.accepted),
        _both(beyond),
        "reached" if beyond and percentile(beyond, 0.95) <= _MOST_SECONDS else "MISSED",
    )


def _both(seconds: list[float]) -> str:
    if not seconds:
        return "none"
    return " / ".join(f"{1000 * percentile(seconds, share):.1f}" for share in (0.5, 0.95))


if __name__ == "__main__":
    main()

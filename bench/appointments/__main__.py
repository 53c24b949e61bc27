"""``make bench-appointments``: slot search over eight weeks with 0, 10,000, 100,000 bookings."""

import argparse
import asyncio
import os
import tempfile
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from bench.appointments.searching import Found, search
from bench.figures import percentile
from bench.machine import describe
from bench.report import table, write
from frontdoor.settings import ROOT
from tests.servers.postgresql import missing_postgresql, postgresql

_SIZES = (0, 10_000, 100_000)
_GOAL = 0.030
_TIMES = 200


def main() -> None:
    """Measure both databases, print, and keep the table in docs/benchmarks.md."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=_TIMES, help="searches of each kind")
    arguments.add_argument("--dry", action="store_true", help="keep nothing")
    given = arguments.parse_args()
    load = os.getloadavg()[0]
    found = [each for name in ("SQLite", "PostgreSQL") for each in _measure(name, given.times)]
    options = "" if given.times == _TIMES else f" ARGS='--times {given.times}'"
    about = (
        f"`make bench-appointments{options}`, {datetime.now():%Y-%m-%d %H:%M}; "
        f"load of the machine before the start {load:.1f}; {describe(ROOT, 'no engine')}."
    )
    text = f"{about}\n\n{_report(found)}"
    print(f"\n{text}")
    if not given.dry:
        write(ROOT / "docs" / "benchmarks.md", text, "appointments")


def _measure(name: str, times: int) -> list[Found]:
    measured = []
    for booked in _SIZES:
        print(f"{name}, {booked} booked …", flush=True)
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            url = ""
            if name == "PostgreSQL":
                if reason := missing_postgresql():
                    print(reason)
                    return []
                url = stack.enter_context(postgresql())
            measured.append(asyncio.run(search(name, url, folder, booked, times)))
    return measured


def _report(found: list[Found]) -> str:
    clock_head = ("p50 ms", "p95 ms", "p95 ≤ 30 ms", "processor p50 / p95 ms")
    head = ("database", "booked", "of them ahead", "search", *clock_head)
    rows = []
    for each in found:
        for kind, seconds in each.seconds.items():
            clock, work = zip(*seconds, strict=True)
            p50, p95 = percentile(clock, 0.5), percentile(clock, 0.95)
            busy = " / ".join(f"{1000 * percentile(work, share):.1f}" for share in (0.5, 0.95))
            kept = "reached" if p95 <= _GOAL else "MISSED"
            figures = f"{1000 * p50:.1f}", f"{1000 * p95:.1f}", kept
            numbers = f"{each.booked:,}", f"{each.ahead:,}"
            rows.append((each.database, *numbers, kind, *figures, busy))
    return table(head, rows)


if __name__ == "__main__":
    main()

"""Keeps the parts running, shown on tiny processes."""

import asyncio
import os
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from frontdoor import supervisor
from frontdoor.supervisor import Part, supervise

SLEEP = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)"


class Watch:
    """Runs parts, and tells what happened to them."""

    def __init__(self, folder: Path) -> None:
        self.stop = asyncio.Event()
        self.restarts: list[tuple[str, float]] = []
        self._folder = folder
        self._task: asyncio.Task[None] | None = None

    def part(self, name: str, code: str) -> Part:
        """A process that leaves its id behind, then runs ``code``."""
        mark = self._folder / name
        start = f"import os\nwith open({str(mark)!r}, 'a') as file: print(os.getpid(), file=file)\n"
        return Part(name, [sys.executable, "-S", "-c", start + code], os.environ)

    def ids(self, name: str) -> list[int]:
        """The process ids of every start of a part."""
        mark = self._folder / name
        return [int(line) for line in mark.read_text().split()] if mark.exists() else []

    def begin(self, *parts: Part) -> None:
        loop = asyncio.get_running_loop()
        self._task = loop.create_task(
            supervise(parts, self.stop, lambda name: self.restarts.append((name, loop.time())))
        )

    async def end(self) -> None:
        self.stop.set()
        assert self._task is not None
        await asyncio.wait_for(self._task, 10)


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    monkeypatch.setattr(supervisor, "_FIRST_PAUSE_SECONDS", 0.1)
    monkeypatch.setattr(supervisor, "_LONGEST_PAUSE_SECONDS", 0.4)
    monkeypatch.setattr(supervisor, "_GRACE_SECONDS", 0.3)
    return Watch(tmp_path)


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.02)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_parts_run_until_told_to_stop(watch: Watch) -> None:
    watch.begin(watch.part("one", SLEEP), watch.part("two", SLEEP))
    await until(lambda: watch.ids("one") and watch.ids("two"))
    await watch.end()
    assert not any(alive(process) for process in (*watch.ids("one"), *watch.ids("two")))
    assert watch.restarts == []


async def test_a_dead_part_is_started_again_and_the_others_run_on(watch: Watch) -> None:
    watch.begin(watch.part("one", SLEEP), watch.part("two", SLEEP))
    await until(lambda: watch.ids("one") and watch.ids("two"))
    os.kill(watch.ids("one")[0], 9)
    await until(lambda: len(watch.ids("one")) == 2)
    assert [name for name, _ in watch.restarts] == ["one"]
    assert len(watch.ids("two")) == 1
    await watch.end()


async def test_pauses_grow_while_a_part_ends_at_once(watch: Watch) -> None:
    watch.begin(watch.part("one", "raise SystemExit(3)"))
    await until(lambda: len(watch.restarts) == 4)
    await watch.end()
    times = [at for _, at in watch.restarts]
    pauses = [later - earlier for earlier, later in pairwise(times)]
    assert pauses[0] >= 0.1
    assert pauses[1] >= 0.2
    assert pauses[2] >= 0.4


async def test_a_part_that_ignores_the_request_is_killed(watch: Watch, tmp_path: Path) -> None:
    mark = tmp_path / "deaf"
    watch.begin(watch.part("one", f"{STUBBORN}\nopen({str(mark)!r}, 'w').close()\n{SLEEP}"))
    await until(mark.exists)
    await watch.end()
    assert not alive(watch.ids("one")[0])


async def test_stopping_during_a_pause_starts_nothing_more(watch: Watch) -> None:
    watch.begin(watch.part("one", "raise SystemExit(3)"))
    await until(lambda: watch.restarts)
    await watch.end()
    starts = len(watch.ids("one"))
    await asyncio.sleep(0.3)
    assert len(watch.ids("one")) == starts

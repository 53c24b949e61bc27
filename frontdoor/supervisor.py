"""Keeps the parts running: starts them, restarts a dead one, ends them together."""

import asyncio
import contextlib
import ctypes
import logging
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

logger = logging.getLogger(__name__)

_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 10.0
_STEADY_SECONDS = 30.0
_GRACE_SECONDS = 10.0
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Part:
    """A process to keep running."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]


async def supervise(
    parts: Sequence[Part], stop: asyncio.Event, on_restart: Callable[[str], None]
) -> None:
    """Run ``parts`` until ``stop`` is set; then end them all."""
    keepers = [asyncio.create_task(_keep(part, on_restart)) for part in parts]
    await stop.wait()
    for keeper in keepers:
        keeper.cancel()
    await asyncio.gather(*keepers, return_exceptions=True)


async def _keep(part: Part, on_restart: Callable[[str], None]) -> None:
    """Start ``part`` again whenever it ends, with growing pauses while it ends quickly."""
    loop = asyncio.get_running_loop()
    pause = _FIRST_PAUSE_SECONDS
    while True:
        began = loop.time()
        code = await _run_once(part)
        if loop.time() - began > _STEADY_SECONDS:
            pause = _FIRST_PAUSE_SECONDS
        logger.error("part_ended: %s code=%s restart_in=%.1fs", part.name, code, pause)
        on_restart(part.name)
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)


async def _run_once(part: Part) -> int | None:
    """The exit code of one run; None when the command could not be started."""
    try:
        process = await asyncio.create_subprocess_exec(
            *part.command,
            env=dict(part.environment),
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )
    except OSError as error:
        logger.error("part_not_started: %s %s", part.name, error.strerror)
        return None
    try:
        return await process.wait()
    except asyncio.CancelledError:
        await _end(process)
        raise


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_GRACE_SECONDS):
            await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _die_with_parent() -> None:
    """A killed supervisor takes its parts along (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)

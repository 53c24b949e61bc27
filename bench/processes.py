"""Processes that the benchmark starts, watches and surely ends."""

import asyncio
import contextlib
import ctypes
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from bench import memory

_READY_SECONDS = 180.0
_GRACE_SECONDS = 20.0
_PR_SET_PDEATHSIG = 1


class NotReady(Exception):
    """A server ended or did not answer in time."""


def free_port() -> int:
    """A port on loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def serving(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path, ready_url: str
) -> AsyncIterator[tuple[int, float]]:
    """Start a server; its process id and the seconds until ``ready_url`` answered 200.

    The server and all its descendants are gone when the context is left. Raises NotReady.
    """
    began = time.monotonic()
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *command,
            env=dict(environment),
            cwd=folder,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )
    try:
        await _until_ready(process, ready_url, log)
        yield process.pid, time.monotonic() - began
    finally:
        await asyncio.shield(_end(process))


async def _until_ready(process: asyncio.subprocess.Process, url: str, log: Path) -> None:
    async with httpx.AsyncClient(timeout=5.0) as client:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_READY_SECONDS):
                while process.returncode is None:
                    with contextlib.suppress(httpx.HTTPError):
                        if (await client.get(url)).status_code == 200:
                            return
                    await asyncio.sleep(0.1)
    raise NotReady(f"{url} does not answer; see {log}")


async def _end(process: asyncio.subprocess.Process) -> None:
    """Ask politely as Ctrl-C does, then end what is left of the family."""
    family = memory.family(process.pid)
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(signal.SIGINT)
    try:
        async with asyncio.timeout(_GRACE_SECONDS):
            await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    for pid in family:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _die_with_parent() -> None:
    """A killed benchmark leaves no server behind (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)

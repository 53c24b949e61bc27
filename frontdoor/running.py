"""``frontdoor run``: engine and front door together, until Ctrl-C."""

import asyncio
import os
import signal
import socket
import sys
import time

import httpx

from frontdoor import engine, logs
from frontdoor.secrets import load_secrets
from frontdoor.settings import FrontDoorSettings
from frontdoor.supervisor import Part, supervise
from frontdoor.training import train_when_needed

_READY_SECONDS = 180.0


def run_everything() -> None:
    """Train when needed, start all parts, say when they answer, end them on Ctrl-C."""
    settings = FrontDoorSettings()
    logs.configure()
    for port in (settings.port, settings.engine_port):
        _require_free(port)
    model = train_when_needed()
    secrets = load_secrets(settings.data_dir)
    engine_command = engine.command(
        settings, "server", str(model), "--port", str(settings.engine_port)
    )
    parts = [
        Part("engine", engine_command, engine.environment(settings, secrets)),
        Part("frontdoor", [sys.executable, "-m", "frontdoor.cli", "serve"], os.environ),
    ]
    asyncio.run(_run(settings, parts))


async def _run(settings: FrontDoorSettings, parts: list[Part]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(name, stop.set)
    announcing = asyncio.create_task(_announce(settings, stop))
    await supervise(parts, stop, on_restart=lambda name: _say(f"Restarting {name} …"))
    announcing.cancel()
    _say("Stopped.")


async def _announce(settings: FrontDoorSettings, stop: asyncio.Event) -> None:
    began = time.monotonic()
    _say("Starting engine and front door …")
    async with httpx.AsyncClient(base_url=settings.address, timeout=5.0) as client:
        while time.monotonic() - began < _READY_SECONDS:
            try:
                if (await client.get("/health")).status_code == 200:
                    seconds = time.monotonic() - began
                    _say(f"Ready after {seconds:.0f} s: {settings.address}  (Ctrl-C ends)")
                    return
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.3)
    _say(f"Not ready after {_READY_SECONDS:.0f} s; see the lines above. Try: frontdoor doctor")
    stop.set()


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise SystemExit(f"Port {port} is in use. Is the front door already running?") from None


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

"""A ZMS citizen API of the tests' own, on loopback.

Built from what is published: routes and parameters of `zmscitizenapi/routing.php`, answers of
`zmsentities/schema/citizenapi`, checks of `ValidationService`, codes and statuses of
`ErrorMessages`, the states of its README (https://github.com/it-at-m/eappointment). It goes by the
clock of the test. Offices and hours are those of the city's sample files.
"""

import threading
import time as real_time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from backend.kit.clock import Clock
from tests.servers.zms_app import zms_app
from tests.servers.zms_city import ZmsCity


@dataclass(frozen=True)
class ZmsServer:
    """A running one."""

    url: str
    city: ZmsCity


@contextmanager
def zms_server(clock: Clock) -> Iterator[ZmsServer]:
    """Serve on a free port until the block ends."""
    city = ZmsCity(clock)
    config = uvicorn.Config(zms_app(city), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = real_time.monotonic() + 10
    while not server.started:
        if real_time.monotonic() > deadline:
            raise TimeoutError("ZMS double: not within 10 s")
        real_time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield ZmsServer(f"http://127.0.0.1:{port}/api", city)
    finally:
        server.should_exit = True
        thread.join(10)

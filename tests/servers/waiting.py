"""Waiting for something to come true, with an end."""

import time
from collections.abc import Callable

_PAUSE_SECONDS = 0.1


def wait_until(what: str, true: Callable[[], bool], seconds: float) -> float:
    """Poll until ``true``; the seconds it took. Raises TimeoutError that names ``what``."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > seconds:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        time.sleep(_PAUSE_SECONDS)
    return time.monotonic() - began

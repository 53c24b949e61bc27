"""How many requests of a process have a database session at a time."""

import asyncio
from weakref import WeakKeyDictionary

# Less than the server's 40 worker threads and the 50 connections of the pool.
_SESSIONS = 30


class Turns:
    """``writers`` is how many may write at a time: one where they exclude one another anyway."""

    def __init__(self, writers: int = _SESSIONS) -> None:
        self._writing = _PerLoop(writers)
        self._any = _PerLoop(_SESSIONS)

    def writing(self) -> asyncio.Semaphore:
        """To be held by who writes, before ``any``."""
        return self._writing.semaphore()

    def any(self) -> asyncio.Semaphore:
        """To be held by everybody who has a session."""
        return self._any.semaphore()


class _PerLoop:
    """A semaphore belongs to the event loop it is waited for in."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._semaphores: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = (
            WeakKeyDictionary()
        )

    def semaphore(self) -> asyncio.Semaphore:
        loop = asyncio.get_running_loop()
        return self._semaphores.setdefault(loop, asyncio.Semaphore(self._count))

"""One thing after the other within a chat, chats beside one another."""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

Work = Callable[[], Awaitable[None]]


class Lanes:
    """Runs work in the order it was put in, one lane a chat."""

    def __init__(self) -> None:
        self._waiting: dict[int, deque[Work]] = {}
        self._running: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        """How many chats have work."""
        return len(self._waiting)

    def put(self, lane: int, work: Work) -> None:
        """Do ``work`` after what was put into the lane before. What it raises is logged."""
        if lane in self._waiting:
            self._waiting[lane].append(work)
            return
        self._waiting[lane] = deque([work])
        task = asyncio.create_task(self._run(lane))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _run(self, lane: int) -> None:
        queue = self._waiting[lane]
        try:
            while queue:
                work = queue.popleft()
                try:
                    await work()
                # One update that fails must not keep the later ones.
                except Exception as error:
                    logger.error("telegram_work_failed: %s", type(error).__name__)
        finally:
            del self._waiting[lane]

    async def idle(self) -> None:
        """Return when nothing is left to do."""
        while self._running:
            await asyncio.wait(set(self._running))

    async def stop(self) -> None:
        """End in the middle; what is unfinished stands in the log of updates."""
        running = list(self._running)
        for task in running:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*running, return_exceptions=True)

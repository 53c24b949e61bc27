"""The way in: read, stored, put in order, handed to the lane of its chat."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from connectors.telegram.answering import Answering
from connectors.telegram.arrivals import Arrivals
from connectors.telegram.lanes import Lanes
from connectors.telegram.parse import Malformed, read, update_number
from connectors.telegram.ports import Taken, UpdateLog
from connectors.telegram.update import Update

logger = logging.getLogger(__name__)


class Intake:
    """Takes updates from the webhook or from fetching.

    ``is_ready`` once what an earlier life left behind has been taken up: before that, what is
    stored anew may stand among what was left, and come twice.
    """

    def __init__(
        self,
        log: UpdateLog,
        answering: Answering,
        lanes: Lanes,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._log = log
        self._answering = answering
        self._lanes = lanes
        self._clock = clock
        self._arrivals: Arrivals[Taken | None] = Arrivals()
        self._waking: asyncio.Task[None] | None = None
        self._begun: set[int] = set()
        self.is_ready = False

    async def take(self, bodies: Sequence[Any]) -> None:
        """Return once the updates are stored, each once.

        Raises httpx.HTTPError when they are not; then they shall be sent again.
        """
        read_ones = [update for body in bodies if (update := self._read(body))]
        taken = await self._log.take(read_ones) if read_ones else []
        new = {each.update.id: each for each in taken if self._begin(each)}
        for number in sorted(_numbers(bodies)):
            self._go_on(self._arrivals.arrive(number, new.get(number), self._clock()))
        self._wake()

    async def take_up(self) -> None:
        """Go on with what an earlier life of this process has stored and not answered.

        Raises httpx.HTTPError.
        """
        unfinished = await self._log.unfinished()
        if unfinished:
            logger.info("telegram_taken_up: %d", len(unfinished))
        self._go_on([each for each in unfinished if self._begin(each)])
        self.is_ready = True

    def stop(self) -> None:
        """Hand nothing on any more."""
        if self._waking:
            self._waking.cancel()

    def _read(self, body: Any) -> Update | None:
        try:
            return read(body)
        except Malformed as error:
            logger.warning("telegram_update_malformed: %s", error)
            return None

    def _begin(self, taken: Taken) -> bool:
        """False when somebody has begun with it; over when its work is."""
        is_new = taken.update.id not in self._begun
        self._begun.add(taken.update.id)
        return is_new

    def _go_on(self, ready: Sequence[Taken | None]) -> None:
        for taken in ready:
            if taken is not None:
                self._lanes.put(taken.update.chat, partial(self._work, taken))

    async def _work(self, taken: Taken) -> None:
        try:
            await self._answering.work(taken)
        finally:
            self._begun.discard(taken.update.id)

    def _wake(self) -> None:
        """Look again when a gap has been waited for."""
        due = self._arrivals.next_due()
        if due is not None and (self._waking is None or self._waking.done()):
            self._waking = asyncio.create_task(self._look_again(due))

    async def _look_again(self, due: float | None) -> None:
        while due is not None:
            await asyncio.sleep(max(0.0, due - self._clock()))
            self._go_on(self._arrivals.overdue(self._clock()))
            due = self._arrivals.next_due()


def _numbers(bodies: Sequence[Any]) -> set[int]:
    """The numbers that can be read; those of unreadable updates leave no gap."""
    found = set()
    for body in bodies:
        try:
            found.add(update_number(body))
        except Malformed:
            continue
    return found

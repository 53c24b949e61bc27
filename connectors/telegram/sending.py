"""The way out: in order for each chat, within the limits, again after failures that pass."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

from connectors.telegram.outgoing import Outgoing
from connectors.telegram.pace import Pace
from connectors.telegram.ports import Sender, SlowDown, TelegramError, TokenRefused, Unreachable

logger = logging.getLogger(__name__)

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_Sleep = Callable[[float], Awaitable[None]]


class Sending:
    """Sends through ``sender``.

    Telegram may have taken a message whose answer got lost on the way; it is sent again, for
    twice is better than never.
    """

    def __init__(
        self,
        sender: Sender,
        pace: Pace,
        clock: Callable[[], float] = time.monotonic,
        sleep: _Sleep = asyncio.sleep,
    ) -> None:
        self._sender = sender
        self._pace = pace
        self._clock = clock
        self._sleep = sleep
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def send(self, chat: int, item: Outgoing, patience: float | None = None) -> None:
        """Return once Telegram has taken it; gives up after ``patience`` seconds, else never.

        Raises Blocked, Refused; when it gives up SlowDown, Unreachable, TokenRefused.
        """
        lock = self._locks.setdefault(chat, asyncio.Lock())
        until = None if patience is None else self._clock() + patience
        try:
            # Whoever is before us may wait for longer than we may.
            async with asyncio.timeout(patience), lock:
                await self._insist(chat, item, until)
        except TimeoutError:
            raise Unreachable("too_late") from None

    async def _insist(self, chat: int, item: Outgoing, until: float | None) -> None:
        pause = _FIRST_PAUSE
        while True:
            wait = self._pace.in_chat(chat, self._clock())
            self._give_up(SlowDown(wait), wait, until)
            await self._sleep(wait)
            await self._sleep(self._pace.in_all(self._clock()))
            try:
                await self._sender.send(chat, item)
                return
            except SlowDown as error:
                self._pace.hold(chat, error.seconds, self._clock())
                self._give_up(error, error.seconds, until)
                logger.warning("telegram_slow_down: %.0f s", error.seconds)
            except (Unreachable, TokenRefused) as error:
                self._give_up(error, pause, until)
                logger.warning("telegram_put_off: %s, %.1f s", error.code, pause)
                await self._sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    def _give_up(self, error: TelegramError, pause: float, until: float | None) -> None:
        if until is not None and self._clock() + pause > until:
            raise error

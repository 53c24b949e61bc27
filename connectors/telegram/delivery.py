"""The answer to one update on its way out."""

import logging

from connectors.telegram.outgoing import Outgoing
from connectors.telegram.ports import Refused, Taken, UpdateLog
from connectors.telegram.sending import Sending

logger = logging.getLogger(__name__)


class Delivery:
    """Counts what has left, so that an answer that is worked out again is not sent again.

    Each message is noted before the next one leaves: if the process dies, at most the last one
    comes twice.
    """

    def __init__(self, taken: Taken, sending: Sending, log: UpdateLog) -> None:
        self._update = taken.update
        self._sending = sending
        self._log = log
        self._sent = self._noted = taken.sent
        self._place = 0

    def begin(self) -> None:
        """The answer is worked out (again) from its first message on."""
        self._place = 0

    async def send(self, item: Outgoing) -> None:
        """Send the next message of the answer, unless it has left before.

        One that Telegram will never take is left out. Raises Blocked, httpx.HTTPError.
        """
        self._place += 1
        if self._place <= self._sent:
            return
        if self._sent > self._noted:
            await self._log.note(self._update.id, self._sent)
            self._noted = self._sent
        try:
            await self._sending.send(self._update.chat, item)
        except Refused as error:
            logger.error("telegram_refused: %s %s", type(item).__name__, error.code)
        self._sent = self._place

    async def finish(self, language: str | None = None) -> None:
        """The update is done with. Raises httpx.HTTPError."""
        await self._log.note(self._update.id, self._sent, finished=True, language=language)

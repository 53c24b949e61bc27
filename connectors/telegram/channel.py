"""The channel as a whole: connected, taking updates, and ended again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from connectors.telegram.commands import MENU
from connectors.telegram.intake import Intake
from connectors.telegram.lanes import Lanes
from connectors.telegram.outgoing import Profile
from connectors.telegram.parse import Malformed, update_number
from connectors.telegram.ports import Account, TelegramError
from connectors.telegram.texts import text
from language.detection import LANGUAGES

logger = logging.getLogger(__name__)

_POLL_SECONDS = 25
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0


class TelegramChannel:
    """`url` is where Telegram sends updates; empty to fetch them."""

    def __init__(
        self, account: Account, intake: Intake, lanes: Lanes, url: str, secret: str
    ) -> None:
        self._account = account
        self._intake = intake
        self._lanes = lanes
        self._url = url
        self._secret = secret
        self._running: asyncio.Task[None] | None = None
        self.is_connected = False

    def start(self) -> None:
        """Begin; a Telegram that does not answer keeps nobody else from working."""
        self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End; what is not answered yet stands in the log."""
        self._intake.stop()
        if self._running:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await self._lanes.stop()

    async def health(self) -> bool:
        """Whether Telegram has taken us, and we hear of updates."""
        return self.is_connected

    async def _run(self) -> None:
        await self._until_done(self._intake.take_up)
        await self._until_done(lambda: self._account.listen_at(self._url, self._secret))
        self.is_connected = True
        await self._until_done(lambda: self._account.introduce(profile()))
        if not self._url:
            await self._poll()

    async def _poll(self) -> None:
        after: int | None = None
        while True:
            found: list[Any] = []

            async def once(after: int | None = after, found: list[Any] = found) -> None:
                found[:] = await self._account.fetch_updates(after, _POLL_SECONDS)
                # Asking for later ones confirms these, so they are stored first.
                await self._intake.take(found)

            await self._until_done(once)
            after = max([*_numbers(found), *([after] if after is not None else [])], default=None)

    async def _until_done(self, step: Callable[[], Awaitable[None]]) -> None:
        """Do ``step``, again and again with growing pauses."""
        pause = _FIRST_PAUSE
        while True:
            try:
                await step()
            except TelegramError as error:
                logger.error("telegram_not_connected: %s", error.code)
            except httpx.HTTPError as error:
                logger.error("telegram_backend_failed: %s", type(error).__name__)
            except Exception as error:
                # Whatever it is, nobody else would begin the channel again.
                logger.error("telegram_step_failed: %s", type(error).__name__)
            else:
                self.is_connected = self.is_connected or pause > _FIRST_PAUSE
                return
            self.is_connected = False
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


def profile() -> Profile:
    """What Telegram shows of the bot."""
    return Profile(
        descriptions={language: text("about", language) for language in LANGUAGES},
        menus={
            language: tuple(
                (command.names[language], text(f"command_{command.key}", language))
                for command in MENU
            )
            for language in LANGUAGES
        },
    )


def _numbers(bodies: list[Any]) -> list[int]:
    found = []
    for body in bodies:
        try:
            found.append(update_number(body))
        except Malformed:
            continue
    return found

"""What the channel needs of the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from connectors.telegram.outgoing import Keyboard, Outgoing, Profile
from connectors.telegram.update import Update


class TelegramError(Exception):
    """Telegram did not do it; `code` is a stable word without anything secret or personal."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SlowDown(TelegramError):
    """Too much in too short a time; again after `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__("slow_down")
        self.seconds = seconds


class Unreachable(TelegramError):
    """No answer, or a failure on their side; it may work later."""


class Blocked(TelegramError):
    """The person has blocked the bot, or is gone."""


class Refused(TelegramError):
    """Telegram will never take this."""


class TokenRefused(TelegramError):
    """The bot's token is not valid."""


class Sender(Protocol):
    """Sends to a chat."""

    async def send(self, chat: int, item: Outgoing) -> None:
        """Return once Telegram has taken it. Raises TelegramError."""


class Signs(Protocol):
    """Small things that may fail without harm; none raises."""

    async def typing(self, chat: int) -> None:
        """Show for some seconds that an answer is being written."""

    async def acknowledge(self, callback: str, words: str = "") -> None:
        """End the waiting of a pressed button; ``words`` are shown above the chat."""

    async def set_keyboard(self, chat: int, message: int, keyboard: Keyboard) -> None:
        """Put another keyboard under a message, or none."""


class Groups(Protocol):
    """Chats of several people."""

    async def leave(self, chat: int) -> None:
        """Go; does not raise."""


class Files(Protocol):
    """What people send besides words."""

    async def fetch(self, file: str) -> bytes:
        """The content of a file. Raises TelegramError."""


class Account(Protocol):
    """The bot's account at Telegram."""

    async def introduce(self, profile: Profile) -> None:
        """Set descriptions and menus. Raises TelegramError."""

    async def listen_at(self, url: str, secret: str) -> None:
        """Have updates sent to ``url``, or kept for fetching when it is empty.

        Raises TelegramError.
        """

    async def fetch_updates(self, after: int | None, seconds: int) -> Sequence[Any]:
        """Updates later than ``after``, which is thereby confirmed; waits up to ``seconds``.

        Raises TelegramError.
        """


@dataclass(frozen=True)
class Chat:
    """A private chat and its conversation; `blocked`: takes no messages from us."""

    id: int
    conversation_id: str
    language: str | None = None
    blocked: bool = False


@dataclass(frozen=True)
class Taken:
    """An update that is stored; `sent` messages of its answer have left already."""

    update: Update
    chat: Chat | None
    sent: int = 0


class UpdateLog(Protocol):
    """Updates, stored before they are worked on."""

    async def take(self, updates: Sequence[Update]) -> Sequence[Taken]:
        """Store them; those that are new. Raises httpx.HTTPError."""

    async def unfinished(self) -> Sequence[Taken]:
        """What an earlier life of this process left behind. Raises httpx.HTTPError."""

    async def note(
        self, update: int, sent: int, *, finished: bool = False, language: str | None = None
    ) -> None:
        """How far the answer is. Raises httpx.HTTPError."""


class Chats(Protocol):
    """Which chat belongs to which conversation."""

    async def chat_of(self, conversation_id: str) -> Chat | None:
        """The chat, or None when there is none. Raises httpx.HTTPError."""

    async def open(self, chat: int) -> Chat:
        """The chat, whose conversation is a new one when the last was erased.

        Raises httpx.HTTPError.
        """

    async def set_blocked(self, chat: int, blocked: bool) -> None:
        """Note whether the person takes messages. Raises httpx.HTTPError."""


class Calendars(Protocol):
    """Calendar files of appointments."""

    async def calendar(self, path: str) -> bytes | None:
        """The file at a card's ``ics_url``, or None when it cannot be had now."""

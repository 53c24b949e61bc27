"""A person with the app, in a private chat with the bot."""

import itertools
import threading
from collections.abc import Callable
from typing import Any

from tests.servers.telegram import updates
from tests.servers.telegram.api import BotApi, Call
from tests.servers.waiting import wait_until

_NUMBERS = itertools.count(1)
_LOCK = threading.Lock()
_SECONDS = 60.0


class Person:
    """``deliver`` brings an update to the bot; the default is the webhook."""

    def __init__(
        self,
        api: BotApi,
        chat: int,
        language: str = "de",
        deliver: Callable[[dict[str, Any]], object] | None = None,
    ) -> None:
        self.chat = chat
        self._api = api
        self._language = language
        self._deliver = deliver or api.push
        self.message = 0

    def says(self, said: str, replies: int = 1) -> list[str]:
        """Write, and wait for so many new messages; what they say."""
        return self._told(lambda: self._deliver(self.text(said)), replies)

    def text(self, said: str) -> dict[str, Any]:
        """The update of a written message."""
        self.message = _number()
        return updates.text(self._api.next_update(), self.message, self.chat, said, self._language)

    def sends(self, replies: int = 1, **what: Any) -> list[str]:
        """Send something else than text."""
        self.message = _number()
        update = updates.content(
            self._api.next_update(), self.message, self.chat, self._language, **what
        )
        return self._told(lambda: self._deliver(update), replies)

    def presses(self, title: str, replies: int = 1) -> list[str]:
        """Press the newest button whose title begins so."""
        update = self.press(title)
        return self._told(lambda: self._deliver(update), replies)

    def press(self, title: str) -> dict[str, Any]:
        """The update of a pressed button."""
        call, data = self.button(title)
        assert call.message_id is not None
        shown = call.parameters.reply_markup.model_dump(exclude_none=True)  # type: ignore[attr-defined]
        number = self._api.next_update()
        return updates.press(number, self.chat, call.message_id, data, shown, self._language)

    def button(self, title: str) -> tuple[Call, str]:
        """The newest message with such a button, and the button's data."""
        for call in reversed(self._api.done("sendMessage", chat=self.chat)):
            markup = call.parameters.reply_markup  # type: ignore[attr-defined]
            for row in getattr(markup, "inline_keyboard", ()):
                for key in row:
                    if key.text.startswith(title) and key.callback_data:
                        return call, key.callback_data
        raise AssertionError(f"no button {title!r}; the chat shows {self.sees()}")

    def sees(self) -> list[str]:
        """All texts of the bot in the chat."""
        return self._api.texts(self.chat)

    def waits_for(self, words: str, seconds: float = _SECONDS) -> str:
        """The first message that holds ``words``."""
        wait_until(words, lambda: any(words in each for each in self.sees()), seconds)
        return next(each for each in self.sees() if words in each)

    def _told(self, act: Callable[[], object], replies: int) -> list[str]:
        before = len(self.sees())
        act()
        wait_until("an answer", lambda: len(self.sees()) >= before + replies, _SECONDS)
        return self.sees()[before:]


def _number() -> int:
    with _LOCK:
        return next(_NUMBERS)

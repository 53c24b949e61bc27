"""The Bot API through python-telegram-bot.

Its errors may quote addresses, which hold the token: only their kinds leave this module.
"""

import contextlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from telegram import Bot, BotCommand
from telegram import error as errors
from telegram.request import HTTPXRequest

from connectors.telegram import ports
from connectors.telegram.outgoing import Keyboard, Outgoing, Profile
from connectors.telegram.parse import WANTED
from connectors.telegram.wire import inline, send
from language.detection import LANGUAGES

_SECONDS = 10.0
_CONNECTIONS = 64
# In this order their updates reach a webhook one by one.
_WEBHOOK_CONNECTIONS = 1
_LARGEST_FILE = 5_000_000
_MOST_WORDS = 200


class TelegramBot:
    """Sender, Signs, Groups, Files and Account; ``api`` is the address of the Bot API."""

    def __init__(self, token: str, api: str) -> None:
        self._bot = Bot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=_request(_CONNECTIONS),
            get_updates_request=_request(1),
        )

    async def send(self, chat: int, item: Outgoing) -> None:
        """See Sender."""
        async with _told():
            await send(self._bot, chat, item)

    async def typing(self, chat: int) -> None:
        """See Signs."""
        with contextlib.suppress(errors.TelegramError):
            await self._bot.send_chat_action(chat, "typing")

    async def acknowledge(self, callback: str, words: str = "") -> None:
        """See Signs."""
        with contextlib.suppress(errors.TelegramError):
            await self._bot.answer_callback_query(callback, words[:_MOST_WORDS] or None)

    async def set_keyboard(self, chat: int, message: int, keyboard: Keyboard) -> None:
        """See Signs."""
        with contextlib.suppress(errors.TelegramError):
            await self._bot.edit_message_reply_markup(chat, message, reply_markup=inline(keyboard))

    async def leave(self, chat: int) -> None:
        """See Groups."""
        with contextlib.suppress(errors.TelegramError):
            await self._bot.leave_chat(chat)

    async def fetch(self, file: str) -> bytes:
        """See Files."""
        async with _told():
            found = await self._bot.get_file(file)
            if (found.file_size or 0) > _LARGEST_FILE:
                raise ports.Refused("file_too_large")
            return bytes(await found.download_as_bytearray())

    async def introduce(self, profile: Profile) -> None:
        """See Account. What stands under no language is for all other languages."""
        async with _told():
            for language in (None, *LANGUAGES):
                spoken = language or LANGUAGES[0]
                menu = [BotCommand(name, words) for name, words in profile.menus[spoken]]
                await self._bot.set_my_commands(menu, language_code=language)
                await self._bot.set_my_description(profile.descriptions[spoken], language)

    async def listen_at(self, url: str, secret: str) -> None:
        """See Account."""
        async with _told():
            if not url:
                await self._bot.delete_webhook()
                return
            await self._bot.set_webhook(
                url,
                max_connections=_WEBHOOK_CONNECTIONS,
                allowed_updates=WANTED,
                secret_token=secret,
            )

    async def fetch_updates(self, after: int | None, seconds: int) -> Sequence[Any]:
        """See Account. As JSON: one that the library cannot read must not stop the others.

        The API's names have no case; in its own spelling the library would insist on its objects.
        """
        parameters: dict[str, Any] = {"timeout": seconds, "allowed_updates": list(WANTED)}
        if after is not None:
            parameters["offset"] = after + 1
        async with _told():
            found = await self._bot.do_api_request(
                "getupdates", api_kwargs=parameters, read_timeout=seconds + _SECONDS
            )
        return found if isinstance(found, list) else []

    async def close(self) -> None:
        """Close the connections."""
        for request in self._bot._request:
            await request.shutdown()


def _request(connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=_SECONDS,
        write_timeout=_SECONDS,
        connect_timeout=_SECONDS,
        pool_timeout=_SECONDS,
    )


@asynccontextmanager
async def _told() -> AsyncIterator[None]:
    """The library's errors as ours, without their words."""
    try:
        yield
    except errors.RetryAfter as error:
        pause = error.retry_after
        seconds = pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
        raise ports.SlowDown(seconds) from None
    except errors.InvalidToken:
        raise ports.TokenRefused("token_refused") from None
    except errors.Forbidden:
        raise ports.Blocked("blocked") from None
    except errors.ChatMigrated:
        raise ports.Refused("chat_migrated") from None
    except errors.BadRequest as error:
        gone = "chat not found" in error.message.lower()
        raise ports.Blocked("chat_gone") if gone else ports.Refused("bad_request") from None
    except errors.EndPointNotFound:
        raise ports.TokenRefused("token_refused") from None
    # Conflict: another process is fetching updates with this token.
    except errors.TelegramError as error:
        raise ports.Unreachable(type(error).__name__) from None

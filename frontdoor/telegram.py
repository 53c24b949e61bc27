"""The Telegram channel, put together."""

import hashlib
import hmac
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date

import httpx
from fastapi import APIRouter

from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.ports import Conversations
from connectors.core.relay import Relay
from connectors.telegram.answering import Answering
from connectors.telegram.backend import ChannelApi
from connectors.telegram.bot import TelegramBot
from connectors.telegram.channel import TelegramChannel
from connectors.telegram.intake import Intake
from connectors.telegram.lanes import Lanes
from connectors.telegram.media import Media
from connectors.telegram.notices import Notices
from connectors.telegram.own import Own
from connectors.telegram.pace import Pace
from connectors.telegram.places import Places
from connectors.telegram.presses import Presses
from connectors.telegram.rendering import Rendering
from connectors.telegram.sending import Sending
from connectors.telegram.settings import Mode, TelegramSettings
from connectors.telegram.talk import CHANNEL, Talk
from connectors.telegram.webhook import PATH, webhook_router


@dataclass(frozen=True)
class Core:
    """What all channels share; `backend` carries the backend's address and token, `today` is the
    day in Duisburg.
    """

    relay: Relay
    conversations: Conversations
    listeners: Listeners
    limits: Limits
    backend: httpx.AsyncClient
    today: Callable[[], date]


@dataclass(frozen=True)
class Telegram:
    """The channel; `router` is there when Telegram sends its updates."""

    channel: TelegramChannel
    bot: TelegramBot
    router: APIRouter | None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run it while the block lasts."""
        self.channel.start()
        try:
            yield
        finally:
            await self.channel.stop()
            await self.bot.close()


def connect(
    settings: TelegramSettings, core: Core, public_url: str, installation_secret: str
) -> Telegram | None:
    """The channel, or None without a token. Raises SystemExit when a setting is missing."""
    if not settings.enabled:
        return None
    is_webhook = settings.mode is Mode.WEBHOOK
    if is_webhook and not public_url:
        raise SystemExit("FRONTDOOR_TELEGRAM_MODE=webhook needs FRONTDOOR_PUBLIC_URL")
    bot = TelegramBot(settings.token.get_secret_value(), settings.api.rstrip("/"))
    api = ChannelApi(core.backend)
    sending = Sending(bot, Pace(in_all=settings.messages_per_second))
    rendering = Rendering(api)
    talk = Talk(core.relay, core.conversations, rendering, bot, core.limits)
    own = Own(talk, core.today)
    answering = Answering(
        talk=talk,
        own=own,
        presses=Presses(talk, own, bot),
        places=Places(talk),
        media=Media(talk, bot, None),
        chats=api,
        log=api,
        sending=sending,
        groups=bot,
    )
    lanes = Lanes()
    intake = Intake(api, answering, lanes)
    core.listeners.serve(CHANNEL, Notices(api, sending, bot, rendering).send)
    secret = webhook_secret(installation_secret)
    url = f"{public_url.rstrip('/')}{PATH}" if is_webhook else ""
    return Telegram(
        channel=TelegramChannel(bot, intake, lanes, url, secret),
        bot=bot,
        router=webhook_router(intake, secret) if is_webhook else None,
    )


def webhook_secret(installation_secret: str) -> str:
    """What Telegram shows with each update: the same after a restart, and known to nobody else."""
    key = installation_secret.encode()
    return hmac.new(key, b"telegram webhook", hashlib.sha256).hexdigest()

"""Settings of the Telegram channel."""

from enum import StrEnum

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Mode(StrEnum):
    """How updates come: fetched by us, or sent by Telegram."""

    POLLING = "polling"
    WEBHOOK = "webhook"


class TelegramSettings(BaseSettings):
    """`FRONTDOOR_TELEGRAM_…` in the environment; docs/telegram.md leads through them.

    `FRONTDOOR_TELEGRAM_TOKEN`: the bot's token; without it the channel is off.
    `FRONTDOOR_TELEGRAM_MODE`: `polling`, or `webhook` in production.
    `FRONTDOOR_TELEGRAM_API`: address of the Bot API, for a server of one's own.
    `FRONTDOOR_TELEGRAM_MESSAGES_PER_SECOND`: what the bot may send in all.
    """

    model_config = SettingsConfigDict(env_prefix="FRONTDOOR_TELEGRAM_", extra="ignore")

    token: SecretStr = SecretStr("")
    mode: Mode = Mode.POLLING
    api: str = "https://api.telegram.org"
    messages_per_second: float = Field(default=30.0, gt=0, le=1000)

    @property
    def enabled(self) -> bool:
        """Whether there is a bot."""
        return bool(self.token.get_secret_value())

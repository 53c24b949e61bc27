"""Settings of the notifications service."""

from datetime import timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import Literal, Self

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.notifications.domain import Retrying

TEXT_FILE = Path(__file__).with_name("texts.yml")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class NotificationSettings(BaseSettings):
    """When notices leave, `NOTICES_…` in the environment.

    `NOTICES_REMINDERS_HOURS`: hours before an appointment at which people are reminded, e.g.
    `24,2`; empty for none. `NOTICES_TICK_SECONDS`: how often the outbox is looked into.
    `NOTICES_LEASE_SECONDS`: after so long a notice whose worker died is sent again.
    `NOTICES_RETRY_SECONDS`: first pause after a failure, doubled up to an hour.
    `NOTICES_GIVE_UP_HOURS`: how long failures that may pass are tried again.
    `NOTICES_KEPT_DAYS`: after so many days content and recipient of a finished notice are deleted.
    """

    model_config = SettingsConfigDict(env_prefix="NOTICES_", extra="ignore")

    reminders_hours: str = Field(default="24,2", pattern=r"^(\d{1,3}(,\d{1,3})*)?$")
    tick_seconds: float = Field(default=2, gt=0)
    lease_seconds: float = Field(default=120, ge=1)
    retry_seconds: float = Field(default=60, gt=0)
    give_up_hours: float = Field(default=48, ge=0)
    kept_days: int = Field(default=30, ge=1)

    @property
    def reminders(self) -> tuple[timedelta, ...]:
        """How long before an appointment people are reminded, the longest first."""
        hours = sorted({int(each) for each in self.reminders_hours.split(",") if each})
        return tuple(timedelta(hours=each) for each in reversed(hours))

    @property
    def lease(self) -> timedelta:
        """How long a worker may hold a notice."""
        return timedelta(seconds=self.lease_seconds)

    @property
    def retrying(self) -> Retrying:
        """When failures are tried again."""
        return Retrying(
            first=timedelta(seconds=self.retry_seconds),
            longest=timedelta(hours=1),
            give_up_after=timedelta(hours=self.give_up_hours),
        )


class MailSettings(BaseSettings):
    """The mail server, `SMTP_…` in the environment; without `SMTP_HOST` there is no e-mail.

    `SMTP_STARTTLS`: `required`; `auto` when the server offers it; `off`; `implicit` for TLS from
    the first byte. `SMTP_CA_FILE`: certificates to trust instead of the system's.
    `SMTP_FROM`: sender, `Name <address>`. `SMTP_TIMEOUT_SECONDS`: for one message as a whole;
    must be well below the lease, or a slow server gets messages twice.
    """

    model_config = SettingsConfigDict(env_prefix="SMTP_", extra="ignore")

    host: str = ""
    port: int = Field(default=587, ge=1, le=65535)
    user: str = ""
    password: SecretStr = SecretStr("")
    starttls: Literal["required", "auto", "off", "implicit"] = "required"
    ca_file: Path | None = None
    sender: str = Field(
        default="Stadt Duisburg <noreply@localhost>",
        validation_alias=AliasChoices("sender", "SMTP_FROM"),
    )
    timeout_seconds: float = Field(default=20, gt=0, le=60)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if "@" not in parseaddr(self.sender)[1]:
            raise ValueError("SMTP_FROM must hold an address: Name <name@example.org>")
        exposed = self.starttls in ("off", "auto") and self.host not in _LOOPBACK
        if self.user and exposed:
            raise ValueError("SMTP_USER wants SMTP_STARTTLS=required or implicit")
        return self

    @property
    def enabled(self) -> bool:
        """Whether e-mail is sent."""
        return bool(self.host)

    @property
    def domain(self) -> str:
        """The domain of the sender, for message ids."""
        return parseaddr(self.sender)[1].rpartition("@")[2]

"""Settings of the identity service."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.identity.domain.rules import Limit, Rules

TEXT_FILE = Path(__file__).with_name("texts.yml")

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class IdentitySettings(BaseSettings):
    """Limits an operator can change, `IDENTITY_…` in the environment.

    `IDENTITY_CODE_MINUTES`: how long a code can be answered. `IDENTITY_ATTEMPTS`: how often.
    `IDENTITY_PROOF_MINUTES`: how long the right answer opens a person's bookings.
    `IDENTITY_CONTACT_HOUR`, `IDENTITY_CONTACT_DAY`, `IDENTITY_CONVERSATION_HOUR`,
    `IDENTITY_ADDRESS_HOUR`: codes for one contact, in one conversation, from one network
    address. `IDENTITY_EVENTS_KEPT_DAYS`: how long it is kept what happened when.
    """

    model_config = SettingsConfigDict(env_prefix="IDENTITY_", extra="ignore")

    code_minutes: int = Field(default=10, ge=1, le=60)
    attempts: int = Field(default=5, ge=1, le=10)
    proof_minutes: int = Field(default=30, ge=1, le=240)
    contact_hour: int = Field(default=5, ge=1)
    contact_day: int = Field(default=10, ge=1)
    conversation_hour: int = Field(default=5, ge=1)
    address_hour: int = Field(default=20, ge=1)
    events_kept_days: int = Field(default=90, ge=1)

    def rules(self) -> Rules:
        """The limits as the domain wants them."""
        return Rules(
            code_life=timedelta(minutes=self.code_minutes),
            attempts=self.attempts,
            proof_life=timedelta(minutes=self.proof_minutes),
            per_contact=(Limit(self.contact_hour, _HOUR), Limit(self.contact_day, _DAY)),
            per_conversation=(Limit(self.conversation_hour, _HOUR),),
            per_address=(Limit(self.address_hour, _HOUR),),
        )

    @property
    def events_kept(self) -> timedelta:
        """How long events are kept."""
        return timedelta(days=self.events_kept_days)

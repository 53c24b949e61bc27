"""Settings of the staff service."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.staff.domain.rules import Rules

TEXT_FILE = Path(__file__).with_name("texts.yml")


class StaffSettings(BaseSettings):
    """Limits an operator can change, `STAFF_…` in the environment.

    `STAFF_FAILURES`: wrong passwords in a row that lock a user. `STAFF_LOCKED_MINUTES`: for how
    long. `STAFF_SESSION_HOURS`: when everybody has to sign in again. `STAFF_SESSION_IDLE_MINUTES`:
    after which time without use. `STAFF_TOKEN_DAYS`: how long an API token lasts.
    `STAFF_AUDIT_KEPT_DAYS`: how long it is kept who saw and did what.
    """

    model_config = SettingsConfigDict(env_prefix="STAFF_", extra="ignore")

    failures: int = Field(default=5, ge=1, le=100)
    locked_minutes: int = Field(default=15, ge=1)
    session_hours: int = Field(default=12, ge=1, le=168)
    session_idle_minutes: int = Field(default=60, ge=1)
    token_days: int = Field(default=365, ge=1)
    audit_kept_days: int = Field(default=365, ge=1)

    def rules(self) -> Rules:
        """The limits as the domain wants them."""
        return Rules(
            failures=self.failures,
            locked=timedelta(minutes=self.locked_minutes),
            session_life=timedelta(hours=self.session_hours),
            session_idle=timedelta(minutes=self.session_idle_minutes),
            token_life=timedelta(days=self.token_days),
        )

    @property
    def audit_kept(self) -> timedelta:
        """How long the audit trail is kept."""
        return timedelta(days=self.audit_kept_days)

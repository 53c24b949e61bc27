"""Settings of the appointments service."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.appointments.domain.rules import Rules

TEXT_FILE = Path(__file__).with_name("texts.yml")


class AppointmentSettings(BaseSettings):
    """Rules an operator can change, `APPOINTMENTS_…` in the environment.

    `APPOINTMENTS_LEAD_MINUTES`: earliest start from now. `APPOINTMENTS_HORIZON_DAYS`: latest day
    from today. `APPOINTMENTS_HOLD_MINUTES`: how long a chosen slot waits for confirmation.
    `APPOINTMENTS_MAX_ITEMS`: persons and services in one appointment.
    `APPOINTMENTS_PROVIDER`: who gives the appointments, the embedded engine or a ZMS citizen API.
    """

    model_config = SettingsConfigDict(env_prefix="APPOINTMENTS_", extra="ignore")

    lead_minutes: int = Field(default=60, ge=0)
    horizon_days: int = Field(default=84, ge=1, le=366)
    hold_minutes: int = Field(default=10, ge=1)
    max_items: int = Field(default=6, ge=1)
    provider: Literal["embedded", "zms"] = "embedded"

    def rules(self) -> Rules:
        """The rules as the domain wants them."""
        return Rules(self.lead_minutes, self.horizon_days, self.hold_minutes, self.max_items)

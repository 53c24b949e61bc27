"""Settings of the appointments service."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.appointments.domain.rules import Rules

TEXT_FILE = Path(__file__).with_name("texts.yml")


class AppointmentSettings(BaseSettings):
    """Rules an operator can change, `APPOINTMENTS_…` in the environment.

    `APPOINTMENTS_LEAD_MINUTES`: earliest start from now. `APPOINTMENTS_HORIZON_DAYS`: latest day
    from today. `APPOINTMENTS_HOLD_MINUTES`: how long a chosen slot waits for confirmation.
    `APPOINTMENTS_MAX_ITEMS`: persons and services in one appointment.
    `APPOINTMENTS_MAX_PER_CONTACT`: future appointments under one e-mail address or telephone
    number; 0 sets no limit. `APPOINTMENTS_RETURN_MIN_MINUTES`, `APPOINTMENTS_RETURN_MAX_MINUTES`:
    a slot that was given back can be booked again after a random time between the two; a maximum
    of 0 returns it at once.
    """

    model_config = SettingsConfigDict(env_prefix="APPOINTMENTS_", extra="ignore")

    lead_minutes: int = Field(default=60, ge=0)
    horizon_days: int = Field(default=84, ge=1, le=366)
    hold_minutes: int = Field(default=10, ge=1)
    max_items: int = Field(default=6, ge=1)
    max_per_contact: int = Field(default=3, ge=0)
    return_min_minutes: int = Field(default=10, ge=0)
    return_max_minutes: int = Field(default=60, ge=0)

    def rules(self) -> Rules:
        """The rules as the domain wants them."""
        most = self.return_max_minutes
        return Rules(
            self.lead_minutes,
            self.horizon_days,
            self.hold_minutes,
            self.max_items,
            self.max_per_contact,
            (min(self.return_min_minutes, most), most),
        )

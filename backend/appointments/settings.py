"""Settings of the appointments service."""

from datetime import time
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.appointments.domain.offering import OfferRules
from backend.appointments.domain.rules import Rules

TEXT_FILE = Path(__file__).with_name("texts.yml")

_OFFERS_END_BEFORE = 60


class AppointmentSettings(BaseSettings):
    """Rules an operator can change, `APPOINTMENTS_…` in the environment.

    `APPOINTMENTS_LEAD_MINUTES`: earliest start from now. `APPOINTMENTS_HORIZON_DAYS`: latest day
    from today. `APPOINTMENTS_HOLD_MINUTES`: how long a chosen slot waits for confirmation.
    `APPOINTMENTS_MAX_ITEMS`: persons and services in one appointment.
    `APPOINTMENTS_MAX_PER_CONTACT`: future appointments under one e-mail address or telephone
    number; 0 sets no limit. `APPOINTMENTS_RETURN_MIN_MINUTES`, `APPOINTMENTS_RETURN_MAX_MINUTES`:
    a slot that was given back can be booked again after a random time between the two; a maximum
    of 0 returns it at once.

    `APPOINTMENTS_OFFER_MINUTES`: time to answer an offer of the waiting list, of which only what
    lies between `APPOINTMENTS_OFFER_FROM` and `APPOINTMENTS_OFFER_UNTIL` (wall clock) counts.
    `APPOINTMENTS_OFFER_LEAST_MINUTES`: with less time to answer than this no offer is made.
    `APPOINTMENTS_OFFER_EVERY_SECONDS`: how often free slots are looked for.
    `APPOINTMENTS_PROVIDER`: who gives the appointments, the embedded engine or a ZMS citizen API.
    """

    model_config = SettingsConfigDict(env_prefix="APPOINTMENTS_", extra="ignore")

    lead_minutes: int = Field(default=60, ge=0)
    horizon_days: int = Field(default=84, ge=1, le=366)
    hold_minutes: int = Field(default=10, ge=1)
    max_items: int = Field(default=6, ge=1)
    max_per_contact: int = Field(default=3, ge=0)
    return_min_minutes: int = Field(default=10, ge=0)
    return_max_minutes: int = Field(default=60, ge=0)

    offer_minutes: int = Field(default=120, ge=1)
    offer_least_minutes: int = Field(default=30, ge=1)
    offer_from: time = time(8)
    offer_until: time = time(20)
    offer_every_seconds: float = Field(default=5, gt=0)

    @model_validator(mode="after")
    def _has_hours(self) -> Self:
        if self.offer_from >= self.offer_until:
            raise ValueError("offer_from must be before offer_until")
        return self

    def offer_rules(self) -> OfferRules:
        """The rules of offers; they end an hour before the slot, or with its lead time."""
        before = max(_OFFERS_END_BEFORE, self.lead_minutes)
        least = min(self.offer_least_minutes, self.offer_minutes)
        return OfferRules(self.offer_minutes, least, before, self.offer_from, self.offer_until)

    provider: Literal["embedded", "zms"] = "embedded"

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

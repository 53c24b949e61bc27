"""Settings of the ZMS adapter."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ZmsSettings(BaseSettings):
    """How to reach a ZMS citizen API; used with `APPOINTMENTS_PROVIDER=zms`.

    `ZMS_URL`: address of the API, its path included. `ZMS_TIMEOUT_SECONDS`: how long one answer
    may take. `ZMS_MAPPING_FILE`: which of their numbers are our keys, default `zms.yml` beside
    services.yml. `ZMS_PRECONFIRM`: take the step "preconfirmed" on the way to an appointment, for
    which ZMS sends an activation e-mail of its own; without it a reservation is confirmed at once.
    """

    model_config = SettingsConfigDict(env_prefix="ZMS_", extra="ignore")

    url: str = ""
    timeout_seconds: float = Field(default=5.0, gt=0)
    mapping_file: Path | None = None
    preconfirm: bool = True

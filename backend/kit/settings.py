"""Settings of the backend process, read from the environment."""

from datetime import datetime
from pathlib import Path

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parents[2]


class BackendSettings(BaseSettings):
    """Settings every part of the backend shares; all have a working default.

    `DATABASE_URL`: SQLAlchemy URL; default is the SQLite file `<data_dir>/frontdoor.db`.
    `FRONTDOOR_DATA_DIR`: folder for everything written at run time, default `var`.
    `FRONTDOOR_CITY_DIR`: folder with services.yml and offices.yml, default `data/city`.
    `FRONTDOOR_NOW`: ISO instant at which the clock starts, for tests and demonstrations;
    without an offset it means Europe/Berlin.
    `FRONTDOOR_INTERNAL_TOKEN`: bearer token of the other processes; empty refuses them all.
    `FRONTDOOR_LOOKUPS_PER_MINUTE`: public look-ups by booking code per client address.
    `FRONTDOOR_GAPS_KEPT_DAYS`: how long messages not understood are kept, masked.
    `FRONTDOOR_CONVERSATION_DAYS`: how long a conversation can be taken up again.
    `FRONTDOOR_PUBLIC_URL`: where people reach the front door, for links in e-mails.
    `FRONTDOOR_LINKS_KEY`: signs those links; empty means that there are none.
    """

    model_config = SettingsConfigDict(env_prefix="FRONTDOOR_", extra="ignore")

    database_url: str = Field(
        default="", validation_alias=AliasChoices("database_url", "DATABASE_URL")
    )
    data_dir: Path = Path("var")
    city_dir: Path = REPOSITORY / "data" / "city"
    now: datetime | None = None
    internal_token: SecretStr = SecretStr("")
    lookups_per_minute: int = Field(default=30, ge=1)
    gaps_kept_days: int = Field(default=90, ge=1)
    conversation_days: int = Field(default=30, ge=1)
    public_url: str = ""
    links_key: SecretStr = SecretStr("")

    @property
    def resolved_database_url(self) -> str:
        """The database to open, with the default file filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'frontdoor.db'}"

"""Settings of the whole installation, read from the environment."""

from datetime import datetime
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[1]


class FrontDoorSettings(BaseSettings):
    """Each has a working default; docs/settings.md lists them for operators.

    `FRONTDOOR_HOST`, `FRONTDOOR_PORT`: where people reach the front door.
    `FRONTDOOR_ENGINE_PORT`: the engine's port on loopback.
    `FRONTDOOR_ENGINE_URL`, `FRONTDOOR_BACKEND_URL`, `FRONTDOOR_ACTIONS_URL`,
    `FRONTDOOR_CONNECTORS_URL`: where the other parts answer when they run elsewhere; empty means
    this machine, or this process.
    `FRONTDOOR_PUBLIC_URL`: where people reach the front door, for links in e-mails.
    `FRONTDOOR_ALLOWED_ORIGINS`: comma list of other sites whose pages may carry the chat.
    `FRONTDOOR_TRUSTED_PROXIES`: comma list of addresses or networks of proxies whose word on a
    client's address (`X-Forwarded-For`) counts.
    `FRONTDOOR_CONVERSATION_DAYS`: how long a conversation can be taken up again.
    `FRONTDOOR_MESSAGES_PER_MINUTE`, `FRONTDOOR_MESSAGES_PER_MINUTE_ADDRESS`: how many messages one
    conversation, and one network address, may send.
    `FRONTDOOR_DATA_DIR`: folder for everything written at run time.
    `FRONTDOOR_NOW`: ISO instant at which the clock starts, for tests and demonstrations.
    `FRONTDOOR_ENGINE_PYTHON`: the interpreter of the engine's environment.
    """

    model_config = SettingsConfigDict(env_prefix="FRONTDOOR_", extra="ignore")

    host: str = "127.0.0.1"
    port: int = 8000
    engine_port: int = 5005
    engine_url: str = ""
    backend_url: str = ""
    actions_url: str = ""
    connectors_url: str = ""
    public_url: str = ""
    allowed_origins: str = ""
    trusted_proxies: str = ""
    conversation_days: int = Field(default=30, ge=1)
    messages_per_minute: int = Field(default=30, ge=1)
    messages_per_minute_address: int = Field(default=240, ge=1)
    data_dir: Path = Path("var")
    now: datetime | None = None
    engine_python: Path = ROOT / "assistant" / ".venv" / "bin" / "python"

    @property
    def address(self) -> str:
        """The front door as seen from this machine."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::", "") else self.host  # noqa: S104
        return f"http://{host}:{self.port}"

    @property
    def engine_address(self) -> str:
        """The engine's address."""
        return self.engine_url or f"http://127.0.0.1:{self.engine_port}"

    @property
    def webhook(self) -> str:
        """Where the engine reaches the action server."""
        return f"{self.actions_url or self.address}/internal/actions/webhook"

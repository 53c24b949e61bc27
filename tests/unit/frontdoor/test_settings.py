"""Settings: working defaults, and each one documented."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic_settings import BaseSettings

from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.settings import AppointmentSettings
from backend.conversations.handover.settings import HandoverSettings
from backend.identity.settings import IdentitySettings
from backend.kit.settings import BackendSettings
from backend.notifications.settings import MailSettings, NotificationSettings
from backend.staff.settings import StaffSettings
from frontdoor.settings import ROOT, FrontDoorSettings

DOCUMENT = ROOT / "docs" / "settings.md"
GIVEN_BY_ENVIRONMENT = (
    "FRONTDOOR_INTERNAL_TOKEN",
    "FRONTDOOR_ENGINE_TOKEN",
    "FRONTDOOR_CONVERSATIONS_SECRET",
)


ALIASES = {"database_url": "DATABASE_URL", "sender": "SMTP_FROM"}


def variables() -> Iterator[str]:
    """Every environment variable that a setting is read from."""
    yield from GIVEN_BY_ENVIRONMENT
    classes: tuple[type[BaseSettings], ...] = (
        FrontDoorSettings,
        BackendSettings,
        AppointmentSettings,
        HandoverSettings,
        IdentitySettings,
        HandoverSettings,
        NotificationSettings,
        MailSettings,
        ZmsSettings,
        StaffSettings,
    )
    for settings in classes:
        prefix = settings.model_config["env_prefix"]
        for name in settings.model_fields:
            yield ALIASES.get(name) or f"{prefix}{name}".upper()


@pytest.mark.parametrize("variable", sorted(set(variables())))
def test_every_setting_is_documented(variable: str) -> None:
    assert f"`{variable}`" in DOCUMENT.read_text(encoding="utf-8")


def test_no_settings_are_forgotten_here() -> None:
    classes = {
        path.relative_to(ROOT).as_posix()
        for package in ("actions", "backend", "connectors", "frontdoor")
        for path in (ROOT / package).rglob("*.py")
        if "(BaseSettings)" in path.read_text(encoding="utf-8")
    }
    assert classes == {
        "backend/appointments/provider/zms/settings.py",
        "backend/appointments/settings.py",
        "backend/conversations/handover/settings.py",
        "backend/identity/settings.py",
        "backend/kit/settings.py",
        "backend/notifications/settings.py",
        "backend/staff/settings.py",
        "frontdoor/settings.py",
    }


def test_the_defaults_are_those_outside_checks_use(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in variables():
        monkeypatch.delenv(variable, raising=False)
    settings = FrontDoorSettings()
    assert settings.address == "http://127.0.0.1:8000"
    assert settings.engine_address == "http://127.0.0.1:5005"
    assert settings.webhook == "http://127.0.0.1:8000/internal/actions/webhook"
    assert settings.data_dir == Path("var")


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_PORT", "8123")
    monkeypatch.setenv("FRONTDOOR_HOST", "0.0.0.0")
    monkeypatch.setenv("FRONTDOOR_ENGINE_URL", "http://engine:5005")
    settings = FrontDoorSettings()
    assert settings.address == "http://127.0.0.1:8123"
    assert settings.engine_address == "http://engine:5005"


def test_actions_elsewhere_are_called_there() -> None:
    settings = FrontDoorSettings(actions_url="http://actions:8000")
    assert settings.webhook == "http://actions:8000/internal/actions/webhook"

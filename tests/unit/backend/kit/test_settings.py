from datetime import datetime
from pathlib import Path

import pytest

from backend.appointments.settings import AppointmentSettings
from backend.kit.settings import BackendSettings


def test_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "FRONTDOOR_DATA_DIR", "FRONTDOOR_NOW"):
        monkeypatch.delenv(name, raising=False)
    settings = BackendSettings()
    assert settings.resolved_database_url == "sqlite:///var/frontdoor.db"
    assert settings.now is None
    assert (settings.city_dir / "services.yml").is_file()


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://db/city")
    monkeypatch.setenv("FRONTDOOR_DATA_DIR", "/tmp/elsewhere")
    monkeypatch.setenv("FRONTDOOR_NOW", "2026-03-02T09:00")
    monkeypatch.setenv("FRONTDOOR_INTERNAL_TOKEN", "secret")
    settings = BackendSettings()
    assert settings.resolved_database_url == "postgresql+psycopg://db/city"
    assert settings.data_dir == Path("/tmp/elsewhere")
    assert settings.now == datetime(2026, 3, 2, 9, 0)
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("settings", [BackendSettings, AppointmentSettings])
def test_every_setting_is_documented(
    settings: type[BackendSettings] | type[AppointmentSettings],
) -> None:
    prefix = settings.model_config["env_prefix"]
    for name in settings.model_fields:
        variable = "DATABASE_URL" if name == "database_url" else f"{prefix}{name}".upper()
        assert f"`{variable}`" in (settings.__doc__ or "")

from pathlib import Path

import pytest

from backend.app import create_backend
from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.settings import AppointmentSettings
from backend.kit.settings import BackendSettings


def test_the_embedded_engine_is_the_default() -> None:
    assert AppointmentSettings().provider == "embedded"


def test_the_environment_names_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "APPOINTMENTS_PROVIDER": "zms",
        "ZMS_URL": "https://zms.example.org/api",
        "ZMS_TIMEOUT_SECONDS": "2.5",
        "ZMS_PRECONFIRM": "false",
    }.items():
        monkeypatch.setenv(name, value)
    assert AppointmentSettings().provider == "zms"
    settings = ZmsSettings()
    assert (settings.url, settings.timeout_seconds, settings.preconfirm) == (
        "https://zms.example.org/api",
        2.5,
        False,
    )


def test_no_start_without_an_address(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ZMS_URL"):
        create_backend(
            BackendSettings(data_dir=tmp_path),
            rules=AppointmentSettings(provider="zms"),
            zms=ZmsSettings(url=""),
        )

"""The engine's environment, and when its model is out of date."""

import os
from pathlib import Path

import pytest

from frontdoor import engine
from frontdoor.secrets import Secrets
from frontdoor.settings import FrontDoorSettings

SECRETS = Secrets("internal-s", "engine-s", "conversations-s")


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small copy of what the model depends on."""
    for name in ("config.yml", "data/nlu/a.yml", "assistant/x.py", "language/vocabulary/y.yml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.setattr(engine, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "name", ["config.yml", "data/nlu/a.yml", "assistant/x.py", "language/vocabulary/y.yml"]
)
def test_a_changed_source_asks_for_another_model(sources: Path, name: str) -> None:
    before = engine.model_path()
    (sources / name).write_text("changed")
    assert engine.model_path() != before


@pytest.mark.parametrize("name", ["data/rules/b.yml", "data/domain/c.yml", "assistant/uv.lock"])
def test_a_new_source_asks_for_another_model(sources: Path, name: str) -> None:
    before = engine.fingerprint()
    (sources / name).parent.mkdir(exist_ok=True)
    (sources / name).write_text("new")
    assert engine.fingerprint() != before


def test_a_source_that_moves_asks_for_another_model(sources: Path) -> None:
    before = engine.fingerprint()
    (sources / "data/nlu/a.yml").rename(sources / "data/nlu/b.yml")
    assert engine.fingerprint() != before


@pytest.mark.parametrize(
    "name", ["assistant/.venv/lib/z.py", "assistant/__pycache__/x.pyc", "data/city/offices.yml"]
)
def test_what_the_model_does_not_read_changes_nothing(sources: Path, name: str) -> None:
    before = engine.fingerprint()
    (sources / name).parent.mkdir(parents=True, exist_ok=True)
    (sources / name).write_text("new")
    assert engine.fingerprint() == before


def test_the_same_sources_have_the_same_model(sources: Path) -> None:
    assert engine.fingerprint() == engine.fingerprint()
    assert engine.model_path().parent == sources / "models"


def test_the_engine_knows_its_own_secrets_and_not_those_of_conversations(tmp_path: Path) -> None:
    settings = FrontDoorSettings(data_dir=tmp_path, port=8123)
    environment = engine.environment(settings, SECRETS)
    assert environment["FRONTDOOR_ENGINE_TOKEN"] == "engine-s"
    assert environment["FRONTDOOR_INTERNAL_TOKEN"] == "internal-s"
    assert "conversations-s" not in environment.values()
    assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert environment["FRONTDOOR_TRACKER_DB"] == str(tmp_path / "tracker.db")
    assert environment["FRONTDOOR_ACTIONS_URL"] == (
        "http://127.0.0.1:8123/internal/actions/webhook"
    )
    assert environment["PATH"] == os.environ["PATH"]


def test_a_command_runs_in_the_engines_environment() -> None:
    settings = FrontDoorSettings(engine_python=Path("/py"))
    command = engine.command(settings, "train", "m.tar.gz")
    assert command == ["/py", "-m", "assistant.train", "m.tar.gz"]

"""Secrets: made once, kept for the owner only, and given from outside where wished."""

import stat
from pathlib import Path

import pytest

from frontdoor.secrets import load_secrets


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("INTERNAL_TOKEN", "ENGINE_TOKEN", "CONVERSATIONS_SECRET"):
        monkeypatch.delenv(f"FRONTDOOR_{name}", raising=False)


def test_they_are_made_once_and_stay(tmp_path: Path) -> None:
    made = load_secrets(tmp_path)
    assert load_secrets(tmp_path) == made
    assert len({made.internal, made.engine, made.conversations}) == 3
    assert min(len(made.internal), len(made.engine), len(made.conversations)) >= 40


def test_only_their_owner_reads_them(tmp_path: Path) -> None:
    load_secrets(tmp_path / "new" / "folder")
    mode = (tmp_path / "new" / "folder" / "secrets.json").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_each_folder_has_its_own(tmp_path: Path) -> None:
    assert load_secrets(tmp_path / "a") != load_secrets(tmp_path / "b")


def test_the_environment_wins_and_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = load_secrets(tmp_path)
    monkeypatch.setenv("FRONTDOOR_ENGINE_TOKEN", "from outside")
    given = load_secrets(tmp_path)
    assert (given.engine, given.internal) == ("from outside", kept.internal)
    assert "from outside" not in (tmp_path / "secrets.json").read_text()


def test_an_empty_variable_gives_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = load_secrets(tmp_path)
    monkeypatch.setenv("FRONTDOOR_INTERNAL_TOKEN", "")
    assert load_secrets(tmp_path) == kept

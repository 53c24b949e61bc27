from pathlib import Path

import pytest
from typer.testing import CliRunner

from frontdoor.cli import app
from frontdoor.settings import ROOT


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["import", *arguments])
    return result.exit_code, result.output


def test_a_folder_is_loaded_after_a_dry_run() -> None:
    folder = str(ROOT / "data" / "city")
    assert run("all", folder, "--dry-run") == (0, "Would store: 14 services, 8 offices.\n")
    # Nothing was stored by the dry run: the offices' services are still unknown.
    status, output = run("offices", f"{folder}/offices.yml")
    assert (status, "there is no service identity_card" in output) == (1, True)
    assert run("all", folder) == (0, "Stored: 14 services, 8 offices.\n")


def test_faults_come_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "closures.yml"
    path.write_text("closures:\n  - from: 2026-05-04\n    until: tomorrow\n")
    status, output = run("closures", str(path))
    assert status == 1
    assert f"{path}:3: until: 'tomorrow' is neither" in output
    assert "Nothing was stored: 1 problems." in output


def test_a_file_that_is_not_there() -> None:
    status, output = run("services", "/nowhere.yml")
    assert (status, "cannot be read" in output) == (1, True)

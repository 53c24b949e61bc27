"""Texts outside the domain: German beside English, with the same placeholders."""

from pathlib import Path
from string import Formatter

import pytest
import yaml

ROOT = Path(__file__).parents[3]
FILES = sorted(
    path for package in ("connectors", "backend") for path in (ROOT / package).rglob("texts.yml")
)


def entries() -> list[tuple[str, dict[str, str]]]:
    return [
        (f"{path.relative_to(ROOT)}: {key}", entry)
        for path in FILES
        for key, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    ]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_files_are_found() -> None:
    assert ROOT / "connectors/core/texts.yml" in FILES
    assert len(FILES) >= 4


@pytest.mark.parametrize(("name", "entry"), entries(), ids=[name for name, _ in entries()])
def test_both_languages_say_the_same(name: str, entry: dict[str, str]) -> None:
    assert set(entry) == {"de", "en"}
    assert all(text.strip() for text in entry.values())
    assert placeholders(entry["de"]) == placeholders(entry["en"])

"""Text files with German and English side by side."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


class Texts:
    """Texts by key: ``{"greeting": {"de": "Hallo {name}", "en": "Hello {name}"}}``."""

    def __init__(self, entries: Mapping[str, Mapping[str, str]]) -> None:
        self._entries = entries

    @classmethod
    def load(cls, path: Path) -> "Texts":
        """Read a YAML file."""
        return cls(yaml.safe_load(path.read_text(encoding="utf-8")))

    def get(self, key: str, language: str, **values: Any) -> str:
        """The text for ``key`` with its placeholders filled; unknown languages get German.

        Raises KeyError for an unknown key or a missing value.
        """
        entry = self._entries[key]
        return entry.get(language, entry["de"]).format(**values)

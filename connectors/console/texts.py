"""The console's own texts."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from language.texts import Texts

LANGUAGES = ("de", "en")
FILE = Path(__file__).with_name("texts.yml")


@cache
def _texts() -> Texts:
    return Texts.load(FILE)


@cache
def _keys() -> frozenset[str]:
    return frozenset(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def text(key: str, language: str, **values: Any) -> str:
    """The text for ``key``."""
    return _texts().get(key, language, **values)


def text_or(key: str, language: str, otherwise: str) -> str:
    """The text for ``key``, or ``otherwise`` where the backend has a word that has none here."""
    return text(key, language) if key in _keys() else otherwise


def preferred(cookie: str | None, accepted: Iterable[str]) -> str:
    """German or English: as chosen, else as the browser prefers, else German."""
    for tag in (cookie or "", *accepted):
        language = tag.strip().lower()[:2]
        if language in LANGUAGES:
            return language
    return "de"

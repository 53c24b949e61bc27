"""The channel's own texts."""

from functools import cache
from pathlib import Path
from typing import Any

from language.texts import Texts


@cache
def _texts() -> Texts:
    return Texts.load(Path(__file__).with_name("texts.yml"))


def text(key: str, language: str, **values: Any) -> str:
    """The text for ``key`` in ``language``."""
    return _texts().get(key, language, **values)

"""What a wish is called, in a sentence and on a button."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_OTHER = "other"


@cache
def _titles() -> dict[str, dict[str, dict[str, str]]]:
    text = Path(__file__).with_name("titles.yml").read_text(encoding="utf-8")
    titles: Any = yaml.safe_load(text)
    return dict(titles)


def title(intent: str, language: str) -> str:
    """``intent`` in the middle of a sentence: "die Terminbuchung"."""
    return _titles().get(intent, _titles()[_OTHER])["within"][language]


def button(intent: str, language: str) -> str:
    """``intent`` on a button: "Termin buchen"."""
    return _titles().get(intent, _titles()[_OTHER])["button"][language]


def can_be_offered(intent: str) -> bool:
    """Whether ``intent`` is a wish that a button can offer."""
    return intent in _titles() and intent != _OTHER

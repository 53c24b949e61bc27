"""The intents agreed on, as data for tests."""

from dataclasses import dataclass
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("intents.yml")


@dataclass(frozen=True)
class Agreed:
    """``messages``: one for each language; ``answers``: response keys that answer them."""

    intent: str
    messages: dict[str, str]
    answers: tuple[str, ...]


def agreed_intents() -> list[Agreed]:
    """All of them, in the contract's order."""
    return [
        Agreed(
            entry["intent"],
            {language: entry[language] for language in ("de", "en")},
            tuple(entry.get("answers") or [f"utter_{entry['intent']}"]),
        )
        for entry in yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    ]

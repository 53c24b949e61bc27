"""The intents agreed on, as data for tests."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from language.text import fold

_FILE = Path(__file__).with_name("intents.yml")
_EXAMPLES = Path(__file__).parents[2] / "data" / "nlu"


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


@cache
def trained() -> set[str]:
    """The training examples in both languages, folded."""
    return {
        fold(line.removeprefix("- "))
        for path in _EXAMPLES.glob("*.yml")
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
    }

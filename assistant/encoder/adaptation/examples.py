"""The training examples, and which of them the sentence model never sees."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.encoder.holdout import is_held_out

FOLDER = Path(__file__).parents[3] / "data" / "nlu"


@dataclass(frozen=True)
class Example:
    """What somebody says, the language of its file, and what is meant."""

    text: str
    language: str
    intent: str


def examples(folder: Path = FOLDER) -> tuple[list[Example], list[Example]]:
    """(to learn from, held out), each in the order of the files."""
    found = [example for path in sorted(folder.glob("*.yml")) for example in _of(path)]
    held = [example for example in found if is_held_out(example.text)]
    return [example for example in found if not is_held_out(example.text)], held


def _of(path: Path) -> list[Example]:
    language = path.name.split(".")[-2]
    return [
        Example(line.removeprefix("- "), language, block["intent"])
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
    ]

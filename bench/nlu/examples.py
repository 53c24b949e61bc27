"""Examples to train on and messages to measure with."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Labelled:
    """A text and the one intent it has; ``group`` is what results are told apart by."""

    text: str
    intent: str
    group: str


def ours(folder: Path) -> Iterator[Labelled]:
    """The training examples in ``data/nlu``; the group is the language."""
    for file in sorted(folder.glob("*.yml")):
        language = file.suffixes[0].removeprefix(".")
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                text = line.removeprefix("- ").strip()
                if text:
                    yield Labelled(text, block["intent"], language)


def development(file: Path) -> Iterator[Labelled]:
    """Messages with one wish out of a TSV file (lang, style, intents, text)."""
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        language, _, intents, text = line.split("\t")
        if "+" not in intents:
            yield Labelled(text, intents, language)


def xsid(folder: Path, part: str) -> Iterator[Labelled]:
    """``part`` ("valid", "test") of the xSID corpus (van der Goot et al. 2021), by language.

    "weather/find" is written with a line instead, because Rasa takes a slash for its
    retrieval intents.
    """
    for file in sorted(folder.glob(f"*.{part}.conll")):
        said: dict[str, str] = {}
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                name, _, value = line.removeprefix("#").partition("=")
                said[name.strip()] = value.strip()
            elif not line and {"text", "intent"} <= said.keys():
                intent = said["intent"].replace("/", "_")
                yield Labelled(said["text"], intent, file.name.partition(".")[0])
                said = {}


def at_most(examples: Sequence[Labelled], most: int | None) -> list[Labelled]:
    """At most ``most`` examples an intent and group, chosen by a fixed seed; None keeps all."""
    groups: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for example in examples:
        groups[example.intent, example.group].append(example)
    chance = random.Random(7)
    return [
        example
        for found in groups.values()
        for example in (found if most is None else chance.sample(found, min(most, len(found))))
    ]

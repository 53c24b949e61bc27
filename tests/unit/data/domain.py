"""Domain, rules and configuration as the tests read them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Variation:
    """One wording of a response; ``channel`` is None where it serves all channels."""

    key: str
    file: str
    languages: tuple[str, ...]
    channel: str | None
    text: str
    payloads: tuple[str, ...]

    @property
    def placeholders(self) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(self.text) if name}


@cache
def variations() -> tuple[Variation, ...]:
    """Every wording in data/domain."""
    return tuple(_variations())


def _variations() -> Iterator[Variation]:
    for path in sorted((ROOT / "data" / "domain").glob("*.yml")):
        for key, entries in (_read(path).get("responses") or {}).items():
            for entry in entries:
                yield _variation(key, path.name, entry)


def _variation(key: str, file: str, entry: dict[str, Any]) -> Variation:
    conditions = entry.get("condition") or []
    languages = [c["value"] for c in conditions if (c["type"], c["name"]) == ("slot", "language")]
    payloads = [button["payload"] for button in entry.get("buttons") or []]
    return Variation(
        key, file, tuple(languages), entry.get("channel"), entry.get("text", ""), tuple(payloads)
    )


def keys() -> set[str]:
    """All response keys."""
    return {variation.key for variation in variations()}


@cache
def declared(field: str) -> tuple[str, ...]:
    """``intents`` or ``actions`` of all domain files."""
    files = sorted((ROOT / "data" / "domain").glob("*.yml"))
    return tuple(entry for path in files for entry in _read(path).get(field) or [])


@cache
def rules() -> dict[str, str]:
    """What answers an intent: the action of its rule."""
    found = {}
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        for rule in _read(path)["rules"]:
            intent, action = rule["steps"][0]["intent"], rule["steps"][1]["action"]
            assert intent not in found, f"two rules for {intent}"
            found[intent] = action
    return found


def tasks() -> list[str]:
    """The intents that start a task, from config.yml."""
    policies = _read(ROOT / "config.yml")["policies"]
    return [intent for policy in policies for intent in policy.get("starts") or []]


def read_payload(payload: str) -> tuple[str, dict[str, Any]]:
    """``/inform{{"people": 2}}`` as intent and values; Rasa halves doubled braces."""
    match = re.fullmatch(r"/(\w+)(?:\{(\{.*\})\})?", payload)
    assert match, f"{payload}: values stand in double braces, single ones are Rasa's placeholders"
    return match.group(1), json.loads(match.group(2) or "{}")


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content

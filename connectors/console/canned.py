"""Canned answers: words that staff send often, in both languages, with variables."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import yaml

# What stands where nothing is known; staff see it before they send.
_BLANK = "…"
VARIABLES = frozenset({"staff", "department", "name", "today", "code"})


@dataclass(frozen=True)
class CannedAnswer:
    """One answer; ``title`` and ``text`` by language."""

    title: Mapping[str, str]
    text: Mapping[str, str]


@dataclass(frozen=True)
class Canned:
    """All of them, in the order of the file."""

    answers: tuple[CannedAnswer, ...]

    def filled(self, values: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
        """Title and text by language, with the variables filled in."""
        return {
            language: [(a.title[language], fill(a.text[language], values)) for a in self.answers]
            for language in ("de", "en")
        }


def load_canned(path: Path) -> Canned:
    """Read a file. Raises ValueError for a missing language or an unknown variable."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    answers = tuple(CannedAnswer(entry["title"], entry["text"]) for entry in entries)
    for answer in answers:
        if {"de", "en"} - set(answer.title) or {"de", "en"} - set(answer.text):
            raise ValueError(f"canned answer without German or English: {dict(answer.title)}")
        for text in answer.text.values():
            if unknown := set(_variables(text)) - VARIABLES:
                raise ValueError(f"unknown variables in a canned answer: {sorted(unknown)}")
    return Canned(answers)


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with its variables; a blank where a value is not known."""
    return text.format_map({name: values.get(name) or _BLANK for name in _variables(text)})


def _variables(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name]

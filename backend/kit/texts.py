"""Sentences for people, German beside English, from files."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter

import yaml

LANGUAGES = ("de", "en")
COMMON = Path(__file__).with_name("texts.yml")


class Texts:
    """Looks up sentences by key and language."""

    def __init__(self, sentences: Mapping[str, Mapping[str, str]]) -> None:
        self._sentences = sentences

    def names(self) -> Iterable[str]:
        """All keys."""
        return self._sentences.keys()

    def say(self, key: str, language: str, values: Mapping[str, object]) -> str:
        """The sentence with its placeholders filled from `values`.

        Raises KeyError for an unknown key or a placeholder without value.
        """
        return self._sentences[key][language].format_map(values)

    def placeholders(self, key: str, language: str) -> set[str]:
        """Names of the placeholders in one sentence."""
        return {name for _, name, _, _ in Formatter().parse(self._sentences[key][language]) if name}


def load_texts(paths: Iterable[Path]) -> Texts:
    """Read text files in order; a key in two files is an error (ValueError)."""
    sentences: dict[str, Mapping[str, str]] = {}
    for path in paths:
        for key, languages in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if key in sentences:
                raise ValueError(f"text key {key} of {path} exists already")
            sentences[key] = languages
    return Texts(sentences)


def preferred_language(accept_language: str | None) -> str:
    """German or English by an Accept-Language header; German when neither is named."""
    best, best_weight = "de", 0.0
    for part in (accept_language or "").split(","):
        tag, _, parameter = part.strip().partition(";")
        language = tag.strip().lower().split("-")[0]
        weight = _weight(parameter)
        if language in LANGUAGES and weight > best_weight:
            best, best_weight = language, weight
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0

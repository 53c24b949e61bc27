"""The citizens' words, kept as YAML beside this module."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The vocabulary file ``name`` (without ending); read once per process."""
    return yaml.safe_load((files(__package__) / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def known_names() -> dict[str, frozenset[str]]:
    """Folded first names ("given") and family names ("family") that are no words of their own."""
    listed = (files(__package__) / "names_known.txt").read_text(encoding="utf-8")
    kinds = (line.split() for line in listed.splitlines() if not line.startswith("#"))
    return {kind: frozenset(names) for kind, *names in kinds}

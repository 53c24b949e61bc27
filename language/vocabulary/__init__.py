"""The citizens' words, kept as YAML beside this module."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The vocabulary file ``name`` (without ending); read once per process."""
    return yaml.safe_load((files(__package__) / f"{name}.yml").read_text(encoding="utf-8"))

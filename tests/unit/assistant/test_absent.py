"""Rasa without TensorFlow, in a process of its own each time."""

import subprocess
import sys
from pathlib import Path

import pytest

OURS = """
pipeline: [{name: assistant.nlu.language.LanguageDetector}]
policies: [{name: assistant.policies.tasks.TaskPolicy}]
"""
DIET = """
pipeline: [{name: assistant.nlu.language.LanguageDetector}, {name: DIETClassifier}]
policies: [{name: assistant.policies.tasks.TaskPolicy}]
"""
_INSTALL = """
import importlib.util, sys
from pathlib import Path
from assistant import absent
print(absent.install(Path(sys.argv[1])))
print("absent" in type(importlib.util.find_spec("tensorflow").loader).__module__)
"""
_IMPORT = """
import rasa.utils.train_utils
import tensorflow as tf
print(hasattr(tf, "__version__"), isinstance(tf.keras.layers.Layer, type))
"""


def said(tmp_path: Path, config: str, code: str) -> list[str]:
    (tmp_path / "config.yml").write_text(config)
    command = [sys.executable, "-c", code, str(tmp_path / "config.yml")]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize(("config", "is_absent"), [(OURS, "True"), (DIET, "False")])
def test_absent_unless_a_component_may_need_it(tmp_path: Path, config: str, is_absent: str) -> None:
    assert said(tmp_path, config, _INSTALL) == [is_absent, is_absent]


def test_rasa_can_be_imported_without_it(tmp_path: Path) -> None:
    assert said(tmp_path, OURS, _INSTALL + _IMPORT)[-1] == "False True"

"""A model of one pipeline: trained and asked in processes of its own."""

import json
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.nlu.examples import Labelled

# What `rasa init` writes into config.yml.
STOCK: tuple[Mapping[str, Any], ...] = (
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
    {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
    {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
)


@dataclass(frozen=True)
class Result:
    """``intents`` understood, in the order asked; seconds and megabytes of each phase."""

    intents: tuple[str, ...]
    training_seconds: float
    training_megabytes: float
    parse_milliseconds: tuple[float, ...]
    parse_megabytes: float


class Pipeline:
    """``python`` is the engine's interpreter; ``root`` the project, on its path."""

    def __init__(
        self, python: Path, root: Path, folder: Path, components: Sequence[Mapping[str, Any]]
    ) -> None:
        self._python = python
        self._root = root
        self._folder = folder
        self._components = components

    def measure(self, examples: Sequence[Labelled], asked: Sequence[Labelled]) -> Result:
        """Train on ``examples`` and understand ``asked``. Raises CalledProcessError."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._write(examples)
        began = time.monotonic()
        training = self._run("-m", "rasa", "train", "nlu", "--nlu", "nlu.yml", "--out", "models")
        seconds = time.monotonic() - began
        (self._folder / "asked.json").write_text(json.dumps([each.text for each in asked]))
        worker = self._root / "bench" / "nlu" / "worker.py"
        parsing = self._run(str(worker), "models", "asked.json", "said.json")
        said = json.loads((self._folder / "said.json").read_text())
        return Result(
            tuple(said["intents"]), seconds, training, tuple(said["milliseconds"]), parsing
        )

    def _write(self, examples: Sequence[Labelled]) -> None:
        blocks: dict[str, list[str]] = {}
        for example in examples:
            blocks.setdefault(example.intent, []).append(f"- {example.text}\n")
        nlu = [{"intent": name, "examples": "".join(lines)} for name, lines in blocks.items()]
        config = {
            "recipe": "default.v1",
            "language": "de",
            "assistant_id": "bench",
            "pipeline": list(self._components),
        }
        for name, content in (("nlu.yml", {"version": "3.1", "nlu": nlu}), ("config.yml", config)):
            text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
            (self._folder / name).write_text(text, encoding="utf-8")

    def _run(self, *arguments: str) -> float:
        """Run to the end; the peak memory in MB of the largest process so far of this kind."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(self._root),
            "PYTHONWARNINGS": "ignore",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "TQDM_DISABLE": "1",
            "RASA_TELEMETRY_ENABLED": "false",
            "RASA_CACHE_DIRECTORY": str(self._folder / "cache"),
        }
        log = self._folder / "log"
        with log.open("ab") as output:
            process = subprocess.Popen(
                [str(self._python), *arguments],
                cwd=self._folder,
                env=environment,
                stdout=output,
                stderr=output,
            )
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(arguments)} failed; see {log}")
        return _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024

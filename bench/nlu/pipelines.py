"""A model of one pipeline: trained and asked in processes of its own."""

import json
import os
import resource
import shutil
import subprocess
import time
import zlib
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
class Training:
    """Seconds and peak megabytes; ``adapting_seconds`` are those of the sentence model, if any."""

    seconds: float
    megabytes: float
    adapting_seconds: float | None = None


@dataclass(frozen=True)
class Asking:
    """``intents`` understood, in the order asked; milliseconds each; peak megabytes."""

    intents: tuple[str, ...]
    milliseconds: tuple[float, ...]
    megabytes: float


class Pipeline:
    """``python`` is the engine's interpreter; ``root`` the project, on its path. ``adapting`` is
    an interpreter with PyTorch that adapts the sentence model to the same examples first.
    """

    def __init__(
        self,
        python: Path,
        root: Path,
        folder: Path,
        components: Sequence[Mapping[str, Any]],
        adapting: Path | None = None,
    ) -> None:
        self._python, self._root, self._folder = python, root, folder
        self._components, self._adapting = components, adapting

    def train(self, examples: Sequence[Labelled]) -> Training:
        """Train, or find what was trained on the same before. Raises CalledProcessError."""
        said = {"components": list(self._components), "examples": [vars(e) for e in examples]}
        mark = zlib.crc32(json.dumps(said, sort_keys=True).encode())
        kept = self._folder / f"{mark:08x}.json"
        if kept.exists():
            return Training(**json.loads(kept.read_text()))
        shutil.rmtree(self._folder, ignore_errors=True)
        (self._folder / "nlu").mkdir(parents=True)
        self._write(examples)
        adapted = self._adapt() if self._adapting else None
        began = time.monotonic()
        megabytes = self._run("-m", "rasa", "train", "nlu", "--nlu", "nlu", "--out", "models")
        training = Training(time.monotonic() - began, megabytes, adapted)
        kept.write_text(json.dumps(vars(training)))
        return training

    def ask(self, asked: Sequence[Labelled]) -> Asking:
        """Understand ``asked`` with what was trained. Raises CalledProcessError."""
        (self._folder / "asked.json").write_text(json.dumps([each.text for each in asked]))
        worker = self._root / "bench" / "nlu" / "worker.py"
        megabytes = self._run(str(worker), "models", "asked.json", "said.json")
        said = json.loads((self._folder / "said.json").read_text())
        return Asking(tuple(said["intents"]), tuple(said["milliseconds"]), megabytes)

    def _adapt(self) -> float:
        began = time.monotonic()
        module = "assistant.encoder.adaptation"
        self._run(
            *("-m", module, "--examples", "nlu", "--out", "adapter.npz"), python=self._adapting
        )
        return time.monotonic() - began

    def _write(self, examples: Sequence[Labelled]) -> None:
        blocks: dict[str, dict[str, list[str]]] = {}
        for each in examples:
            lines = blocks.setdefault(each.group, {}).setdefault(each.intent, [])
            lines.append(f"- {each.text}\n")
        for group, intents in blocks.items():
            nlu = [{"intent": name, "examples": "".join(each)} for name, each in intents.items()]
            self._keep(f"nlu/examples.{group}.yml", {"version": "3.1", "nlu": nlu})
        config = {
            "recipe": "default.v1",
            "language": "de",
            "assistant_id": "bench",
            "pipeline": list(self._components),
        }
        self._keep("config.yml", config)

    def _keep(self, name: str, content: Mapping[str, Any]) -> None:
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
        (self._folder / name).write_text(text, encoding="utf-8")

    def _run(self, *arguments: str, python: Path | None = None) -> float:
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
        if (self._folder / "adapter.npz").exists():
            environment["FRONTDOOR_ADAPTER"] = "adapter.npz"
        log = self._folder / "log"
        with log.open("ab") as output:
            process = subprocess.Popen(
                [str(python or self._python), *arguments],
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

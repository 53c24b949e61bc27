"""Training, and understanding in bulk, in the engine's environment."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from frontdoor import engine
from frontdoor.secrets import load_secrets
from frontdoor.settings import ROOT, FrontDoorSettings

_KEPT_MODELS = 3


def train_when_needed(*, force: bool = False) -> Path:
    """The model for the present sources; trains when there is none, and says so.

    Raises SystemExit when training fails.
    """
    settings = FrontDoorSettings()
    model = engine.model_path()
    if model.exists() and not force:
        print(f"Model is up to date: {model.relative_to(ROOT)}", file=sys.stderr)
        return model
    model.parent.mkdir(exist_ok=True)
    print("Training the model (one to two minutes on two cores) …", file=sys.stderr, flush=True)
    began = time.monotonic()
    _forget_old_caches(engine.training_cache(settings))
    environment = engine.environment(settings, load_secrets(settings.data_dir))
    command = engine.command(settings, "train", str(model))
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=sys.stderr, check=False)
    if done.returncode or not model.exists():
        raise SystemExit("Training failed; see the lines above.")
    print(
        f"Trained in {time.monotonic() - began:.0f} s: {model.relative_to(ROOT)}", file=sys.stderr
    )
    _forget_old(model)
    return model


def _forget_old(model: Path) -> None:
    models = sorted(model.parent.glob("frontdoor-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    for old in models[:-_KEPT_MODELS]:
        old.unlink()


def _forget_old_caches(kept: Path) -> None:
    for cache in kept.parent.glob("*"):
        if cache != kept:
            shutil.rmtree(cache, ignore_errors=True)


def parse_lines() -> int:
    """``frontdoor parse``: stdin to stdout through the engine's model."""
    return _with_model("parse")


def evaluate_file(file: Path, plots: Path | None, *, misses: bool) -> int:
    """``frontdoor evaluate``: figures over the labelled ``file``, plots into a folder."""
    folder = plots or FrontDoorSettings().data_dir.resolve() / "evaluation"
    options = ["--misses"] if misses else []
    return _with_model("evaluate", str(file.resolve()), str(folder.resolve()), *options)


def suggest(gaps: Iterable[Mapping[str, Any]]) -> int:
    """``frontdoor gaps``: what was not understood, clustered, as labelling suggestions."""
    lines = "".join(f"{json.dumps(gap, ensure_ascii=False)}\n" for gap in gaps)
    return _with_model("gaps", given=lines)


def _with_model(module: str, *arguments: str, given: str | None = None) -> int:
    """Run a module of the engine on the present model, trained when needed; its exit code.

    ``given`` is its stdin, else it reads ours.
    """
    settings = FrontDoorSettings()
    model = train_when_needed()
    environment = engine.environment(settings, load_secrets(settings.data_dir))
    command = engine.command(settings, module, str(model), *arguments)
    done = subprocess.run(
        command, env=environment, cwd=ROOT, check=False, input=given, encoding="utf-8"
    )
    return done.returncode

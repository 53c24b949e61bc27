"""The engine's environment and commands."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from frontdoor.secrets import Secrets
from frontdoor.settings import ROOT, FrontDoorSettings

_CODE = ("assistant", "language")
_SOURCES = ("config.yml", "data/nlu", "data/rules", "data/domain", *_CODE)
_ENDINGS = {".yml", ".py", ".lock", ".npz"}


def fingerprint(sources: Sequence[str] = _SOURCES) -> str:
    """What the model depends on, in twelve characters: data, configuration and components."""
    digest = hashlib.sha256()
    for source in sources:
        for path in sorted(_files(ROOT / source)):
            digest.update(str(path.relative_to(ROOT)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (entry for entry in path.rglob("*") if entry.suffix in _ENDINGS)
    return [entry for entry in found if ".venv" not in entry.parts]


def model_path() -> Path:
    """Where the model for the present sources is or will be."""
    return ROOT / "models" / f"frontdoor-{fingerprint()}.tar.gz"


def training_cache(settings: FrontDoorSettings) -> Path:
    """Where Rasa keeps what it has already computed.

    Rasa knows a component by its own file only; one cache for each state of our code keeps
    it from reusing what a changed helper module would compute differently.
    """
    return settings.data_dir.resolve() / "rasa-cache" / fingerprint(_CODE)


def environment(settings: FrontDoorSettings, secrets: Secrets) -> dict[str, str]:
    """The environment variables of the engine's processes."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TQDM_DISABLE": "1",
        # Waiting threads must sleep: where cores are shared, spinning ones made an embedding
        # take 270 ms instead of 20.
        "OMP_WAIT_POLICY": "passive",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(training_cache(settings)),
        "FRONTDOOR_EMBEDDINGS": str(settings.data_dir.resolve() / "embeddings.npz"),
        "SANIC_ACCESS_LOG": "false",
        "LOG_LEVEL": "WARNING",
        "FRONTDOOR_ENGINE_TOKEN": secrets.engine,
        "FRONTDOOR_INTERNAL_TOKEN": secrets.internal,
        "FRONTDOOR_ACTIONS_URL": settings.webhook,
        "FRONTDOOR_TRACKER_DIALECT": "sqlite",
        "FRONTDOOR_TRACKER_DB": str(settings.data_dir.resolve() / "tracker.db"),
    }


def command(settings: FrontDoorSettings, module: str, *arguments: str) -> list[str]:
    """A command in the engine's environment."""
    return [str(settings.engine_python), "-m", f"assistant.{module}", *arguments]

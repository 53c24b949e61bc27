"""Secrets of this installation: from the environment, else made once and kept."""

import contextlib
import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Secrets:
    """``internal``: bearer token between our processes; ``engine``: the engine's channel;
    ``conversations``: signs conversation ids.
    """

    internal: str
    engine: str
    conversations: str


def load_secrets(data_dir: Path) -> Secrets:
    """Read ``secrets.json`` in ``data_dir``, or write it, readable by its owner only.

    ``FRONTDOOR_INTERNAL_TOKEN``, ``FRONTDOOR_ENGINE_TOKEN`` and
    ``FRONTDOOR_CONVERSATIONS_SECRET`` come first, for processes on several machines.
    """
    path = data_dir / "secrets.json"
    if not path.exists():
        _make(path)
    kept = Secrets(**json.loads(path.read_text()))
    given = {
        "internal": os.environ.get("FRONTDOOR_INTERNAL_TOKEN"),
        "engine": os.environ.get("FRONTDOOR_ENGINE_TOKEN"),
        "conversations": os.environ.get("FRONTDOOR_CONVERSATIONS_SECRET"),
    }
    return Secrets(**{**asdict(kept), **{name: value for name, value in given.items() if value}})


def _make(path: Path) -> None:
    """Write new secrets whole or not at all; a rival that was first wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        json.dump({field.name: secrets.token_urlsafe(32) for field in fields(Secrets)}, file)
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()

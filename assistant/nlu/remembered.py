"""Embeddings of the training examples, kept from one training to the next."""

import hashlib
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.encoder import adapter
from assistant.encoder.encoder import Vector
from assistant.nlu.meaning import embed_all

# The file they are kept in; without it every training begins from nothing.
SETTING = "FRONTDOOR_EMBEDDINGS"


def embed_examples(texts: Sequence[str]) -> Vector:
    """As ``embed_all``, but only what was not read before by the same model is read again."""
    file = os.environ.get(SETTING)
    return embed_all(texts) if file is None else _with_kept(Path(file), texts)


def _with_kept(file: Path, texts: Sequence[str]) -> Vector:
    kept = _read(file)
    keys = [_key(text) for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
    if new:
        kept.update(zip(new, embed_all(list(new.values())), strict=True))
    rows = np.vstack([kept[key] for key in keys])
    if new or len(kept) > len(set(keys)):
        # What is no example any more is forgotten.
        np.savez(file, model=_model(), keys=np.array(keys, dtype=np.uint64), rows=rows)
    return rows


def _read(file: Path) -> dict[int, Vector]:
    """What was kept for the present model; nothing where there is no such file or another's."""
    try:
        with np.load(file) as found:
            if str(found["model"]) != _model():
                return {}
            return dict(zip(found["keys"].tolist(), found["rows"], strict=True))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}


def _key(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _model() -> str:
    """Another adapter or another way to run it makes other embeddings."""
    folder = Path(adapter.__file__).parent
    digest = hashlib.sha256()
    for each in (adapter.in_use(), *sorted(folder.glob("*.py"))):
        digest.update(each.read_bytes())
    return digest.hexdigest()

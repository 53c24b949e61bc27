"""What a message means, as numbers: as it stands and with its misspelt words put right."""

import logging
import os
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from assistant.encoder import adapter, weights
from assistant.encoder.encoder import Encoder, Vector

_LONGEST_READ = 400
_REPORTED = 2000

logger = logging.getLogger(__name__)


@cache
def city_adapter() -> adapter.Adapter:
    """The adapter of the project, read once."""
    return adapter.load()


@cache
def encoder() -> Encoder:
    """The sentence model adapted to the city's messages, built once in a second or two."""
    return Encoder(adapter.adapted(weights.read(weights.bundled()), city_adapter()))


@lru_cache(maxsize=4096)
def embed(text: str) -> Vector:
    """384 numbers of unit length for ``text``."""
    return encoder().embed(shortened(text))


def read(text: str, corrected: str) -> Vector:
    """The meaning of ``text`` between how it is written and how it was to be written."""
    return embed(text) if corrected == text else (embed(text) + embed(corrected)) / 2


def embed_all(texts: Sequence[str]) -> Vector:
    """One row a text, on all cores, with progress in the log."""
    rows = []
    for row in encoder().embed_many(list(map(shortened, texts)), os.cpu_count() or 1):
        rows.append(row)
        if len(rows) % _REPORTED == 0:
            logger.info("Read %d of %d examples", len(rows), len(texts))
    return np.vstack(rows)


def shortened(text: str) -> str:
    """The model's cost grows with the text; of a long one its beginning and its end are
    read, where wishes stand.
    """
    if len(text) <= _LONGEST_READ:
        return text
    return f"{text[: _LONGEST_READ // 2]} … {text[-_LONGEST_READ // 2 :]}"

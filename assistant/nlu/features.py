"""A message as numbers: letters, lemmas, kinds of values and meaning side by side."""

from typing import Any

import numpy as np
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.nlu.embedding import EMBEDDING
from assistant.nlu.language import LANGUAGE
from language.text import fold

_WORDS = r"\S+"


class SentenceFeatures:
    """TF-IDF of letter n-grams and of lemmas, kinds of values, and the centred embedding.

    Letters and lemmas see a value as its kind ("termin xxservice xxdistrict"), because which
    service or place it is says nothing about the wish. E5 embeddings of any two sentences
    are alike (cosine above 0.7), so what all share is taken off before the head sees them;
    ``weight`` is theirs against the rest.
    """

    def __init__(self, weight: float) -> None:
        self._weight = weight
        self._letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2
        )
        self._lemmas = TfidfVectorizer(
            token_pattern=_WORDS, ngram_range=(1, 2), sublinear_tf=True, min_df=2
        )
        self._kinds = TfidfVectorizer(token_pattern=_WORDS, use_idf=False, norm=None)
        self._centre: Any = None

    def fit(self, messages: list[Message]) -> csr_matrix:
        """Learn vocabularies and centre; the training matrix, one row a message."""
        lemmas = [_lemmas(m) for m in messages]
        self._letters.fit(lemmas)
        self._lemmas.fit(lemmas)
        self._kinds.fit([_kinds(m) for m in messages])
        self._centre = np.mean([m.get(EMBEDDING) for m in messages], axis=0)
        return self.transform(messages)

    def transform(self, messages: list[Message]) -> csr_matrix:
        """One row a message."""
        meaning = np.stack([m.get(EMBEDDING) for m in messages]) - self._centre
        meaning *= self._weight / np.linalg.norm(meaning, axis=1, keepdims=True)
        lemmas = [_lemmas(m) for m in messages]
        blocks = [
            self._letters.transform(lemmas),
            self._lemmas.transform(lemmas),
            self._kinds.transform([_kinds(m) for m in messages]),
            csr_matrix(meaning),
        ]
        return hstack(blocks, format="csr")


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

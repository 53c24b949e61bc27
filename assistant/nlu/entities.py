"""Values in a message, found by the pure functions of ``language``."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.language import LANGUAGE
from assistant.turn import TurnMetadata
from assistant.wishes import Wish
from language.contacts import find_contacts
from language.entities import Entity, find_entities


# Rasa leaves out extractors that learn nothing when it trains; as a featurizer, this one also
# marks the codes in the examples, which the classifier reads.
@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
    ],
    is_trainable=False,
)
class CityEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds service, district, office, people, time, code, email, phone, ordinal and name.

    What a pressed button stands for is taken over as it is.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "CityEntityExtractor":
        """See the parent class."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Find the entities of each message."""
        for message in messages:
            entities = [*message.get(ENTITIES, []), *self._entities(message)]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The codes of the training examples, which is all that the intent classifier reads of
        their values; to find them all takes more than a minute.
        """
        for message in training_data.training_examples:
            contacts = find_contacts(message.get(TEXT) or "", message.get(LANGUAGE) or "de")
            codes = [Entity(c.kind, c.value, c.start, c.end) for c in contacts if c.kind == "code"]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *map(_as_rasa, codes)])
        return training_data

    @staticmethod
    def _entities(message: Message) -> list[dict[str, Any]]:
        turn = TurnMetadata.of(message)
        if turn.choice:
            return [
                _as_rasa(Entity(kind, value, 0, 0))
                for kind, value in turn.choice.entities.items()
                if kind != LANGUAGE
            ]
        text = message.get(TEXT) or ""
        found = _found(text, message.get(LANGUAGE) or "de", turn.at)
        return [_as_rasa(entity) for entity in (_about(turn.wish, found) if turn.wish else found)]


@lru_cache(maxsize=128)
def _found(text: str, language: str, at: datetime) -> tuple[Entity, ...]:
    """A message of several wishes is read once for each, and once as a whole."""
    return tuple(find_entities(text, language, at))


def _about(wish: Wish, found: Sequence[Entity]) -> list[Entity]:
    """What a wish says itself; of other kinds, what the rest of the message says."""
    own = [entity for entity in found if wish.start <= entity.start < wish.end]
    kinds = {entity.kind for entity in own}
    return [entity for entity in found if entity in own or entity.kind not in kinds]


def _as_rasa(entity: Entity) -> dict[str, Any]:
    return {
        "entity": entity.kind,
        "value": entity.value,
        "start": entity.start,
        "end": entity.end,
        "extractor": "CityEntityExtractor",
        **entity.details,
    }

"""The language of each turn, as an entity that fills the slot ``language``."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.turn import TurnMetadata
from language.detection import detect, wished_language

LANGUAGE = "language"
_LONGEST_WISH = 60


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class LanguageDetector(GraphComponent):
    """Adds the entity ``language`` ("de" or "en") to every message.

    The conversation's language so far comes from the tracker, so "ok", "14:30",
    names and codes change nothing. A short wish for a language always counts.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LanguageDetector":
        """See the parent class."""
        return cls()

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "LanguageDetector":
        """See the parent class; the statistics are read in now, not in somebody's first turn."""
        detect("Warmlaufen, bevor jemand wartet", None)
        return cls()

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Detect the language of each message."""
        current = tracker.get_slot(LANGUAGE) if tracker and _is_known(tracker) else None
        for message in messages:
            self._set(message, current)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples have their language too; the tokenizer reads it."""
        self.process(training_data.training_examples)
        return training_data

    @staticmethod
    def _set(message: Message, current: str | None) -> None:
        turn = TurnMetadata.of(message)
        text = message.get(TEXT) or ""
        if turn.choice:
            language = turn.choice.entities.get(LANGUAGE) or current or turn.language or "de"
        else:
            wished = wished_language(text) if len(text) <= _LONGEST_WISH else None
            language = wished or detect(text, current, turn.language)
        message.set(LANGUAGE, language)
        entity = {
            "entity": LANGUAGE,
            "value": language,
            "start": 0,
            "end": 0,
            "extractor": "LanguageDetector",
        }
        message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)


def _is_known(tracker: DialogueStateTracker) -> bool:
    """Whether the conversation has a language: something was said, or it was carried over."""
    return any(
        isinstance(event, UserUttered) or (isinstance(event, SlotSet) and event.key == LANGUAGE)
        for event in tracker.events
    )

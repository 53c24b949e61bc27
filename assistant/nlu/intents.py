"""What a person wants: by rule where that is certain, else by what it means."""

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu import meaning
from assistant.nlu.reader import Reader
from assistant.nlu.value_only import gives_only_values
from assistant.policies.routing import open_question
from assistant.turn import TurnMetadata
from language.assent import assent
from language.name_answers import bare_name
from language.urgent import is_emergency

_OURS = frozenset({"service", "code", "station"})
_ANY_CODE = "K7MP-3WQX"
_FILE = "intents.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CityIntentClassifier(IntentClassifier, GraphComponent):
    """Rules first, then a linear head and the nearest examples over the adapted E5 embedding.

    A message that is nothing but values ("übermorgen um halb drei", "in Walsum") is
    ``inform`` without either, because none can know every name; so is what may be a name
    when a name was asked for and nothing else is sure.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``favour`` and ``alarms``: see :class:`Decision`; ``sure``: the probability from
        which something is said that is no name; ``ranking_length``: how many intents are
        reported.
        """
        return {"favour": {}, "alarms": {}, "sure": 0.87, "ranking_length": 4}

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._reader: Reader | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "CityIntentClassifier":
        """See the parent class."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on the examples of ``training_data`` and store the result."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        reader = Reader(self._config["favour"], self._config["alarms"])
        reader.fit([_legible(m) for m in examples], [m.get(INTENT) for m in examples])
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump(reader, folder / _FILE, compress=3)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "CityIntentClassifier":
        """See the parent class; the embedding model is read in before anybody waits."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._reader = joblib.load(folder / _FILE)
        meaning.embed("")
        return component

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Set ``intent`` and ``intent_ranking`` on each message."""
        asked = open_question(tracker.get_slot("tasks")) if tracker else None
        for message in messages:
            ranking = [
                {"name": name, "confidence": round(share, 4)}
                for name, share in self._ranking(message, asked)
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _ranking(self, message: Message, asked: str | None) -> list[tuple[str, float]]:
        turn = TurnMetadata.of(message)
        if turn.choice:
            return [(turn.choice.intent, 1.0)]
        if turn.wish:
            return [(turn.wish.intent, turn.wish.confidence)]
        if not is_emergency(message.get(TEXT) or ""):
            said = assent(message.get(TEXT) or "")
            if said is not None:
                return [("affirm" if said else "deny", 1.0)]
            if gives_only_values(message):
                return [("inform", 1.0)]
        if self._reader is None:
            raise RuntimeError("the intent classifier is neither trained nor loaded")
        length = self._config["ranking_length"]
        ranking = self._reader.ranking(_legible(message), length, favour=not _is_ours(message))
        if asked == "name" and bare_name(message.get(TEXT) or ""):
            doubt = 1 - ranking[0][1] if self._reader.knows_any(message.get(TEXT)) else 1.0
            if doubt > 1 - self._config["sure"]:
                return [("inform", doubt), *ranking]
        return ranking


def _is_ours(message: Message) -> bool:
    """Whether something is named that only the city has, so that nothing else is likelier."""
    return any(entity["entity"] in _OURS for entity in message.get(ENTITIES, []))


def _legible(message: Message) -> str:
    """The text with one and the same code for every code: which it is tells no wish."""
    text: str = message.get(TEXT) or ""
    for entity in reversed(message.get(ENTITIES, [])):
        if entity["entity"] == "code" and entity["start"] < entity["end"]:
            text = text[: entity["start"]] + _ANY_CODE + text[entity["end"] :]
    return text

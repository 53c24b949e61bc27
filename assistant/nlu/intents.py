"""What a person wants: letter n-grams, lemmas and sentence meaning under one linear head."""

from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression

from assistant.nlu.features import SentenceFeatures
from assistant.nlu.value_only import gives_only_values
from assistant.turn import TurnMetadata

_FILE = "intents.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CityIntentClassifier(IntentClassifier, GraphComponent):
    """Logistic regression over TF-IDF of letters and lemmas beside the E5 embedding.

    A message that is nothing but values ("übermorgen um halb drei", "in Walsum") is
    ``inform`` whatever the head says, because the head cannot know every name.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``C``: inverse regularisation; ``embedding_weight``: of the meaning against the
        letters; ``ranking_length``: how many intents are reported.
        """
        return {"C": 20.0, "embedding_weight": 4.0, "max_iter": 150, "ranking_length": 4}

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._features = SentenceFeatures(self._config["embedding_weight"])
        self._head = LogisticRegression(
            C=self._config["C"], max_iter=self._config["max_iter"], tol=1e-3
        )

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
        self._head.fit(self._features.fit(examples), [m.get(INTENT) for m in examples])
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump((self._features, self._head), folder / _FILE, compress=3)
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
        """See the parent class."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._features, component._head = joblib.load(folder / _FILE)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Set ``intent`` and ``intent_ranking`` on each message."""
        for message in messages:
            ranking = self._ranking(message)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        choice = TurnMetadata.of(message).choice
        if choice:
            return [{"name": choice.intent, "confidence": 1.0}]
        if gives_only_values(message):
            return [{"name": "inform", "confidence": 1.0}]
        probabilities = self._head.predict_proba(self._features.transform([message]))[0]
        best = np.argsort(probabilities)[::-1][: self._config["ranking_length"]]
        return [
            {"name": str(self._head.classes_[i]), "confidence": round(float(probabilities[i]), 4)}
            for i in best
        ]

"""What a person wants: by the words where they are clear, else by words and meaning."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack

from assistant.nlu.e5 import embed
from assistant.nlu.embedding import embed_all, embed_message
from assistant.nlu.features import MeaningFeatures, WordFeatures
from assistant.nlu.head import LinearHead
from assistant.nlu.value_only import gives_only_values
from assistant.policies.routing import open_question
from assistant.turn import TurnMetadata
from language.assent import assent
from language.names import bare_name
from language.urgent import is_emergency, wants_human

_FILE = "intents.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CityIntentClassifier(IntentClassifier, GraphComponent):
    """Two linear heads: one over letters and lemmas, one over these beside the E5 embedding.

    The first decides where it is sure, which costs a tenth; the embedding is computed for the
    rest only. A message that is nothing but values ("übermorgen um halb drei", "in
    Walsum") is ``inform`` without either, because no head can know every name; so is
    what may be a name when a name was asked for and its words say nothing else.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``C``: inverse regularisation; ``embedding_weight``: of the meaning against the
        letters; ``sure``: the probability from which words alone decide;
        ``ranking_length``: how many intents are reported.
        """
        return {
            "C": 20.0,
            "embedding_weight": 4.0,
            "max_iter": 40,
            "sure": 0.87,
            "ranking_length": 4,
        }

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._words = WordFeatures()
        self._meaning = MeaningFeatures(self._config["embedding_weight"])
        self._by_words = self._head()
        self._by_both = self._head()

    def _head(self) -> LinearHead:
        return LinearHead(self._config["C"], self._config["max_iter"])

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
        intents = [m.get(INTENT) for m in examples]
        words = self._words.fit(examples)
        with ThreadPoolExecutor() as beside:
            embeddings = beside.submit(embed_all, examples)
            self._by_words.fit(words, intents)
            meaning = self._meaning.fit(embeddings.result())
        self._by_both.fit(hstack([words, meaning], format="csr"), intents)
        with self._model_storage.write_to(self._resource) as folder:
            learnt = (self._words, self._meaning, self._by_words, self._by_both)
            joblib.dump(learnt, folder / _FILE, compress=3)
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
            learnt = joblib.load(folder / _FILE)
        component._words, component._meaning, component._by_words, component._by_both = learnt
        embed("")
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
        if is_emergency(message.get(TEXT) or ""):
            return [("report_emergency", 1.0)]
        if wants_human(message.get(TEXT) or ""):
            return [("request_human", 1.0)]
        said = assent(message.get(TEXT) or "")
        if said is not None:
            return [("affirm" if said else "deny", 1.0)]
        if gives_only_values(message):
            return [("inform", 1.0)]
        words: csr_matrix = self._words.transform([message])
        length = self._config["ranking_length"]
        ranking = self._by_words.ranking(words, length)
        if ranking[0][1] >= self._config["sure"]:
            return ranking
        if asked == "name" and bare_name(message.get(TEXT) or ""):
            return [("inform", 1 - ranking[0][1]), *ranking]
        meaning = self._meaning.transform(embed_message(message)[np.newaxis])
        return self._by_both.ranking(hstack([words, meaning], format="csr"), length)

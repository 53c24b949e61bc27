"""The components that need no training."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.events import SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.data import TrainingType
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.entities import CityEntityExtractor
from assistant.nlu.intents import CityIntentClassifier
from assistant.nlu.language import LANGUAGE, LanguageDetector
from tests.unit.assistant.support import message, tracker, turn

ROOT = Path(__file__).parents[3]
IN_ENGLISH = tracker(SlotSet("language", "en"), *turn("Hello", language="en"))


def entities(said: Message) -> list[dict[str, Any]]:
    return [entity for entity in said.get(ENTITIES, []) if entity["entity"] != LANGUAGE]


def language(said: Message, conversation: DialogueStateTracker = tracker()) -> str:  # noqa: B008
    LanguageDetector().process([said], conversation)
    (entity,) = [entity for entity in said.get(ENTITIES) if entity["entity"] == LANGUAGE]
    assert entity["value"] == said.get(LANGUAGE)
    return str(entity["value"])


@pytest.mark.parametrize("text", ["ok", "14:30", "K7MP-3WQX", "Walsum", "Smith"])
def test_a_short_answer_keeps_the_conversations_language(text: str) -> None:
    assert language(message(text), IN_ENGLISH) == "en"


def test_a_new_session_keeps_it() -> None:
    carried = tracker(SessionStarted(), SlotSet("language", "en"))
    assert language(message("anna@example.org"), carried) == "en"


def test_a_sentence_changes_it() -> None:
    assert language(message("Ich möchte lieber Deutsch sprechen"), IN_ENGLISH) == "de"


def test_a_short_wish_always_counts() -> None:
    assert language(message("auf Deutsch bitte"), IN_ENGLISH) == "de"


def test_in_a_first_message_the_channels_belief_counts() -> None:
    assert language(message("ok", language="en")) == "en"
    assert language(message("ok")) == "de"
    assert language(message("Guten Tag, ich brauche Hilfe", language="en")) == "de"


def test_a_button_keeps_the_language_or_names_it() -> None:
    affirm = {"intent": "affirm", "entities": {}}
    assert language(message("Ja", choice=affirm), IN_ENGLISH) == "en"
    switch = {"intent": "switch_language", "entities": {"language": "de"}}
    assert language(message("Deutsch", choice=switch), IN_ENGLISH) == "de"


def test_values_of_a_text() -> None:
    said = message("Reisepass morgen in Walsum")
    said.set(LANGUAGE, "de")
    CityEntityExtractor().process([said])
    found = {entity["entity"]: entity for entity in entities(said)}
    assert found["time"]["value"] == "2026-03-03T00:00/2026-03-03T23:59"
    assert found["district"]["office"] == "walsum"
    assert found["service"]["extractor"] == "CityEntityExtractor"


def test_what_a_button_means_is_taken_as_it_is() -> None:
    choice = {"intent": "inform", "entities": {"people": 2, "language": "en"}}
    said = message("in Walsum morgen", choice=choice)
    CityEntityExtractor().process([said])
    assert [(entity["entity"], entity["value"]) for entity in entities(said)] == [("people", 2)]


def intent(said: Message) -> dict[str, Any]:
    classifier = CityIntentClassifier({}, None, Resource("intents"))  # type: ignore[arg-type]
    classifier.process([said])
    return dict(said.get(INTENT))


def test_a_button_needs_no_understanding() -> None:
    choice = {"intent": "affirm", "entities": {}}
    assert intent(message("Ja", choice=choice)) == {"name": "affirm", "confidence": 1.0}


def test_values_alone_inform() -> None:
    said = message("morgen in Walsum")
    language(said)
    CityEntityExtractor().process([said])
    assert intent(said) == {"name": "inform", "confidence": 1.0}


def test_the_classifier_learns_from_examples_whose_values_are_marked() -> None:
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    recipe = DefaultV1Recipe.graph_config_for_recipe(
        DefaultV1Recipe(), config, {}, training_type=TrainingType.NLU
    )
    nodes = recipe.train_schema.nodes
    [training] = [node for node in nodes.values() if node.uses is CityIntentClassifier]
    assert nodes[training.needs["training_data"]].uses is CityEntityExtractor


@pytest.mark.parametrize(
    "text",
    [
        "Bitte K7MP-3WQX absagen",
        "my code is k7mp 3wqx, what time was it",
        "K wie Kaufmann, sieben, M, P, drei, W, Q, X",
        "morgen um neun in Walsum",
    ],
)
def test_examples_are_marked_as_messages_are(text: str) -> None:
    said, taught = message(text), message(text)
    for each in (said, taught):
        language(each)
    CityEntityExtractor().process([said])
    CityEntityExtractor().process_training_data(TrainingData([taught]))
    codes = [entity for entity in said.get(ENTITIES) if entity["entity"] == "code"]
    assert [e for e in taught.get(ENTITIES) if e["entity"] == "code"] == codes


class Unsure:
    """Takes everything for a greeting, and is not sure."""

    def ranking(self, text: str, length: int, *, favour: bool = True) -> list[tuple[str, float]]:
        return [("greet", 0.4), ("thank", 0.3)][:length]

    def knows_any(self, text: str) -> bool:
        return True

    def is_nonsense(self, text: str, intent: str) -> bool:
        return text == "schnickschnack"


@pytest.mark.parametrize(("text", "meant"), [("schnickschnack", "out_of_scope"), ("hej", "greet")])
def test_nonsense_is_no_greeting(text: str, meant: str) -> None:
    said = message(text)
    classifier = CityIntentClassifier({}, None, Resource("intents"))  # type: ignore[arg-type]
    classifier._reader = Unsure()  # type: ignore[assignment]
    classifier.process([said])
    assert said.get(INTENT)["name"] == meant


def test_a_name_that_was_asked_for_informs() -> None:
    asked = tracker(SlotSet("tasks", [{"task": "book_appointment", "asked": "name"}]))
    said = message("Petra Schneider")
    classifier = CityIntentClassifier({}, None, Resource("intents"))  # type: ignore[arg-type]
    classifier._reader = Unsure()  # type: ignore[assignment]
    classifier.process([said], asked)
    assert said.get(INTENT)["name"] == "inform"
    classifier.process([said], tracker())
    assert said.get(INTENT)["name"] == "greet"


def test_without_training_nothing_is_guessed() -> None:
    with pytest.raises(RuntimeError, match="neither trained nor loaded"):
        intent(message("Guten Morgen zusammen"))

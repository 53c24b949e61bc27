"""The city's own domain and rules, learnt as the engine learns them."""

from pathlib import Path

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.loading import load_data_from_files
from rasa.shared.core.training_data.structures import StoryGraph

from assistant.policies.rules import BoundedRulePolicy
from tests.unit.assistant.support import LISTEN, heard

_DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(_DATA / "domain"))


@pytest.fixture(scope="module")
def policy(domain: Domain, tmp_path_factory: pytest.TempPathFactory) -> BoundedRulePolicy:
    """Fails when rules contradict one another."""
    storage = LocalModelStorage.create(tmp_path_factory.mktemp("model"))
    learnt = BoundedRulePolicy(
        BoundedRulePolicy.get_default_config(),
        storage,
        Resource("rules"),
        ExecutionContext(GraphSchema({})),
    )
    files = [str(path) for path in sorted((_DATA / "rules").glob("*.yml"))]
    graph = StoryGraph(load_data_from_files(files, domain))
    trackers = TrainingDataGenerator(graph, domain, augmentation_factor=0).generate()
    learnt.train(trackers, domain)
    return learnt


@pytest.mark.parametrize(
    ("intent", "action"),
    [
        ("request_human", "action_handover"),
        ("complain", "utter_complain"),
        ("report_fault", "utter_report_fault"),
        ("report_emergency", "utter_report_emergency"),
    ],
)
def test_what_is_answered_by_a_rule(
    policy: BoundedRulePolicy, domain: Domain, intent: str, action: str
) -> None:
    events = [LISTEN, heard("…", intent)]
    conversation = DialogueStateTracker.from_events("c-1", events, domain.slots)
    prediction = policy.predict_action_probabilities(conversation, domain)
    best = prediction.probabilities.index(max(prediction.probabilities))
    assert domain.action_names_or_texts[best] == action

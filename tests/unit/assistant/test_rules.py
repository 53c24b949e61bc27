"""Rules at a cost that does not grow with the conversation."""

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.resource import Resource
from rasa.shared.core.events import ActionExecuted, Event

from assistant.policies.rules import BoundedRulePolicy, _recent
from tests.unit.assistant.support import DOMAIN, LISTEN, heard, tracker


def turns(number: int) -> list[Event]:
    one = [LISTEN, heard("Wann?", "ask_office_info"), ActionExecuted("utter_office")]
    return one * number


@pytest.fixture(scope="module")
def policy() -> BoundedRulePolicy:
    context = ExecutionContext(GraphSchema({}))
    config = BoundedRulePolicy.get_default_config()
    return BoundedRulePolicy(config, None, Resource("rules"), context)  # type: ignore[arg-type]


def test_states_do_not_grow_with_the_conversation(policy: BoundedRulePolicy) -> None:
    lengths = [len(policy._prediction_states(tracker(*turns(n)), DOMAIN)) for n in (3, 30, 100)]
    assert lengths[1] == lengths[2] <= 8
    assert lengths[0] <= lengths[1]


def test_the_latest_state_is_that_of_the_whole_conversation(policy: BoundedRulePolicy) -> None:
    short = policy._prediction_states(tracker(*turns(1)), DOMAIN)
    long = policy._prediction_states(tracker(*turns(50)), DOMAIN)
    assert long[-1] == short[-1]


def test_a_short_conversation_is_read_whole() -> None:
    short = tracker(*turns(2))
    assert _recent(short, DOMAIN) is short


def test_a_long_one_is_cut_before_the_third_last_listening() -> None:
    recent = _recent(tracker(*turns(10)), DOMAIN)
    assert list(recent.events) == turns(3)
    assert recent.sender_id == "c-1"


def test_an_empty_conversation() -> None:
    empty = tracker()
    assert _recent(empty, DOMAIN) is empty

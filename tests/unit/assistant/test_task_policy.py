"""The next action between tasks."""

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.resource import Resource
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet

from assistant.policies.tasks import TaskPolicy
from tests.unit.assistant.support import DOMAIN, LISTEN, heard, tracker

OPEN = SlotSet("tasks", [{"task": "book_appointment", "asked": "people"}])
CLOSED = SlotSet("tasks", [])
BUSY = heard("Wann hat Walsum auf?", "ask_office_info")


@pytest.fixture(scope="module")
def policy() -> TaskPolicy:
    config = {
        **TaskPolicy.get_default_config(),
        "starts": ["book_appointment"],
        "session_turns": 3,
    }
    context = ExecutionContext(GraphSchema({}))
    return TaskPolicy(config, None, Resource("tasks"), context)  # type: ignore[arg-type]


def following(policy: TaskPolicy, *events: Event) -> str | None:
    """The action predicted after ``events``, None for an abstention."""
    prediction = policy.predict_action_probabilities(tracker(*events), DOMAIN)
    if max(prediction.probabilities) == 0.0:
        return None
    assert prediction.is_no_user_prediction, "must stand above the rules"
    return str(DOMAIN.action_names_or_texts[int(np.argmax(prediction.probabilities))])


def done(*actions: str) -> list[Event]:
    return [ActionExecuted(action) for action in actions]


def test_a_wish_starts_its_task(policy: TaskPolicy) -> None:
    assert following(policy, LISTEN, heard(intent="book_appointment")) == "action_task"


def test_an_answer_goes_to_the_open_task(policy: TaskPolicy) -> None:
    assert following(policy, OPEN, LISTEN, heard("zwei")) == "action_task"


def test_a_question_is_left_to_the_rules(policy: TaskPolicy) -> None:
    assert following(policy, LISTEN, BUSY) is None
    assert following(policy, OPEN, LISTEN, BUSY) is None


def test_after_the_rules_answer_the_open_task_is_resumed(policy: TaskPolicy) -> None:
    assert following(policy, OPEN, LISTEN, BUSY, *done("utter_office")) == "action_resume_task"


def test_without_a_task_the_turn_ends_after_the_answer(policy: TaskPolicy) -> None:
    assert following(policy, LISTEN, BUSY, *done("utter_office")) == "action_listen"
    assert following(policy, CLOSED, LISTEN, BUSY, *done("utter_office")) == "action_listen"


@pytest.mark.parametrize("action", ["action_task", "action_resume_task"])
def test_the_turn_ends_after_the_task(policy: TaskPolicy, action: str) -> None:
    assert following(policy, OPEN, LISTEN, heard("zwei"), *done(action)) == "action_listen"


@pytest.mark.parametrize("intent", ["report_emergency", "request_human"])
def test_what_stands_above_tasks_puts_the_open_question_off(
    policy: TaskPolicy, intent: str
) -> None:
    said = heard(intent=intent)
    assert following(policy, OPEN, LISTEN, said) is None
    assert following(policy, OPEN, LISTEN, said, *done("utter_office")) == "action_pause_task"
    paused = done("utter_office", "action_pause_task")
    assert following(policy, OPEN, LISTEN, said, *paused) == "action_listen"
    assert following(policy, LISTEN, said, *done("utter_office")) == "action_listen"


def test_a_handover_leaves_the_tasks_as_they_have_to_be(policy: TaskPolicy) -> None:
    said = heard(intent="request_human")
    assert following(policy, OPEN, LISTEN, said, *done("action_handover")) == "action_listen"


def test_half_a_wish_for_a_person_is_asked_about_and_the_task_goes_on(policy: TaskPolicy) -> None:
    said = heard(intent="request_human", confidence=0.25)
    assert following(policy, OPEN, LISTEN, said, *done("action_clarify")) == "action_resume_task"


def test_the_open_question_waits_for_the_rest_of_the_message(policy: TaskPolicy) -> None:
    said = heard("Wann hat Walsum auf?", "ask_office_info")
    said.metadata = {"wish": {"more": True}}
    assert following(policy, OPEN, LISTEN, said, *done("utter_office")) == "action_listen"


def test_what_nobody_understands_is_asked_about(policy: TaskPolicy) -> None:
    unclear = heard(intent="ask_office_info", confidence=0.2)
    assert following(policy, LISTEN, unclear) == "action_clarify"
    assert following(policy, LISTEN, unclear, *done("action_clarify")) == "action_listen"


def test_an_emergency_is_never_asked_about(policy: TaskPolicy) -> None:
    for confidence in (0.31, 0.02):
        urgent = heard(intent="report_emergency", confidence=confidence)
        assert following(policy, LISTEN, urgent) is None


def test_after_some_turns_a_new_session_begins(policy: TaskPolicy) -> None:
    turn = [LISTEN, BUSY, *done("utter_office")]
    assert following(policy, *turn, *turn) == "action_listen"
    assert following(policy, *turn, *turn, *turn) == "action_session_start"


def test_a_session_may_end_in_the_middle_of_a_task(policy: TaskPolicy) -> None:
    turn = [LISTEN, heard("zwei"), *done("action_task")]
    assert following(policy, OPEN, *turn, *turn, *turn) == "action_session_start"


def test_a_session_does_not_end_where_something_was_just_shown(policy: TaskPolicy) -> None:
    turn = [LISTEN, BUSY, *done("utter_office")]
    card = BotUttered(data={"custom": {"card": {"code": "K7MP-3WQX"}}})
    assert following(policy, *turn * 3, card) == "action_listen"
    assert following(policy, *turn, card, *turn * 2) == "action_listen"
    assert following(policy, card, *turn * 3) == "action_session_start"
    assert following(policy, *turn * 6, card) == "action_session_start"


TOLD = {"told": [{"code": "K7MP-3WQX", "offer": "o-1"}]}


@pytest.mark.parametrize(
    ("text", "intent", "told", "action"),
    [
        ("ja, nehme ich", "affirm", TOLD, "action_task"),
        ("den nehm ich", "out_of_scope", TOLD, "action_task"),
        ("nein danke", "stop", TOLD, "action_task"),
        ("ja, nehme ich", "affirm", {}, None),
        ("danke", "affirm", TOLD, None),
        ("absagen", "stop", {"told": [{"code": "K7MP-3WQX"}]}, "action_task"),
    ],
)
def test_what_was_offered_outside_of_a_turn_is_taken_up(
    policy: TaskPolicy, text: str, intent: str, told: dict[str, object], action: str | None
) -> None:
    said = heard(text, intent)
    said.metadata = told
    assert following(policy, LISTEN, said) == action


def test_stopping_after_an_appointment_was_shown_goes_to_the_tasks(policy: TaskPolicy) -> None:
    shown = [LISTEN, BUSY, BotUttered(data={"custom": {"card": {"code": "K7MP-3WQX"}}})]
    assert following(policy, *shown, LISTEN, heard("cancel it", "stop")) == "action_task"
    later = [*shown, LISTEN, BUSY, LISTEN, heard("stop", "stop")]
    assert following(policy, *later) is None

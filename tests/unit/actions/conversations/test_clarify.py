"""What is said when a message was not understood."""

from actions.conversations.clarify import clarifying, failures_in_a_row

UNSURE = [{"name": "ask_service_info", "confidence": 0.2}, {"name": "thank", "confidence": 0.15}]


def events(*turns: str) -> list[dict[str, str]]:
    """Turns by the action that answered them; the latest has none yet."""
    said = []
    for action in turns:
        said += [{"event": "user"}, {"event": "action", "name": action}]
        said += [{"event": "action", "name": "action_listen"}]
    return [*said, {"event": "user"}]


def test_failures_are_counted_back_to_the_last_understanding() -> None:
    assert failures_in_a_row(events()) == 0
    assert failures_in_a_row(events("utter_greet")) == 0
    assert failures_in_a_row(events("action_clarify", "utter_greet", "action_clarify")) == 1
    assert failures_in_a_row(events("utter_greet", "action_clarify", "action_clarify")) == 2


def test_first_the_candidates_then_examples_then_a_person() -> None:
    first = clarifying("ask_service_info", UNSURE, 0, "de")
    assert first.response == "utter_clarify_between"
    assert [button.intent for button in first.buttons] == ["ask_service_info", "ask_help"]
    assert clarifying("ask_service_info", UNSURE, 1, "de").response == "utter_clarify"
    assert clarifying("ask_service_info", UNSURE, 2, "de").response == "utter_clarify_person"


def test_without_candidates_examples_come_first() -> None:
    assert clarifying("thank", UNSURE[1:], 0, "en").response == "utter_clarify"


def test_what_is_no_matter_of_ours_is_said_once() -> None:
    assert clarifying("out_of_scope", [], 0, "de").response == "utter_out_of_scope"
    assert clarifying("out_of_scope", [], 1, "de").response == "utter_clarify_person"

"""What was understood and why it went that way, in a few lines."""

from typing import Any

import pytest

from frontdoor.explain import explain
from tests.unit.frontdoor.support import Turn, frame, pressed, rule, step, turn

SIDE_QUESTION = turn(
    intent="ask_office_info",
    steps=[rule("action_office_info"), step("action_resume_task")],
    tasks=[frame("office")],
)


def line(told: list[str], label: str) -> str:
    """The text behind ``label``."""
    [found] = [text.removeprefix(label).strip() for text in told if text.startswith(label)]
    return found


def because(now: Turn, before: Turn | None = None) -> str:
    return line(explain(now, before), "because")


def test_the_lines_and_their_order() -> None:
    told = explain(turn(steps=[rule("utter_greet")], tasks=[frame(), frame("code")]))
    labels = ["intent", "language", "entities", "slots", "task", "task", "because"]
    assert [text.split()[0] for text in told] == labels
    assert {text.index(text.split()[1]) for text in told} == {10}


def test_the_intent_with_its_runners_up() -> None:
    names = {"greet": 0.5, "stop": 0.2, "deny": 0.1, "skip": 0.05, "thank": 0.04, "affirm": 0.001}
    ranking = [{"name": name, "confidence": sure} for name, sure in names.items()]
    told = explain(turn(intent="greet", confidence=0.5, ranking=ranking))
    assert line(told, "intent") == "greet 0.50  before stop 0.20, deny 0.10, skip 0.05"
    assert line(explain(turn(ranking=ranking[2:4])), "intent").startswith("inform 0.98  before")


def test_a_button_needs_no_confidence() -> None:
    told = explain(pressed("1 Person", steps=[step()], tasks=[frame("office")]), None)
    assert line(told, "intent") == "inform (a button)"
    assert line(told, "because").startswith("the button inform → ")


def test_several_wishes() -> None:
    wishes = [{"name": "greet", "confidence": 0.9}, {"name": "stop", "confidence": 0.8}]
    assert line(explain(turn(wishes=wishes)), "wishes") == "greet 0.90, stop 0.80"


def test_entities_and_slots() -> None:
    entities = [
        {"entity": "district", "value": "Walsum", "text": "Walsum", "office": "walsum"},
        {"entity": "district", "value": "Hamborn", "text": "Hamborn", "negated": True},
        {"entity": "people", "value": 2, "text": ""},
    ]
    told = explain(turn(entities=entities, slots={"language": "en"}))
    assert line(told, "entities") == (
        "district=Walsum “Walsum”, not district=Hamborn “Hamborn”, people=2"
    )
    assert line(told, "slots") == "language=en"


def test_the_stack_from_its_top() -> None:
    stack = [
        frame(None, "cancel_appointment", waiting={"text": "…"}),
        frame("when", values={"people": 2, "office": None}, failed=1),
    ]
    tasks = [text[10:] for text in explain(turn(tasks=stack)) if text.startswith("task")]
    assert tasks == [
        "book_appointment asks 'when', failed 1  people=2, office=null",
        "cancel_appointment waits for its turn  nothing known",
    ]


def test_a_side_question() -> None:
    assert because(SIDE_QUESTION) == (
        "ask_office_info 0.98 → side question: action_office_info (rule), "
        "then back to 'office' of book_appointment"
    )


def test_a_wish_begins_a_task() -> None:
    begun = turn(intent="book_appointment", steps=[step()], tasks=[frame()])
    assert because(begun) == (
        "book_appointment 0.98 → a wish that begins book_appointment: action_task (TaskPolicy), "
        "then book_appointment asks 'people'"
    )


def test_a_wish_above_another_task() -> None:
    stack = [frame(), frame("code", "check_appointment")]
    above = turn(intent="check_appointment", steps=[step()], tasks=stack)
    assert "another wish, check_appointment, above book_appointment" in because(
        above, turn(tasks=[frame()])
    )


def test_an_answer_goes_to_the_open_question() -> None:
    answer = turn(steps=[step(), step("action_session_start")], tasks=[frame("office")])
    assert because(answer, turn(tasks=[frame("people")])) == (
        "inform 0.98 → for 'people' of book_appointment: action_task (TaskPolicy), "
        "then book_appointment asks 'office', then a new session"
    )


def test_an_answer_that_was_not_taken() -> None:
    lost = turn(steps=[step()], tasks=[frame(failed=1)])
    assert because(lost, turn(tasks=[frame()])).endswith("not taken (1): 'people' again")


def test_the_end_of_a_task() -> None:
    done = turn(intent="affirm", steps=[step()])
    assert because(done, turn(tasks=[frame("confirm")])).endswith("no task is left")


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        (rule("utter_greet"), "utter_greet (rule)"),
        (rule("utter_clarify", 0.3), "too unsure: utter_clarify (rule)"),
        (rule("utter_default", 0.3), "no rule fits: utter_default (rule)"),
        (step("action_clarify"), "too unsure: action_clarify (TaskPolicy)"),
        ({"action": "x", "policy": None, "confidence": None}, "x (no policy)"),
    ],
)
def test_without_a_task(taken: dict[str, Any], told: str) -> None:
    assert because(turn(steps=[taken])) == f"inform 0.98 → {told}"


def test_a_turn_that_failed() -> None:
    assert because(turn()) == "nothing was done: the turn failed"

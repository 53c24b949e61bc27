"""Who takes the turn? Pure decisions."""

from typing import Any

import pytest

from assistant.policies.routing import Understood, belongs_to_task, open_task

STARTS = ["book_appointment"]
AT_PEOPLE = {"task": "book_appointment", "asked": "people"}
AT_NAME = {"task": "book_appointment", "asked": "name"}


def test_the_topmost_task_is_open() -> None:
    assert open_task(None) is None
    assert open_task([]) is None
    assert open_task([AT_PEOPLE, AT_NAME]) == AT_NAME


@pytest.mark.parametrize(
    ("intent", "confidence", "question", "task", "belongs"),
    [
        ("book_appointment", 0.4, False, None, True),
        ("book_appointment", 0.4, False, AT_NAME, True),
        ("inform", 1.0, False, None, False),
        ("inform", 1.0, False, AT_PEOPLE, True),
        ("affirm", 0.9, False, AT_PEOPLE, True),
        ("deny", 0.9, False, AT_PEOPLE, True),
        ("stop", 0.9, False, AT_PEOPLE, True),
        ("stop", 0.9, False, None, False),
        ("out_of_scope", 0.9, False, AT_PEOPLE, True),
        ("out_of_scope", 0.9, False, None, False),
        ("report_emergency", 0.2, False, AT_PEOPLE, False),
        ("report_emergency", 0.2, False, AT_NAME, False),
        # "Max Muster" is a name, although NLU half takes it for a wish.
        ("request_human", 0.3, False, AT_NAME, True),
        ("request_human", 0.5, False, AT_NAME, False),
        ("request_human", 0.2, False, AT_PEOPLE, False),
        ("ask_office_info", 0.9, False, AT_PEOPLE, False),
        ("ask_office_info", 0.4, False, AT_PEOPLE, True),
        ("ask_office_info", 0.4, True, AT_PEOPLE, False),
        ("ask_office_info", 0.2, True, AT_PEOPLE, True),
        ("ask_office_info", 0.6, False, AT_NAME, True),
        ("ask_office_info", 0.8, False, AT_NAME, False),
        ("ask_office_info", 0.6, True, AT_NAME, False),
    ],
)
def test_who_takes_the_turn(
    intent: str, confidence: float, question: bool, task: dict[str, Any] | None, belongs: bool
) -> None:
    heard = Understood(intent, confidence, question)
    assert belongs_to_task(heard, task, STARTS) is belongs


@pytest.mark.parametrize(
    ("heard", "begins"),
    [
        (Understood("inform", 1.0, values=["service", "language"]), True),
        (Understood("inform", 1.0, values=["language"]), False),
        (Understood("stop", 0.9, after_card=True), True),
        (Understood("affirm", 0.9, after_offer=True), True),
        (Understood("affirm", 0.9, after_card=True), False),
        (Understood("deny", 0.9, after_offer=True), False),
        (Understood("deny", 0.9, answers_offer=True), True),
        (Understood("change_charging", 0.9, after_card=True, moves_it=True), True),
        (Understood("change_charging", 0.9, moves_it=True), False),
        (Understood("ask_help", 0.4, answers_offer=True), True),
        (Understood("report_emergency", 0.2, answers_offer=True), False),
        (Understood("out_of_scope", 0.9, values=("waiting",)), True),
        (Understood("out_of_scope", 0.9, values=("no_code",)), False),
        (Understood("stop", 0.9), False),
        (Understood("thank", 0.9, after_card=True), False),
    ],
)
def test_what_may_begin_a_task_unsaid(heard: Understood, begins: bool) -> None:
    assert belongs_to_task(heard, None, STARTS) is begins


@pytest.mark.parametrize(
    ("values", "question", "belongs"),
    [({"ordinal"}, False, True), ({"ordinal"}, True, False), ({"email"}, False, False)],
)
def test_a_value_of_the_kind_asked_for_is_an_answer(
    values: set[str], question: bool, belongs: bool
) -> None:
    """ "Ich nehme das erste" is no application for voluntary work while times are on offer."""
    heard = Understood("apply_volunteering", 0.9, question, frozenset(values))
    at_slot = {"task": "book_appointment", "asked": "slot", "expects": ["ordinal", "time"]}
    assert belongs_to_task(heard, at_slot, STARTS) is belongs


AT_CONTACT = {"task": "book_appointment", "asked": "contact", "expects": ["email", "phone"]}
AT_SLOT = {"task": "book_appointment", "asked": "slot", "expects": ["time", "alternative"]}


@pytest.mark.parametrize(
    ("heard", "task", "belongs"),
    [
        # "kevin@example" is a wrong address, not a wish for a person.
        (Understood("request_human", 0.7, values=["email"]), AT_CONTACT, True),
        (Understood("request_human", 1.0, values=["phone"]), AT_CONTACT, False),
        (Understood("report_emergency", 0.5, values=["phone"]), AT_CONTACT, False),
        # "Anything earlier?", "is Friday possible?"
        (Understood("ask_repeat", 0.9, True, ["alternative"]), AT_SLOT, True),
        (Understood("check_shore_power", 0.7, True, ["time"]), AT_SLOT, True),
        (Understood("ask_office_info", 0.95, True, ["time"]), AT_SLOT, False),
        # "Go back", "the name is wrong"
        (Understood("goodbye", 0.9, values=["command"]), AT_PEOPLE, True),
        (Understood("complain", 0.9, values=["field"]), AT_PEOPLE, True),
    ],
)
def test_values_tell_an_answer_from_a_wish(
    heard: Understood, task: dict[str, Any], belongs: bool
) -> None:
    assert belongs_to_task(heard, task, STARTS) is belongs

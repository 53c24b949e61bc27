"""What staff get to know."""

from dataclasses import replace
from typing import Any

from actions.handover.evidence import evidence, topic
from actions.heard import Value
from actions.tasks.frames import Frame
from tests.unit.actions.support import said


def message(intent: str, confidence: float) -> dict[str, Any]:
    parsed = {"intent": {"name": intent, "confidence": confidence}}
    return {"event": "user", "parse_data": parsed}


def test_the_latest_wishes_and_values_once_each() -> None:
    turn = replace(
        said("Ich will einen Menschen", "request_human"),
        before=(Value("office", "walsum"), Value("office", "hamborn"), Value("language", "de")),
    )
    events = [
        message("book_appointment", 0.4),
        message("ask_office_info", 0.9),
        {"event": "action", "name": "action_listen"},
        message("book_appointment", 0.8),
        message("request_human", 1.0),
    ]
    frame = Frame("book_appointment", {"people": 2}, "office")
    found = evidence(turn, events, [frame], 2)
    assert found == {
        "slots": {"office": "walsum"},
        "wishes": [
            {"intent": "book_appointment", "confidence": 0.8},
            {"intent": "ask_office_info", "confidence": 0.9},
        ],
        "task": {"task": "book_appointment", "asked": "office", "values": {"people": 2}},
        "failed": 2,
        "why": "failures",
    }


def test_of_somebody_who_says_nothing_else() -> None:
    found = evidence(said("Mensch", "request_human"), [], [], 0)
    assert found == {"slots": {}, "wishes": [], "task": None, "failed": 0, "why": None}


def test_the_topic_is_the_open_task_else_the_latest_wish_with_a_title() -> None:
    events = [message("ask_privacy", 0.9), message("ask_office_info", 0.9), message("greet", 0.9)]
    turn, frame = said("Mensch", "request_human"), Frame("book_appointment", {}, None)
    open_task = evidence(turn, events, [frame], 0)
    assert topic(open_task, "de") == "Termin buchen"
    wishes = evidence(turn, events, [], 0)
    assert topic(wishes, "en") == "Opening hours and addresses"
    assert topic(evidence(turn, [message("greet", 0.9)], [], 0), "de") == ""

"""What staff get to know."""

from dataclasses import replace
from typing import Any

from actions.handover.evidence import evidence
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

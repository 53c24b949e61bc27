"""A conversation as its turns, from events as the store keeps them."""

from typing import Any

import pytest

from assistant.turns import turns

Event = dict[str, Any]
FRAME = {"task": "book_appointment", "asked": "people", "values": {}, "failed": 0}
LISTEN: Event = {"event": "action", "name": "action_listen", "policy": "TaskPolicy"}
SESSION: list[Event] = [
    {"event": "action", "name": "action_session_start", "policy": None, "confidence": 1.0},
    {"event": "session_started"},
]


def user(text: str, intent: str = "inform", message_id: str = "m-1", **metadata: Any) -> Event:
    entities = [
        {"entity": "language", "value": "de", "start": 0, "end": 0, "extractor": "L"},
        {"entity": "district", "value": "Walsum", "start": 3, "end": 9, "negated": True},
    ]
    ranking = [{"name": intent, "confidence": 0.9}, {"name": "stop", "confidence": 0.1}]
    parsed = {"intent": ranking[0], "entities": entities, "intent_ranking": ranking}
    metadata = {"at": "2026-12-01T09:00:00", "choice": None, **metadata}
    return {
        "event": "user",
        "text": text,
        "message_id": message_id,
        "metadata": metadata,
        "parse_data": parsed,
    }


def action(name: str, policy: str | None = "TaskPolicy", confidence: float = 1.0) -> Event:
    return {"event": "action", "name": name, "policy": policy, "confidence": confidence}


def bot(text: str | None, key: str | None = None, **data: Any) -> Event:
    metadata = {"utter_action": key} if key else {"model_id": "x"}
    return {"event": "bot", "text": text, "metadata": metadata, "data": {"buttons": None, **data}}


def slot(name: str, value: Any) -> Event:
    return {"event": "slot", "name": name, "value": value}


def test_a_turn() -> None:
    button = {"title": "1 Person", "payload": '/inform{"people": 1}'}
    events = [
        *SESSION,
        LISTEN,
        user("in Walsum"),
        slot("language", "de"),
        {"event": "user_featurization"},
        action("action_task", "policy_0_TaskPolicy"),
        bot("Für wie viele?", "utter_ask_people", buttons=[button]),
        slot("tasks", [FRAME]),
        LISTEN,
    ]
    assert turns(events, {"language": "de", "tasks": None}) == [
        {
            "message_id": "m-1",
            "at": "2026-12-01T09:00:00",
            "text": "in Walsum",
            "choice": None,
            "language": "de",
            "intent": "inform",
            "confidence": 0.9,
            "wishes": [{"name": "inform", "confidence": 0.9}],
            "ranking": [{"name": "inform", "confidence": 0.9}, {"name": "stop", "confidence": 0.1}],
            "entities": [
                {"entity": "district", "value": "Walsum", "text": "Walsum", "negated": True}
            ],
            "steps": [{"action": "action_task", "policy": "TaskPolicy", "confidence": 1.0}],
            "replies": [{"key": "utter_ask_people", "text": "Für wie viele?", "buttons": [button]}],
            "slots": {},
            "tasks": [FRAME],
        }
    ]


def test_nothing_was_said() -> None:
    assert turns([]) == []
    assert turns([*SESSION, LISTEN]) == []


def test_a_new_session_carries_its_slots_over() -> None:
    kept = [slot("language", "en"), slot("tasks", [FRAME])]
    events = [
        user("in Walsum"),
        *kept,
        action("action_session_start"),
        SESSION[1],
        *kept,
        LISTEN,
        user("Ja", message_id="m-2"),
        slot("tasks", []),
    ]
    first, second = turns(events, {"language": "de"})
    assert [step["action"] for step in first["steps"]] == ["action_session_start"]
    assert (first["slots"], first["tasks"]) == ({"language": "en"}, [FRAME])
    assert (second["slots"], second["tasks"]) == ({"language": "en"}, [])


def test_a_slot_that_is_not_carried_over_is_gone() -> None:
    events = [user("a"), slot("language", "en"), *SESSION, user("b", message_id="m-2")]
    first, second = turns(events, {"language": "de"})
    assert first["steps"] == []
    assert second["slots"] == {}


def test_each_turn_keeps_the_slots_of_its_own_end() -> None:
    events = [user("a"), slot("mood", 1), user("b", message_id="m-2"), slot("mood", 2)]
    assert [turn["slots"] for turn in turns(events)] == [{"mood": 1}, {"mood": 2}]


@pytest.mark.parametrize(
    ("stored", "name"),
    [("policy_12_TaskPolicy", "TaskPolicy"), ("policy_of_mine", "policy_of_mine"), (None, None)],
)
def test_policies_without_their_place_in_the_graph(stored: str | None, name: str | None) -> None:
    [turn] = turns([user("a"), action("action_x", stored)])
    assert turn["steps"][0]["policy"] == name


def test_a_card_belongs_to_the_reply_before_it() -> None:
    card = {"code": "K7MP-3WQX"}
    [turn] = turns([user("Ja"), bot("Gebucht", "utter_booked"), bot(None, custom={"card": card})])
    assert turn["replies"] == [
        {"key": "utter_booked", "text": "Gebucht", "buttons": [], "card": card}
    ]


def test_a_repeated_reply_has_no_key() -> None:
    [turn] = turns([user("Wie bitte?"), bot("Wo?")])
    assert turn["replies"] == [{"key": None, "text": "Wo?", "buttons": []}]


def test_a_button_is_a_choice() -> None:
    choice = {"intent": "affirm", "entities": {}}
    [turn] = turns([user("Ja, buchen", "affirm", choice=choice)])
    assert turn["choice"] == choice


def test_several_wishes_of_a_message_are_one_turn() -> None:
    events = [
        user("Wann ist Walsum auf? Und ein Termin!", "ask_office_info", wish={"more": True}),
        action("action_office_info"),
        bot("Um acht", "utter_office_info"),
        user("Wann ist Walsum auf? Und ein Termin!", "book_appointment", wish={"more": False}),
        action("action_task"),
        bot("Wo?", "utter_ask_office"),
    ]
    [turn] = turns(events)
    assert turn["intent"] == "ask_office_info"
    assert [wish["name"] for wish in turn["wishes"]] == ["ask_office_info", "book_appointment"]
    assert len(turn["entities"]) == 1
    assert [step["action"] for step in turn["steps"]] == ["action_office_info", "action_task"]
    assert [reply["key"] for reply in turn["replies"]] == ["utter_office_info", "utter_ask_office"]


def test_a_message_run_again_counts_once() -> None:
    events = [user("Ja"), bot("halb"), user("Ja"), bot("ganz")]
    assert [reply["text"] for turn in turns(events) for reply in turn["replies"]] == ["ganz"]

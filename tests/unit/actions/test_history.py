"""The turns before."""

from typing import Any

from actions.history import Before, idle, told_values, turns_before


def user(*entities: tuple[str, Any]) -> dict[str, Any]:
    found = [{"entity": kind, "value": value} for kind, value in entities]
    return {"event": "user", "parse_data": {"entities": found}}


def bot(response: str = "utter_ask_when", **custom: Any) -> dict[str, Any]:
    return {"event": "bot", "metadata": {"utter_action": response}, "data": {"custom": custom}}


EVENTS = [
    *(user(("people", 2)), bot()),
    *(user(("service", "passport")), bot("utter_inform")),
    *(user(("district", "Walsum")), bot("utter_inform")),
    user(("time", "…")),
]


def values(turns: list[Before]) -> list[list[Any]]:
    return [[entity["value"] for entity in turn.entities] for turn in turns]


def test_the_newest_turn_comes_first_without_the_latest_message() -> None:
    assert values(turns_before(EVENTS)) == [["Walsum"], ["passport"], [2]]
    assert turns_before([]) == []


def test_what_nothing_was_asked_for_is_idle_until_something_is() -> None:
    assert [entity["value"] for entity in idle(turns_before(EVENTS))] == ["Walsum", "passport"]


def test_a_card_names_its_appointment() -> None:
    shown = bot("utter_appointment", card={"code": "K7MP-3WQX", "services": ["passport"]})
    assert values(turns_before([user(), shown, user()])) == [["K7MP-3WQX", "passport"]]


def test_what_was_told_outside_of_a_turn_was_spoken_of() -> None:
    asked = {**user(("people", 2)), "metadata": {"told": [{"code": "K7MP-3WQX", "offer": "o-1"}]}}
    assert values(turns_before([asked, bot(), user()])) == [[2, "K7MP-3WQX"]]


def test_of_what_was_told_an_offer_counts_as_the_newest() -> None:
    told = [{"code": "A"}, {"code": "B", "offer": "o-1"}, {"code": "C"}, {}]
    assert [each["value"] for each in told_values(told)] == ["B", "C", "A"]

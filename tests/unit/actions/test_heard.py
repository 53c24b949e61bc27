"""A turn as the actions see it."""

from dataclasses import replace
from datetime import datetime

import pytest

from actions.heard import Heard, Value, heard
from tests.unit.actions.support_rasa import tracker

NOW = datetime(2026, 3, 2, 9, 0)


def test_everything_about_a_turn_is_read_from_the_tracker() -> None:
    turn = heard(tracker("in Marxloh", "inform", language="en"))
    assert (turn.text, turn.language, turn.intent) == ("in Marxloh", "en", "inform")
    assert (turn.conversation_id, turn.channel, turn.message_id) == ("c-1", "website", "m-1")
    assert turn.at == datetime(2026, 3, 2, 9, 0)
    assert turn.values == (Value("district", "Marxloh", {"office": "hamborn"}),)
    assert not turn.pressed


def test_a_button_is_told_from_typed_text() -> None:
    metadata = {"choice": {"intent": "inform", "entities": {}}}
    assert heard(tracker("Ja", metadata=metadata)).pressed


def test_without_metadata_the_clock_tells_the_time() -> None:
    turn = heard(tracker("hallo", metadata={}))
    assert (turn.channel, turn.at.tzinfo) == ("shell", None)


@pytest.mark.parametrize(
    ("told", "answer"),
    [([{"code": "K7MP-3WQX", "offer": "o-1"}], "accept"), ([{"code": "K7MP-3WQX"}], None)],
)
def test_a_yes_answers_what_was_offered_just_before(
    told: list[dict[str, str]], answer: str | None
) -> None:
    turn = heard(tracker("ja, nehme ich", "affirm", metadata={"told": told}))
    assert turn.before == (Value("code", "K7MP-3WQX"),)
    assert turn.answer_to_offer == answer
    assert replace(turn, pressed=True).answer_to_offer is None


def test_a_message_that_was_not_understood_is_out_of_scope() -> None:
    assert heard(tracker("…", intent="")).intent == "out_of_scope"


def test_times_ruled_out_are_left_out() -> None:
    turn = heard(tracker("Montag geht nicht, Dienstag um 10 Uhr"))
    assert [interval.start for interval, _ in turn.times()] == [datetime(2026, 3, 3, 10, 0)]


def test_places_ruled_out_are_left_out() -> None:
    turn = heard(tracker("nicht in Walsum, sondern in Hamborn"))
    assert [value.value for value in turn.all("district", "office")] == ["Hamborn"]
    assert len([value for value in turn.values if value.kind == "district"]) == 2


def test_entities_by_kind_in_order() -> None:
    turn = heard(tracker("zwei Reisepässe und ein Ausweis in Walsum"))
    assert [value.value for value in turn.all("service")] == ["passport", "identity_card"]
    assert turn.first("district", "office") == Value("district", "Walsum", {"office": "walsum"})
    assert turn.first("email") is None


@pytest.mark.parametrize(
    ("text", "confidence", "is_yes"),
    [("ja", 0.5, True), ("ja, aber am Mittwoch", 0.7, False), ("dann los", 0.95, False)],
)
def test_only_what_is_beyond_doubt_is_a_yes(text: str, confidence: float, is_yes: bool) -> None:
    turn = Heard(text, "de", "affirm", (), "c", "website", "m", NOW, confidence=confidence)
    assert turn.is_yes is is_yes
    assert replace(turn, pressed=True).is_yes
    assert not replace(turn, intent="inform").is_yes


def test_a_queued_wish_is_told_by_its_metadata() -> None:
    wish = {"intent": "book_appointment", "queued": True}
    assert heard(tracker("…", metadata={"wish": wish})).queued
    assert not heard(tracker("…", metadata={"wish": None})).queued

"""Somebody comes back days later and goes on where the conversation was left."""

from datetime import timedelta
from pathlib import Path

from tests.process.booking import keys
from tests.servers.chat import Conversation
from tests.servers.frontdoor import NOW, FrontDoor, front_door_in


def test_what_was_open_is_told_and_gone_on_with(tmp_path: Path) -> None:
    with front_door_in(tmp_path) as door:
        before = door.conversation("de")
        before.say("Ich brauche einen Termin für einen Reisepass für zwei Personen in Walsum")
        assert keys(before) == ["utter_ask_when"]

    with front_door_in(tmp_path, NOW + timedelta(days=3)) as door:
        back = continued(door, before.token)
        back.say("Guten Morgen")
        assert keys(back)[-2:] == ["utter_task_still_open", "utter_ask_when"]
        back.say("am 15. Dezember")
        assert keys(back) == ["utter_offer_slots"]
        answer = back.say("was hast du verstanden?")
        assert "2 × Reisepass" in answer.text
        assert "Walsum" in answer.text

    with front_door_in(tmp_path, NOW + timedelta(days=5)) as door:
        back = continued(door, back.token)
        back.say("das erste")
        assert "utter_task_still_open" in keys(back)
        assert keys(back)[-1] == "utter_ask_name"


def continued(door: FrontDoor, token: str | None) -> Conversation:
    conversation = door.conversation("de")
    conversation.token = token
    return conversation

"""A reminder comes into the chat; its button, and a word, lead straight into the task."""

from datetime import datetime
from pathlib import Path

from tests.process.booking import keys
from tests.servers.chat import Conversation
from tests.servers.frontdoor import FrontDoor, front_door_in
from tests.servers.waiting import wait_until

# The reminder of an appointment at ten the next day is due ninety seconds after the start.
NOW = datetime(2026, 12, 1, 9, 58, 30)


def test_a_reminder_is_answered_by_its_button_or_a_word(tmp_path: Path) -> None:
    with front_door_in(tmp_path, NOW) as door:
        conversation, other = door.conversation("de"), door.conversation("de")
        codes = []
        for each in (conversation, other):
            each.say("Hallo")
            codes.append(booked_in(door, each.id))
        code = codes[0]

        def reminder(told: Conversation, about: str) -> list[int]:
            said = door.records.messages(told.id)
            return [each.seq for each in said if about in each.text]

        wait_until("reminded", lambda: bool(reminder(conversation, code)), 180)
        wait_until("reminded too", lambda: bool(reminder(other, codes[1])), 60)
        other.say("verschieben")
        assert keys(other) == ["utter_ask_new_time"]
        [seq] = reminder(conversation, code)
        conversation.say(f"b.{seq}.1")
        assert keys(conversation) == ["utter_ask_cancel"]
        conversation.say("Ja, absagen")
        assert keys(conversation) == ["utter_cancelled"]
        assert door.records.status(code) == "cancelled"


def booked_in(door: FrontDoor, conversation_id: str) -> str:
    """The code of an appointment at ten the next day, booked in a conversation."""
    wish = {
        "services": [{"key": "passport", "count": 1}],
        "office": "walsum",
        "start": "2026-12-02T10:00",
    }
    contact = {"name": "Erika Beispiel", "channel": "website", "conversation_id": conversation_id}
    with_token = {"headers": door.internal()}
    held = door.http.post("/api/appointments/holds", json=wish, **with_token).json()
    path = f"/api/appointments/holds/{held['hold_id']}/confirm"
    return str(door.http.post(path, json=contact, **with_token).json()["code"])

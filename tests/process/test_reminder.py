"""A reminder comes into the chat at its time, and its button leads straight into the task."""

from datetime import datetime
from pathlib import Path

from tests.process.booking import keys
from tests.servers.frontdoor import FrontDoor, front_door_in
from tests.servers.waiting import wait_until

# The reminder of an appointment at ten the next day is due ninety seconds after the start.
NOW = datetime(2026, 12, 1, 9, 58, 30)


def test_a_reminder_is_answered_by_its_button(tmp_path: Path) -> None:
    with front_door_in(tmp_path, NOW) as door:
        conversation = door.conversation("de")
        conversation.say("Hallo")
        code = booked_in(door, conversation.id)

        def reminder() -> list[int]:
            said = door.records.messages(conversation.id)
            return [each.seq for each in said if code in each.text]

        wait_until("reminded", lambda: bool(reminder()), 180)
        [seq] = reminder()
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

"""People's own conversation on the running front door: nothing of it is left anywhere."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.servers.frontdoor import FrontDoor

BOOKING = [
    "Ich brauche einen Termin für einen Reisepass in Rheinhausen am Montag, 8. Februar ab 9 Uhr",
    "für eine Person",
    "das erste",
    "Ich heiße Kunigunde Quastenflosser",
    "quastenflosser@example.org",
    "Ja, buchen",
]


def tables_with(path: Path, word: str) -> set[str]:
    """The tables of a database that have a word in any column."""
    found = set()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            rows = database.execute(f'SELECT * FROM "{name}"').fetchall()
            if any(word in str(value) for row in rows for value in row):
                found.add(str(name))
    return found


def test_deleting_leaves_the_appointment_and_nothing_of_the_conversation(
    front_door: FrontDoor,
) -> None:
    conversation = front_door.conversation("de")
    for line in BOOKING:
        answer = conversation.say(line)
    code = answer.card["code"]
    databases = [front_door.folder / name for name in ("frontdoor.db", "tracker.db")]
    assert all(tables_with(path, conversation.id) for path in databases)
    fields = {"conversation_id": conversation.token, "language": "de"}
    deleted = front_door.http.post("/chat/deletion", json=fields)
    assert deleted.status_code == 200
    assert "Termine bleiben" in deleted.json()["message"]
    assert [tables_with(path, conversation.id) for path in databases] == [set(), set()]
    kept = tables_with(databases[0], "Kunigunde")
    assert kept <= {"appointment_contacts", "notices"}
    assert tables_with(databases[1], "Kunigunde") == set()
    assert front_door.http.get(f"/api/appointments/{code}").json()["status"] == "confirmed"
    again = front_door.http.post("/chat/messages", json={"text": "Hallo", **fields})
    assert again.status_code == 403


def test_the_transcript_holds_what_was_said(front_door: FrontDoor) -> None:
    conversation = front_door.conversation("en")
    replies = conversation.say("What does a passport cost?").texts
    fields = {"conversation_id": conversation.token, "language": "en"}
    text = front_door.http.post("/chat/transcript", json=fields).text
    assert "You\nWhat does a passport cost?" in text
    assert all(reply in text for reply in replies)
    assert "1 December 2026" in text

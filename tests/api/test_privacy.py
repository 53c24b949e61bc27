"""Logs tell what happened, not who said what."""

from tests.servers.frontdoor import FrontDoor

SAID = [
    "Ich brauche einen Termin für einen Reisepass in Rheinhausen am Montag, 1. Februar ab 9 Uhr",
    "für eine Person",
    "das erste",
    "Ich heiße Wolfhelm Quittenbaum",
    "quittenbaum@example.org",
    "Ja, buchen",
]
PRIVATE = ("Wolfhelm", "Quittenbaum", "quittenbaum@", "0203 987654", "0203987654", "Rheinhausen am")


def test_no_personal_data_in_the_logs(front_door: FrontDoor) -> None:
    conversation = front_door.conversation("de")
    for line in SAID:
        answer = conversation.say(line)
    code = answer.card["code"]
    conversation.say(f"Wann ist mein Termin {code}?")
    conversation.say("Meine Nummer ist 0203 987654")
    front_door.http.get(answer.card["ics_url"])
    front_door.http.get(f"/api/appointments/{code}/nothing")
    log = front_door.log_text()
    found = [word for word in (*PRIVATE, code, conversation.id, *SAID) if word in log]
    assert not found


def test_the_look_up_by_code_names_nobody(front_door: FrontDoor) -> None:
    code = front_door.book("rheinhausen", "2027-02-02T10:00", {"passport": 1})
    body = front_door.http.get(f"/api/appointments/{code}").text
    assert "Erika" not in body
    assert "example.org" not in body

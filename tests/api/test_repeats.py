"""A message sent twice counts once; messages sent at once are taken one after the other."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.conversations.responses import key_of
from tests.servers.chat import Conversation
from tests.servers.frontdoor import FrontDoor

WISH = "Ich brauche am 28. Januar um {time} Uhr in {place} einen Termin für einen Reisepass"


def test_a_repeated_message_gets_the_same_replies(front_door: FrontDoor) -> None:
    conversation = front_door.conversation("de")
    first = conversation.say("Ich brauche einen Termin für einen Reisepass", "m-1")
    again = conversation.say("Ich brauche einen Termin für einen Reisepass", "m-1")
    assert again.body == first.body
    stored = front_door.records.messages(conversation.id)
    assert [message.message_id for message in stored if message.role == "person"] == ["m-1"]
    assert len([m for m in stored if m.role == "bot"]) == len(first.texts)


def test_a_repeat_after_other_messages(front_door: FrontDoor) -> None:
    conversation = front_door.conversation("de")
    first = conversation.say("Ich brauche einen Termin für einen Reisepass", "m-1")
    second = conversation.say("für eine Person", "m-2")
    assert (
        conversation.say("Ich brauche einen Termin für einen Reisepass", "m-1").body == first.body
    )
    assert conversation.say("für eine Person", "m-2").body == second.body


def test_a_repeated_yes_books_once(front_door: FrontDoor) -> None:
    conversation = _before_confirming(front_door, "Hamborn", 9)
    booked = conversation.say("Ja, buchen", "yes")
    assert conversation.say("Ja, buchen", "yes").body == booked.body
    assert len(front_door.records.bookings(conversation.id)) == 1


def test_repeats_at_the_same_time_book_once(front_door: FrontDoor) -> None:
    conversation = _before_confirming(front_door, "Hamborn", 10)
    fields = {"text": "Ja, buchen", "id": "yes", "conversation_id": conversation.token}
    with ThreadPoolExecutor(4) as pool:
        sent = [pool.submit(front_door.http.post, "/chat/messages", json=fields) for _ in range(4)]
        bodies = [one.result().json() for one in sent]
    assert all(body == bodies[0] for body in bodies)
    assert len(front_door.records.bookings(conversation.id)) == 1


def test_messages_at_once_do_not_mix(front_door: FrontDoor) -> None:
    conversation = front_door.conversation("de")
    conversation.say("Guten Tag!")
    texts = [f"Was kostet ein Reisepass? Frage {number}" for number in range(6)]
    fields = [
        {"text": text, "id": uuid4().hex, "conversation_id": conversation.token} for text in texts
    ]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda entry: front_door.http.post("/chat/messages", json=entry), fields))
    stored = front_door.records.messages(conversation.id)
    assert [m.seq for m in stored] == list(range(1, len(stored) + 1))
    asked = 0
    for message in stored:
        asked = message.seq if message.role == "person" else asked
        assert message.role == "person" or message.in_reply_to == asked
    assert sum(message.role == "person" for message in stored) == 7


def test_the_same_message_ids_in_two_conversations(front_door: FrontDoor) -> None:
    """Clients number their messages as they like; nobody gets another's appointment."""
    people = [_before_confirming(front_door, "Hamborn", 11, prefix="m") for _ in range(2)]
    codes = set()
    for conversation in people:
        answer = conversation.say("Ja, buchen", "m-confirm")
        assert key_of("de", answer.texts[0]) == "utter_booked"
        codes.add(answer.card["code"])
    assert len(codes) == 2
    for conversation in people:
        [booking] = front_door.records.bookings(conversation.id)
        assert booking.code in codes


def _before_confirming(
    door: FrontDoor, place: str, time: int, prefix: str | None = None
) -> Conversation:
    """A conversation in which only the yes is missing."""
    conversation = door.conversation("de")
    lines = (
        WISH.format(time=time, place=place),
        "für eine Person",
        "Anna Schmidt",
        "anna.schmidt@example.org",
    )
    for number, line in enumerate(lines):
        conversation.say(line, f"{prefix}-{number}" if prefix else None)
    assert conversation.last is not None
    assert key_of("de", conversation.last.texts[-1]) == "utter_ask_confirm", conversation.last.text
    return conversation

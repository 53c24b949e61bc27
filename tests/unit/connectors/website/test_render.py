"""What browsers get."""

from connectors.core.turn import Answer, Button, Reply
from connectors.website.render import answer_json, reply_frame, transcript_json

REPLY = Reply("Wo?", (Button("Süd", "b.2.0"),), {"type": "appointment"}, seq=2)
ANSWER = Answer("de", (REPLY, Reply("Hallo", seq=3)))


def test_the_body_of_an_answer() -> None:
    assert answer_json("token", ANSWER) == {
        "conversation_id": "token",
        "language": "de",
        "state": "bot",
        "replies": [
            {
                "text": "Wo?",
                "buttons": [{"title": "Süd", "payload": "b.2.0"}],
                "card": {"type": "appointment"},
            },
            {"text": "Hallo", "buttons": []},
        ],
    }


def test_a_reply_over_the_socket() -> None:
    frame = reply_frame("m-1", ANSWER, ANSWER.replies[1])
    assert frame == {
        "type": "reply",
        "in_reply_to": "m-1",
        "seq": 3,
        "language": "de",
        "card": None,
        "text": "Hallo",
        "buttons": [],
    }


def test_the_record_is_shown_without_what_buttons_mean() -> None:
    stored = {
        "seq": 2,
        "role": "bot",
        "text": "Wo?",
        "buttons": [{"title": "Süd", "payload": '/inform{"office": "sued"}'}],
        "card": None,
        "language": "de",
        "at": "2026-03-02T08:00:00Z",
        "in_reply_to": 1,
        "payload": "secret",
    }
    (shown,) = transcript_json([stored])
    assert shown["buttons"] == [{"title": "Süd", "payload": "b.2.0"}]
    assert (shown["seq"], shown["role"], shown["in_reply_to"]) == (2, "bot", 1)
    assert "payload" not in shown

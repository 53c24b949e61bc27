"""Replies on the wire and in the record."""

from connectors.core.turn import Button, Reply


def test_a_reply_survives_the_record() -> None:
    full = Reply("Wo?", (Button("Süd", "/x"),), {"type": "appointment"}, seq=3)
    assert Reply.from_json({**full.as_json(), "seq": 3}) == full
    plain = Reply("Hallo")
    assert plain.as_json() == {"text": "Hallo", "buttons": []}
    assert Reply.from_json(plain.as_json()) == plain

"""What the channel knows of a turn, on its way to the components."""

from datetime import datetime

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.turn import Choice, TurnMetadata, harmless


@pytest.mark.parametrize(
    "turn",
    [
        TurnMetadata(datetime(2026, 3, 2, 9, 0), "website"),
        TurnMetadata(datetime(2026, 3, 2, 9, 0, 5), "phone", "en", Choice("inform", {"people": 2})),
    ],
)
def test_metadata_survives_the_message(turn: TurnMetadata) -> None:
    message = Message.build("hm")
    message.set("metadata", turn.as_metadata())
    assert TurnMetadata.of(message) == turn


def test_without_metadata_the_clock_tells_the_time() -> None:
    turn = TurnMetadata.of(Message.build("hm"))
    assert (turn.channel, turn.language, turn.choice) == ("shell", None, None)
    assert turn.at.tzinfo is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("/restart", "restart"),
        ('/inform{"a": 1}', 'inform{"a": 1}'),
        ("  //restart", "restart"),
        ("///", "?"),
        ("", "?"),
        ("1/2", "1/2"),
        ("Hallo", "Hallo"),
    ],
)
def test_no_text_reads_as_an_intent(text: str, left: str) -> None:
    assert harmless(text) == left


@pytest.mark.parametrize("text", ["/ /restart", "/ / /x"])
def test_slashes_apart_read_as_no_intent_either(text: str) -> None:
    assert not harmless(text).startswith("/")

"""When a button's time is over."""

from typing import Any

import pytest

from connectors.telegram.presses import is_over

REPLY = {"role": "bot", "seq": 2, "in_reply_to": 1, "buttons": [{"title": "Ja"}], "text": "?"}
SECOND = REPLY | {"seq": 3}
NOTICE = REPLY | {"in_reply_to": None}
PRESSED = {"role": "person", "seq": 4, "text": "Ja", "id": "tg.c.2", "in_reply_to": None}
THIS = PRESSED | {"id": "tg.c.1"}
ASKED = PRESSED | {"text": "Was kostet das?", "id": "tg.9"}
TYPED = PRESSED | {"id": "tg.9"}
ANSWER = {"role": "bot", "seq": 5, "in_reply_to": 4, "text": "…"}
STAFF = ANSWER | {"role": "staff", "in_reply_to": None}


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ([], False),
        ([REPLY], False),
        ([REPLY, SECOND, NOTICE, STAFF], False),
        ([REPLY, ASKED, ANSWER], True),
        ([REPLY, ASKED], False),  # waiting for staff: nobody has answered
        ([REPLY, PRESSED], True),
        ([REPLY, THIS, ANSWER], False),  # worked on again
        ([NOTICE, ASKED, ANSWER], False),
        ([NOTICE, PRESSED, ANSWER], True),
        ([NOTICE, TYPED, ANSWER], False),
    ],
)
def test_is_over(said: list[dict[str, Any]], over: bool) -> None:
    """This press is "tg.c.1"."""
    assert is_over(said, "tg.c.1") is over
